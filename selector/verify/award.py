"""The award as the case sees it: which bid won each lot, and who therefore provides what."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from models import Bid, Bidder, Lot, Outpost
from selector.verify.outposts import outposts
from selector.verify.tender import Tender
from selector.verify.won import Won, grouped
from selector.verify.worth import worth


class Award:
    """The accepted bids of a case, one for each lot."""

    def __init__(self, tender: Tender, accepted: Mapping[str, Bid]) -> None:
        """``accepted`` holds the bid of each lot, by the lot's id."""
        self.tender = tender
        worths = {name: worth(tender, bid) for name, bid in {bid.id: bid for bid in accepted.values()}.items()}
        self.won = tuple(
            Won(lot, bid, tender.bidders[bid.bidder], worths[bid.id][lot.id])
            for lot in tender.lots.values()
            for bid in (accepted[lot.id],)
        )
        self.by_bid = grouped(self.won, lambda won: won.bid.id)
        """Lots of each accepted bid, by the bid's id."""
        self.by_buyer = grouped(self.won, lambda won: won.lot.buyer)
        self.by_service = grouped(self.won, lambda won: won.lot.service)
        bidders = {name: position for position, name in enumerate(tender.bidders)}
        services = {name: position for position, name in enumerate(tender.services)}
        by_bidder = grouped(self.won, lambda won: won.bidder.id)
        by_provider = grouped(self.won, lambda won: (won.bidder.id, won.lot.service))
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

    @cached_property
    def outposts(self) -> tuple[Outpost, ...]:
        """The local staff that providers keep: by bidder, service and area, in case order."""
        return outposts(self.tender, self.by_provider)

    def wte(self, bidder: str) -> Decimal:
        """The work of the lots that a bidder wins and of the outposts that it keeps, in WTE."""
        lots = sum((self.tender.wte(won.lot) for won in self.by_bidder.get(bidder, ())), Decimal(0))
        return lots + sum(outpost.wte for outpost in self.outposts if outpost.bidder == bidder)


def mean_quality(won: Iterable[Won], weigh: Callable[[Lot], Fraction | int]) -> Fraction:
    """The exact mean of the qualities of some lots, of which there is at least one, each weighed by ``weigh``."""
    total = weight = Fraction(0)
    for one in won:
        weight += weigh(one.lot)
        total += weigh(one.lot) * Fraction(one.worth.quality)
    return total / weight
