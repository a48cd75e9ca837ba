"""What is decided by hand, each time with its reason: bids that are to win, and bids that are left out."""

from typing import Annotated

from pydantic import Field

from models.base import Model
from models.lot_set import LotSet
from models.quantities import Id, Reason


class Pick(Model):
    """A bid that is to be accepted."""

    id: Annotated[Id, Field(description="Unique among picks.")]
    bid: Annotated[Id, Field(description="The bid's id; `in-house:LOT` is the fallback of an optional lot.")]
    reason: Annotated[Reason, Field(description="Why; it is printed with the award.")]


class Exclusion(Model):
    """Bids that are left out: one, or those of one bidder."""

    id: Annotated[Id, Field(description="Unique among exclusions.")]
    bid: Annotated[Id | None, Field(description="The bid that is left out; this or `bidder` is stated.")] = None
    bidder: Annotated[
        Id | None, Field(description="The bidder whose bids are left out, those that are for any of `lots`.")
    ] = None
    lots: Annotated[LotSet, Field(description="With `bidder`: the lots for which it is left out; all if left out.")] = (
        LotSet()
    )
    reason: Annotated[Reason, Field(description="Why; it is printed with the award.")]
