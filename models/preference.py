"""What a buyer values, where that is not what the board values."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from models.base import Model
from models.quantities import Factor, Money


class Preference(Model):
    """A buyer's own weights: it minimises cost + liability + disruption - quality of its own lots, at these prices."""

    liability_weight: Annotated[Factor, Field(description="Pounds that a pound of liability counts for.")] = Decimal(1)
    disruption_value: Annotated[
        Money,
        Field(description="Pounds that a unit of disruption counts for.", json_schema_extra={"unit": "£ a lot or WTE"}),
    ] = Decimal(0)
    quality_value: Annotated[
        Money,
        Field(
            description="Pounds of present value that a point of the mean quality of its own lots is worth.",
            json_schema_extra={"unit": "£ a point"},
        ),
    ] = Decimal(0)
