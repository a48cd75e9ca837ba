"""What quality is made of."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from models.base import Model
from models.quantities import Id, Name, Points, Weight


class Criterion(Model):
    """A criterion on which bids are scored."""

    id: Annotated[Id, Field(description="Unique among criteria.")]
    name: Annotated[Name, Field(description="Name as printed.")]
    weight: Annotated[Weight, Field(description="Weight among the criteria that apply to a service.")] = Decimal(1)
    minimum: Annotated[Points | None, Field(description="Basic protection: a bid that scores less is barred.")] = None
    services: Annotated[
        tuple[Id, ...] | None, Field(description="Services to which the criterion applies; all if left out.")
    ] = None
