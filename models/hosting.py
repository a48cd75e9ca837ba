"""The end of a bidder's hosting by the NHS."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from models.base import Model
from models.bidder_kind import BidderKind
from models.quantities import MonthStart, Share


class Hosting(Model):
    """Until when the NHS hosts a bidder, and what it is from then on."""

    until: Annotated[MonthStart, Field(description="First day on its own: the first of a month.")]
    becomes: Annotated[
        BidderKind,
        Field(description="Kind from that day on: of its VAT, and of who pays for the staff who do not move with it."),
    ]
    transfer: Annotated[
        Share, Field(description="Share of its staff that move with it; the rest are redundant on that day.")
    ] = Decimal(1)
