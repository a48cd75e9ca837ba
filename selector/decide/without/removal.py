"""A case had one of its bids never been made."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from models import Bid, Case


@dataclass(frozen=True)
class Removal:
    """The bid that is taken out of a case."""

    case: Case
    bid: Bid

    @cached_property
    def rest(self) -> tuple[Bid, ...]:
        """All other bids."""
        return tuple(bid for bid in self.case.bids if bid.id != self.bid.id)

    @cached_property
    def uncovered(self) -> tuple[str, ...]:
        """Its lots that must be awarded and that no other bid is for; with any, what is left is no case."""
        covered = {lot for bid in self.rest for lot in bid.lots}
        required = {lot.id for lot in self.case.tendered if lot.required}
        return tuple(lot for lot in self.bid.lots if lot in required and lot not in covered)

    def without(self) -> Case:
        """The case without the bid; not to be asked for where lots are uncovered."""
        return self.case.model_copy(update={"bids": self.rest})

    @cached_property
    def can_only_worsen(self) -> bool:
        """Whether every award without the bid is one of the case with it.

        Fewer bids leave fewer awards, and may bar others for want of competition. But a body that offered to do this
        one lot for somebody else is at home without it, and what asks for scale binds it no more.
        """
        bidder = next(bidder for bidder in self.case.bidders if bidder.id == self.bid.bidder)
        return (
            bidder.kind != "in_house" or not self._sells(self.bid, bidder.buyer) or any(self._other_sales(bidder.buyer))
        )

    def _other_sales(self, home: str | None) -> Iterator[bool]:
        return (self._sells(bid, home) for bid in self.rest if bid.bidder == self.bid.bidder)

    def _sells(self, bid: Bid, home: str | None) -> bool:
        return any(self._buyer_of[lot] != home for lot in bid.lots)

    @cached_property
    def _buyer_of(self) -> dict[str, str]:
        return {lot.id: lot.buyer for lot in self.case.tendered}
