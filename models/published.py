"""A published figure, to be printed beside that of the case."""

from typing import Annotated, Literal

from pydantic import Field

from models.base import Model
from models.quantities import Money, Name, People


class Published(Model):
    """What redundancy came to elsewhere, with its source and why the case's own figure differs."""

    figure: Annotated[
        Literal["redundancy_if_all_leave"],
        Field(description="Beside what it is printed: `redundancy_if_all_leave`, as `selector break-even` tells it."),
    ]
    people: Annotated[People, Field(description="People made redundant.")]
    mean: Annotated[Money, Field(description="Mean payment.", json_schema_extra={"unit": "£ a head"})]
    source: Annotated[Name, Field(description="Where it was published.")]
    difference: Annotated[Name, Field(description="Why the case's own figure differs.")]
