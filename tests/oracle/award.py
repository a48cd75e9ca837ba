"""An award, and who thereby provides what to whom."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.board_rows import penalties
from tests.oracle.discounts import Earned, earned
from tests.oracle.exact import pence
from tests.oracle.redeployment import most_saved
from tests.oracle.tables import Case, Lot
from tests.oracle.worth import Offer, Worth


@dataclass(frozen=True)
class Outpost:
    """Local staff that a provider keeps in an area; ``cost`` in pence."""

    bidder: str
    service: str
    area: str
    wte: Fraction
    cost: int


@dataclass(frozen=True)
class Totals:
    """The four objectives, what they are made of, what buyers pay of the liability, and the penalty.

    Money in pence, quality and disruption exact; ``liability`` is after redeployment, which saves ``saving``, not
    rounded. ``penalties`` are what broken soft rules count for, in pounds, not rounded, and part of none. ``discounts`` has an entry for each discount whose bidder wins something in its scope, ``outposts`` those
    kept.
    """

    cost: int
    quality: Fraction
    liability: int
    saving: Fraction
    buyers_liability: int
    disruption: Fraction
    charges: int
    discount: int
    discounts: tuple[Earned, ...]
    outposts: tuple[Outpost, ...]
    penalties: Fraction

    @property
    def redeployed(self) -> int:
        """What redeployment takes off the liability, to a penny."""
        return pence(self.saving / 100)

    @property
    def penalty(self) -> int:
        """What broken soft rules count for, to a penny."""
        return pence(self.penalties)


class Award:
    """Accepted bids that cover each lot once; ``offers`` are theirs in the order of the case's lots."""

    def __init__(self, case: Case, bids: tuple[Worth, ...]) -> None:
        self.bids = bids
        by_lot = {offer.lot.id: offer for bid in bids for offer in bid.offers}
        self.offers = tuple(by_lot[lot] for lot in case.lots)
        self.won: defaultdict[tuple[str, str], list[Offer]] = defaultdict(list)
        """The offers with which a bidder provides a service, by (bidder, service)."""
        self.lots: defaultdict[str, list[Lot]] = defaultdict(list)
        """The lots that an active bidder wins."""
        self.providers: dict[str, set[str]] = {service: set() for service in case.services}
        for offer in self.offers:
            self.won[offer.bidder.id, offer.lot.service].append(offer)
            self.lots[offer.bidder.id].append(offer.lot)
            self.providers[offer.lot.service].add(offer.bidder.id)
        self.outposts = tuple(self._outposts(case))

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of the bid accepted for each lot: a package stands at each of its lots."""
        return tuple(offer.id for offer in self.offers)

    def volume(self, bidder: str, service: str) -> Fraction:
        """The volume a bidder wins on a service."""
        return sum((offer.lot.volume for offer in self.won.get((bidder, service), ())), Fraction(0))

    def wte(self, bidder: str) -> Fraction:
        """The work of the lots a bidder wins, and of the outposts it keeps."""
        kept = sum((outpost.wte for outpost in self.outposts if outpost.bidder == bidder), Fraction(0))
        return kept + sum((lot.wte for lot in self.lots.get(bidder, ())), Fraction(0))

    def charges(self, case: Case) -> int:
        """Set-up of every (bidder, service) provided, overhead of every active bidder, and the outposts, in pence."""
        setup = sum(case.bidders[bidder].setup.get(service, 0) for bidder, service in self.won)
        overhead = sum(case.bidders[bidder].overhead for bidder in self.lots)
        return setup + overhead + sum(outpost.cost for outpost in self.outposts)

    def totals(self, case: Case) -> Totals:
        """What the award comes to."""
        weight = sum(lot.weight for lot in case.lots.values())
        discounts = tuple(filter(None, (earned(case, discount, self.bids) for discount in case.discounts)))
        charges, discount = self.charges(case), sum(row.amount for row in discounts)
        saving = most_saved(case, self.bids)
        return Totals(
            cost=sum(bid.cost for bid in self.bids) + charges - discount,
            quality=sum((offer.weighted_quality for offer in self.offers), Fraction(0)) / weight,
            liability=sum(offer.liability for offer in self.offers) - pence(saving / 100),
            saving=saving,
            buyers_liability=sum(offer.buyers_liability for offer in self.offers),
            disruption=sum((offer.disruption for offer in self.offers), Fraction(0)),
            charges=charges,
            discount=discount,
            discounts=discounts,
            outposts=self.outposts,
            penalties=penalties(case, self.offers),
        )

    def _outposts(self, case: Case) -> Iterator[Outpost]:
        """By bidder, service and area, in the order of the case."""
        asking = [service for service in case.services.values() if service.outposts]
        for bidder in case.bidders.values() if asking else ():
            for service in asking:
                served = {case.buyers[offer.lot.buyer].area for offer in self.won.get((bidder.id, service.id), ())}
                for area, wte in service.outposts.items():
                    if area in served and not bidder.at_home:
                        cost = pence(bidder.outpost_cost.get(service.id, Fraction(0)) * wte * case.annuity)
                        yield Outpost(bidder.id, service.id, area, wte, cost)
