"""When a bid is so low that the board should ask why."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

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
