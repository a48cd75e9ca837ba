"""One lot and the bid that won it."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from models import Bid, Bidder, Lot
from selector.verify.tender import Tender
from selector.verify.worth import Worth

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Won:
    """One lot and the bid that won it; of a package, each lot by itself."""

    lot: Lot
    bid: Bid
    bidder: Bidder
    worth: Worth

    def named(self, tender: Tender) -> str:
        """What was won by which bid of whom, in words."""
        return named(tender, self.lot, self.bid)


def grouped(won: Iterable[Won], key: Callable[[Won], Key]) -> dict[Key, tuple[Won, ...]]:
    """Lots won with what they have in common; groups in the order of their first lot."""
    groups: defaultdict[Key, list[Won]] = defaultdict(list)
    for one in won:
        groups[key(one)].append(one)
    return {name: tuple(members) for name, members in groups.items()}


def named(tender: Tender, lot: Lot, bid: Bid) -> str:
    """A bid for a lot of it in words."""
    service, buyer = tender.services[lot.service], tender.buyers[lot.buyer]
    return f'{service.name} for {buyer.name}: bid "{bid.id}" by {tender.bidders[bid.bidder].name}'
