"""An award, and who thereby provides what to whom."""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.tables import Case, Lot
from tests.oracle.worth import Offer


@dataclass(frozen=True)
class Totals:
    """The four objectives, and what buyers pay of the liability. Money in pence, quality and disruption exact."""

    cost: int
    quality: Fraction
    liability: int
    buyers_liability: int
    disruption: Fraction


class Award:
    """One offer for each lot, in the order of the case's lots."""

    def __init__(self, case: Case, offers: tuple[Offer, ...]) -> None:
        self.offers = offers
        self.won: defaultdict[tuple[str, str], list[Offer]] = defaultdict(list)
        """The offers with which a bidder provides a service, by (bidder, service)."""
        self.lots: defaultdict[str, list[Lot]] = defaultdict(list)
        """The lots that an active bidder wins."""
        self.providers: dict[str, set[str]] = {service: set() for service in case.services}
        for offer in offers:
            self.won[offer.bidder.id, offer.lot.service].append(offer)
            self.lots[offer.bidder.id].append(offer.lot)
            self.providers[offer.lot.service].add(offer.bidder.id)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the accepted bids."""
        return tuple(offer.id for offer in self.offers)

    def volume(self, bidder: str, service: str) -> Fraction:
        """The volume a bidder wins on a service."""
        return sum((offer.lot.volume for offer in self.won.get((bidder, service), ())), Fraction(0))

    def wte(self, bidder: str) -> Fraction:
        """The work of the lots a bidder wins."""
        return sum((lot.wte for lot in self.lots.get(bidder, ())), Fraction(0))

    def charges(self, case: Case) -> int:
        """Set-up of every (bidder, service) provided and overhead of every active bidder, in pence."""
        setup = sum(case.bidders[bidder].setup.get(service, 0) for bidder, service in self.won)
        return setup + sum(case.bidders[bidder].overhead for bidder in self.lots)

    def totals(self, case: Case) -> Totals:
        """What the award comes to."""
        weight = sum(lot.weight for lot in case.lots.values())
        return Totals(
            cost=sum(offer.cost for offer in self.offers) + self.charges(case),
            quality=sum((offer.weighted_quality for offer in self.offers), Fraction(0)) / weight,
            liability=sum(offer.liability for offer in self.offers),
            buyers_liability=sum(offer.buyers_liability for offer in self.offers),
            disruption=sum((offer.disruption for offer in self.offers), Fraction(0)),
        )
