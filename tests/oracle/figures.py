"""Where an award stands against every limit that can be a member: the figure at which it would just be kept."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from tests.oracle.award import Award
from tests.oracle.criteria import comes_to
from tests.oracle.exact import PENNY
from tests.oracle.mobilised import loads
from tests.oracle.rows import served_in_local_services, spent
from tests.oracle.tables import Case
from tests.oracle.worth import Offer

Figure = tuple[str, Fraction | None]


def figures(case: Case, own_quality: frozenset[str], award: Award) -> Iterator[Figure]:
    """Names of members with the figures that the award asks of them; of a name given twice both must be met.

    A figure is None where no limit would do, though to do without it would.

    Standards of quality are left to their shapes, numbers of competitors to their frameworks.

    Parameters
    ----------
    own_quality
        The lots that state a ``min_quality`` of their own.
    """
    yield from _floors(case, award)
    yield from _capacities(case, award)
    yield from _counts(award)
    yield from _lots(case, award)
    yield from _viability(case, award)
    yield from _mobilised(case, award)
    yield from _money(case, award)
    yield from _buyers_quality(case, award)
    yield from _qualities(case, own_quality, award)


def mean(offers: Iterable[Offer]) -> Fraction:
    """The mean quality of the offers, weighted by people."""
    listed = list(offers)
    return sum((offer.people_quality for offer in listed), Fraction(0)) / sum(offer.lot.people for offer in listed)


def _floors(case: Case, award: Award) -> Iterator[Figure]:
    for bidder, service in award.won:
        row = case.bidders[bidder]
        if not row.at_home:
            by_kind = row.kind in case.services[service].floor_by_kind
            name = f"floor_by_kind[{service}, {row.kind}]" if by_kind else f"floor[{service}]"
            yield name, award.volume(bidder, service) + row.served_elsewhere_by_service.get(service, 0)


def _capacities(case: Case, award: Award) -> Iterator[Figure]:
    """What a bidder wins with what its partnerships draw on it: never less than what it wins."""
    for row in case.bidders.values():
        for service in row.capacity:
            drawn = sum(share * award.volume(partnership, service) for partnership, share in row.memberships)
            yield f"capacity[{row.id}, {service}]", award.volume(row.id, service) + drawn
        work = sum(share * award.wte(partnership) for partnership, share in row.memberships)
        yield f"capacity_wte[{row.id}]", award.wte(row.id) + work


def _counts(award: Award) -> Iterator[Figure]:
    for service, providers in award.providers.items():
        yield f"min_providers[{service}]", Fraction(len(providers))
        yield f"max_providers[{service}]", Fraction(len(providers))


def _lots(case: Case, award: Award) -> Iterator[Figure]:
    for bidder, lots in award.lots.items():
        if not case.bidders[bidder].at_home:
            yield "max_lots", Fraction(len(lots))
    for (bidder, service), won in award.won.items():
        if not case.bidders[bidder].at_home:
            yield f"max_lots[{service}]", Fraction(len(won))


def _viability(case: Case, award: Award) -> Iterator[Figure]:
    for bidder, lots in award.lots.items():
        row = case.bidders[bidder]
        served = served_in_local_services(case, lots)
        if served and not row.at_home:
            people = sum(case.buyers[buyer].people for buyer in served)
            yield f"viability[{bidder}]", Fraction(people + row.served_elsewhere)


def _mobilised(case: Case, award: Award) -> Iterator[Figure]:
    """The paces at which bidders would have to take work over."""
    for load in loads(case, award):
        if load.amount:
            yield f"mobilised_{load.of}[{load.bidder}]", load.amount / load.months if load.months else None


def _money(case: Case, award: Award) -> Iterator[Figure]:
    yield "liability_cap", sum(offer.buyers_liability for offer in award.offers) * PENNY
    for row in case.buyers.values():
        mine = [offer for offer in award.offers if offer.lot.buyer == row.id]
        yield f"liability_cap[{row.id}]", sum(offer.buyers_liability for offer in mine) * PENNY
        for year in row.budget:
            yield f"budget[{row.id}, {year}]", spent(case, award, row.id, year) * PENNY


def _buyers_quality(case: Case, award: Award) -> Iterator[Figure]:
    for buyer in case.buyers:
        mine = [offer for offer in award.offers if offer.lot.buyer == buyer]
        if mine:
            quality = sum((offer.weighted_quality for offer in mine), Fraction(0))
            yield f"min_mean_quality[{buyer}]", quality / sum(offer.lot.weight for offer in mine)


def _qualities(case: Case, own_quality: frozenset[str], award: Award) -> Iterator[Figure]:
    for offer in award.offers:
        lot = offer.lot
        yield f"min_quality[{lot.id if lot.id in own_quality else lot.service}]", offer.quality
    for offer in award.offers:
        if not offer.bidder.fallback:
            found, _ = comes_to(case.criteria, offer.lot.service, case.bids[offer.id].scores)
            for criterion, score in found.items():
                yield f"minimum[{criterion}]", score
