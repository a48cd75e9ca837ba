"""A case had one of its bids never been made."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from models import Bid, Case, Ratio


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
        """The case without the bid, and without what was decided by hand about it; not to be asked for where lots are uncovered."""
        return self.case.model_copy(
            update={
                "bids": self.rest,
                "picks": tuple(pick for pick in self.case.picks if pick.bid != self.bid.id),
                "exclusions": tuple(each for each in self.case.exclusions if each.bid != self.bid.id),
                # A scenario may name the bid. None is in force here.
                "scenarios": (),
            }
        )

    @cached_property
    def can_only_worsen(self) -> bool:
        """Whether every award without the bid is one of the case with it, and as good there.

        Fewer bids leave fewer awards, and may bar others for want of competition. But a body that offered to do this
        one lot for somebody else is at home without it, and what asks for scale binds it no more. Nor need a bid be
        accepted that is gone; and what others are worth may be measured against it.
        """
        if self._is_picked or self._is_measured_against:
            return False
        bidder = next(bidder for bidder in self.case.bidders if bidder.id == self.bid.bidder)
        return (
            bidder.kind != "in_house" or not self._sells(self.bid, bidder.buyer) or any(self._other_sales(bidder.buyer))
        )

    @property
    def _is_picked(self) -> bool:
        return any(pick.bid == self.bid.id for pick in self.case.picks)

    @property
    def _is_measured_against(self) -> bool:
        """Whether the worth of other bids may depend on it: scores of price, and what a share that is too large counts for."""
        stated = self.case.objective
        scored = isinstance(stated, Ratio) and stated.formula != "to_a_benchmark"
        return scored or any(
            rule.active and rule.is_soft and rule.metric == "share_of_spend" for rule in self.case.rules
        )

    def _other_sales(self, home: str | None) -> Iterator[bool]:
        return (self._sells(bid, home) for bid in self.rest if bid.bidder == self.bid.bidder)

    def _sells(self, bid: Bid, home: str | None) -> bool:
        return any(self._buyer_of[lot] != home for lot in bid.lots)

    @cached_property
    def _buyer_of(self) -> dict[str, str]:
        return {lot.id: lot.buyer for lot in self.case.tendered}
