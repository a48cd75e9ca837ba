"""The rules that an award breaks: the second table of the specification, one function for each family."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from tests.oracle.award import Award
from tests.oracle.board_rows import rows
from tests.oracle.mobilised import loads
from tests.oracle.tables import Case, Lot
from tests.oracle.together import caps_on_lots, contiguity, exclusive, joint
from tests.oracle.worth import Offer


def broken(case: Case, award: Award) -> Iterator[str]:
    """The names of the rules that ``award`` breaks, as the specification writes them, family by family."""
    for family in _FAMILIES:
        yield from family(case, award)


def _floors(case: Case, award: Award) -> Iterator[str]:
    for bidder, service in award.won:
        row, asked = case.bidders[bidder], case.services[service]
        volume = award.volume(bidder, service) + row.served_elsewhere_by_service.get(service, 0)
        if not row.at_home and volume < asked.floor_by_kind.get(row.kind, asked.floor):
            yield f"floor[{bidder}, {service}]"


def _capacities(case: Case, award: Award) -> Iterator[str]:
    for row in case.bidders.values():
        for service, capacity in row.capacity.items():
            if award.volume(row.id, service) > capacity:
                yield f"capacity[{row.id}, {service}]"


def _shared_capacities(case: Case, award: Award) -> Iterator[str]:
    for row in case.bidders.values():
        if row.memberships:
            for service, capacity in row.capacity.items():
                drawn = sum(share * award.volume(partnership, service) for partnership, share in row.memberships)
                if award.volume(row.id, service) + drawn > capacity:
                    yield f"shared_capacity[{row.id}, {service}]"


def _work(case: Case, award: Award) -> Iterator[str]:
    for row in case.bidders.values():
        if row.capacity_wte is not None:
            drawn = sum(share * award.wte(partnership) for partnership, share in row.memberships)
            if award.wte(row.id) + drawn > row.capacity_wte:
                yield f"capacity_wte[{row.id}]"


def _provider_counts(case: Case, award: Award) -> Iterator[str]:
    for row in case.services.values():
        count = len(award.providers[row.id])
        if count < row.min_providers:
            yield f"min_providers[{row.id}]"
        if row.max_providers is not None and count > row.max_providers:
            yield f"max_providers[{row.id}]"


def _viability(case: Case, award: Award) -> Iterator[str]:
    for bidder, lots in award.lots.items():
        row = case.bidders[bidder]
        served = served_in_local_services(case, lots)
        people = sum(case.buyers[buyer].people for buyer in served) + row.served_elsewhere
        if served and not row.at_home and people < row.viability_floor:
            yield f"viability[{bidder}]"


def served_in_local_services(case: Case, lots: Iterable[Lot]) -> set[str]:
    """The buyers of local lots whose people count: those of a national board are the CCGs'."""
    return {lot.buyer for lot in lots if case.services[lot.service].local and case.buyers[lot.buyer].counted}


def _mobilised(case: Case, award: Award) -> Iterator[str]:
    for load in loads(case, award):
        if load.amount > load.rate * load.months:
            yield f"mobilised_{load.of}[{load.bidder}, {load.day}]"


def _budgets(case: Case, award: Award) -> Iterator[str]:
    for row in case.buyers.values():
        for year, budget in row.budget.items():
            if spent(case, award, row.id, year) > budget:
                yield f"budget[{row.id}, {year}]"


def spent(case: Case, award: Award, buyer: str, year: str) -> int:
    """What the buyer's own lots come to in a financial year, in pence."""
    at = case.horizon.names.index(year)
    return sum(offer.amounts[at] for offer in award.offers if offer.lot.buyer == buyer)


def _liability_caps(case: Case, award: Award) -> Iterator[str]:
    for row in case.buyers.values():
        owed = sum(offer.buyers_liability for offer in award.offers if offer.lot.buyer == row.id)
        if row.liability_cap is not None and owed > row.liability_cap:
            yield f"liability_cap[{row.id}]"
    owed = sum(offer.buyers_liability for offer in award.offers)
    if case.liability_cap is not None and owed > case.liability_cap:
        yield "liability_cap"


def _buyers_quality(case: Case, award: Award) -> Iterator[str]:
    for row in case.buyers.values():
        if row.min_mean_quality is not None:
            mine = [offer for offer in award.offers if offer.lot.buyer == row.id]
            quality = sum((offer.weighted_quality for offer in mine), Fraction(0))
            if quality < row.min_mean_quality * sum(offer.lot.weight for offer in mine):
                yield f"min_mean_quality[{row.id}]"


def _shapes(case: Case, award: Award) -> Iterator[str]:
    for row in case.services.values():
        providers = award.providers[row.id]
        groups = {case.bidders[bidder].group for bidder in providers}
        kept = {
            None: True,
            "single": len(providers) == 1,
            "network": len(groups) <= 1,
            "plural": len(providers) >= 2,
        }
        if not kept[row.shape]:
            yield f"shape[{row.id}]"


def _standards(case: Case, award: Award) -> Iterator[str]:
    for row in case.services.values():
        if row.quality_standard is None:
            continue
        if row.shape == "plural":
            for bidder in sorted(award.providers[row.id]):
                if not _meets(award.won[bidder, row.id], row.quality_standard):
                    yield f"quality_standard[{bidder}, {row.id}]"
        elif not _meets([offer for offer in award.offers if offer.lot.service == row.id], row.quality_standard):
            yield f"quality_standard[{row.id}]"


def _meets(offers: Iterable[Offer], standard: Fraction) -> bool:
    """Whether the mean quality of the offers, weighted by people, is at least the standard."""
    return sum(offer.people_quality - offer.lot.people * standard for offer in offers) >= 0


def _picks(case: Case, award: Award) -> Iterator[str]:
    for pick, bid in case.board.picks.items():
        if bid not in award.ids:
            yield f"pick[{pick}]"


def _rules(case: Case, award: Award) -> Iterator[str]:
    for row in rows(case, award.offers):
        if not row.rule.soft and not row.kept:
            yield row.name


_FAMILIES = (
    exclusive,
    _floors,
    _capacities,
    _shared_capacities,
    _work,
    caps_on_lots,
    _provider_counts,
    _viability,
    _mobilised,
    joint,
    contiguity,
    _budgets,
    _liability_caps,
    _buyers_quality,
    _shapes,
    _standards,
    _picks,
    _rules,
)
