"""Why some lots cannot all be covered, in sentences: which bids there are, and what keeps them apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from models import Bid
from models.faults import shown
from selector.decide.words import listed
from selector.verify.tender import Tender
from selector.verify.words import count

UNCOVERED = (
    "No choice of bids gives each lot to exactly one bid, whatever rules are given up: packages and exclusive groups are"
    " in each other's way."
)
"""What is told where nothing else is known."""
_MOST_LOTS, _MOST_BIDS = 6, 4


@dataclass(frozen=True)
class Uncovered:
    """Lots of a case that cannot all be given to exactly one bid."""

    tender: Tender
    lots: Sequence[str]
    """Their ids."""

    def sentences(self) -> Iterator[str]:
        """The sentences."""
        yield UNCOVERED
        if len(self.lots) > _MOST_LOTS:
            some = [self._name(lot) for lot in self.lots[: _MOST_LOTS - 1]]
            yield f"{', '.join(some)} and {len(self.lots) - len(some):,} further lots cannot all be awarded."
            return
        yield f"{_all(map(self._name, self.lots))} cannot {'both' if len(self.lots) == 2 else 'all'} be awarded."
        yield from map(self._bids_for, self.lots)
        yield from self._given_twice()
        yield from self._alternatives()

    @cached_property
    def _for(self) -> dict[str, list[Bid]]:
        """The bids for each lot."""
        found: dict[str, list[Bid]] = {lot: [] for lot in self.lots}
        for bid in self.tender.bids.values():
            for lot in bid.lots:
                if lot in found:
                    found[lot].append(bid)
        return found

    def _besides(self, lot: str) -> list[str]:
        """What every bid for a lot is also for."""
        first, *others = self._for[lot]
        return [each for each in first.lots if each != lot and all(each in bid.lots for bid in others)]

    def _bids_for(self, lot: str) -> str:
        """Which bids there are for a lot."""
        bids, besides = self._for[lot], self._listed(self._besides(lot))
        if len(bids) == 1:
            also = f"; it is a package with {besides}" if besides else ""
            return f"For {self._name(lot)} there is only {self._bid(bids[0])}{also}."
        if besides:
            return f"Each of the {len(bids):,} bids for {self._name(lot)} is a package with {besides}."
        if len(bids) > _MOST_BIDS:
            return f"For {self._name(lot)} there are {len(bids):,} bids."
        return f"For {self._name(lot)} there are only {_all(self._with_others(bid, lot) for bid in bids)}."

    def _with_others(self, bid: Bid, lot: str) -> str:
        others = self._listed([other for other in bid.lots if other != lot])
        return f"{self._bid(bid)} (a package with {others})" if others else self._bid(bid)

    def _bid(self, bid: Bid) -> str:
        return f"bid {shown(bid.id)} of {self.tender.bidders[bid.bidder].name}"

    def _given_twice(self) -> Iterator[str]:
        """Pairs of lots which no bid is for together, and whose bids are all for one third lot."""
        for one, other in combinations(self.lots, 2):
            twice = [lot for lot in self._besides(one) if lot in self._besides(other)]
            if twice and not any(other in bid.lots for bid in self._for[one]):
                yield (
                    f"Whatever bids are accepted for {self._name(one)} and for {self._name(other)}, they would give"
                    f" {self._name(twice[0])} away twice."
                )

    def _alternatives(self) -> Iterator[str]:
        """Bids of one group."""
        groups: dict[tuple[str, str], dict[str, str]] = {}
        for lot in self.lots:
            for bid in self._for[lot]:
                if bid.exclusive_group is not None:
                    groups.setdefault((bid.bidder, bid.exclusive_group), {})[bid.id] = shown(bid.id)
        for (name, group), bids in groups.items():
            if len(bids) > 1:
                which = f"bids {_all(bids.values())}" if len(bids) <= _MOST_BIDS else count(len(bids), "bid")
                bidder = self.tender.bidders[name].name
                yield f"Of {which} of {bidder}, alternatives to each other (group {shown(group)}), at most one can win."

    def _listed(self, lots: Sequence[str]) -> str:
        """A few other lots, or how many they are."""
        return listed([self._name(lot) for lot in lots], "other lot").removeprefix("the ")

    def _name(self, lot: str) -> str:
        row = self.tender.lots[lot]
        return f"{self.tender.services[row.service].name} for {self.tender.buyers[row.buyer].name}"


def _all(names: Iterable[str]) -> str:
    """All of some names: ``A, B and C``."""
    *some, last = names
    return f"{', '.join(some)} and {last}" if some else last
