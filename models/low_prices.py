"""When a bid is so low that the board should ask why."""

from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from models.base import Model
from models.quantities import Count, Part


class LowPrices(Model):
    """A bid is flagged on a lot where it is below every mark that is stated. It is not barred: the bidder is to explain it.

    The default is what the European Commission proposed as the duty to ask in 2011: COM(2011) 896, article 69(1).
    """

    below_mean: Annotated[
        Part | None, Field(description="Flagged if this much lower than the mean of the other bidders' bids, or more.")
    ] = Decimal("0.5")
    below_next: Annotated[
        Part | None,
        Field(description="Flagged if this much lower than the lowest of the other bidders' bids, or more."),
    ] = Decimal("0.2")
    min_bidders: Annotated[Count, Field(description="Only where at least so many bidders bid for the lot.")] = 5

    @model_validator(mode="after")
    def _says_how_low(self) -> Self:
        if self.below_mean is None and self.below_next is None:
            raise PydanticCustomError(
                "no_mark", "states neither below_mean nor below_next: every bid would be flagged; leave it out for none"
            )
        return self
