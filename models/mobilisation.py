"""How fast a bidder can take work over."""

from typing import Annotated

from pydantic import Field

from models.base import Model
from models.quantities import Day, Rate


class Mobilisation(Model):
    """What a bidder can take over in a month; what it provides today it need not take over."""

    begins: Annotated[Day, Field(description="Day from which it can prepare; whole months from then count.")]
    lots_a_month: Annotated[
        Rate | None,
        Field(description="Lots that it can take over a month.", json_schema_extra={"unit": "lots a month"}),
    ] = None
    wte_a_month: Annotated[
        Rate | None, Field(description="Work that it can take over a month.", json_schema_extra={"unit": "WTE a month"})
    ] = None
