"""What quality is made of: a tree of criteria, whose leaves are scored."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from models.base import Model
from models.marks import OUT_OF
from models.quantities import Id, Name, Points, Scale, Weight


class Criterion(Model):
    """A criterion on which bids are scored or, where others name it as their parent, what these come to together."""

    id: Annotated[Id, Field(description="Unique among criteria.")]
    name: Annotated[Name, Field(description="Name as printed.")]
    parent: Annotated[Id | None, Field(description="The criterion that this one is a part of; none if left out.")] = (
        None
    )
    weight: Annotated[
        Weight, Field(description="Weight among the criteria of the same parent that apply to a service.")
    ] = Decimal(1)
    out_of: Annotated[
        Scale, Field(description="What evaluators mark it out of: their marks count for 100 x mark / this.")
    ] = OUT_OF
    minimum: Annotated[
        Points | None,
        Field(description="Basic protection: a bid that scores less is barred; of a parent, what its parts come to."),
    ] = None
    services: Annotated[
        tuple[Id, ...] | None,
        Field(description="Services to which the criterion, and its parts, apply; all if left out."),
    ] = None
