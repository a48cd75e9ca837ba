"""The award as the case sees it: which bid won each lot, and who therefore provides what."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from models import Bid, Bidder, Lot
from selector.verify.tender import Tender
from selector.verify.worth import Worth, worth

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Won:
    """One lot and the bid that won it."""

    lot: Lot
    bid: Bid
    bidder: Bidder
    worth: Worth


class Award:
    """The accepted bids of a case, one for each lot."""

    def __init__(self, tender: Tender, accepted: Mapping[str, Bid]) -> None:
        """``accepted`` holds the bid of each lot, by the lot's id."""
        self.tender = tender
        self.won = tuple(
            Won(lot, bid, tender.bidders[bid.bidder], worth(tender, lot, bid))
            for lot in tender.lots.values()
            for bid in (accepted[lot.id],)
        )
        self.by_buyer = _grouped(self.won, lambda won: won.lot.buyer)
        self.by_service = _grouped(self.won, lambda won: won.lot.service)
        bidders = {name: position for position, name in enumerate(tender.bidders)}
        services = {name: position for position, name in enumerate(tender.services)}
        by_bidder = _grouped(self.won, lambda won: won.bidder.id)
        by_provider = _grouped(self.won, lambda won: (won.bidder.id, won.lot.service))
        self.by_bidder = {name: by_bidder[name] for name in sorted(by_bidder, key=bidders.__getitem__)}
        """Lots won by each active bidder; bidders in case order."""
        self.by_provider = {
            pair: by_provider[pair]
            for pair in sorted(by_provider, key=lambda pair: (bidders[pair[0]], services[pair[1]]))
        }
        """Lots won by each provider of a service, by (bidder, service); in case order."""

    def providers(self, service: str) -> tuple[Bidder, ...]:
        """The providers of a service, in case order."""
        return tuple(self.tender.bidders[bidder] for bidder, provided in self.by_provider if provided == service)

    def volume(self, bidder: str, service: str) -> Decimal:
        """What a bidder wins of a service, in the service's unit."""
        return sum((self.tender.volume(won.lot) for won in self.by_provider.get((bidder, service), ())), Decimal(0))

    def wte(self, bidder: str) -> Decimal:
        """The work of the lots that a bidder wins, in WTE."""
        return sum((self.tender.wte(won.lot) for won in self.by_bidder.get(bidder, ())), Decimal(0))


def mean_quality(won: Iterable[Won], weigh: Callable[[Lot], Fraction | int]) -> Fraction:
    """The exact mean of the qualities of some lots, of which there is at least one, each weighed by ``weigh``."""
    total = weight = Fraction(0)
    for one in won:
        weight += weigh(one.lot)
        total += weigh(one.lot) * Fraction(one.worth.quality)
    return total / weight


def _grouped(won: Iterable[Won], key: Callable[[Won], Key]) -> dict[Key, tuple[Won, ...]]:
    groups: defaultdict[Key, list[Won]] = defaultdict(list)
    for one in won:
        groups[key(one)].append(one)
    return {name: tuple(members) for name, members in groups.items()}
