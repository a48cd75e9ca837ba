"""From a part of England to a case."""

from collections.abc import Iterator
from decimal import Decimal

from models import FORMAT, Bid, Buyer, Case, MoneyValued, StaffGroup
from selector.examples.england_2013 import boards, limits, qualities, staff
from selector.examples.england_2013.amounts import Amounts
from selector.examples.england_2013.bidders import bidder
from selector.examples.england_2013.caps import most_lots
from selector.examples.england_2013.ccgs import Ccg, people_of
from selector.examples.england_2013.collective import joint_purchases
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.discounts import discounts
from selector.examples.england_2013.draw import rounded
from selector.examples.england_2013.frameworks import frameworks
from selector.examples.england_2013.geography import neighbours
from selector.examples.england_2013.horizon import START, horizon
from selector.examples.england_2013.lots import lots_of
from selector.examples.england_2013.notes import notes
from selector.examples.england_2013.packages import packages
from selector.examples.england_2013.pensions import TERMS_WITH_PENSIONS
from selector.examples.england_2013.published import published
from selector.examples.england_2013.service import service
from selector.examples.england_2013.shared_staff import shared_staff
from selector.examples.england_2013.single import single_bids
from selector.examples.england_2013.tax import TAX
from selector.examples.england_2013.vacancies import WITHIN_KM, vacancies

# A point of Q is worth this part of what support typically costs over the horizon: ten points weigh as much as 5 % of
# price.
_WORTH_OF_A_POINT = 0.005


def build(name: str, cut: Cut, *, idle: bool) -> Case:
    """The case of a part of England, valid and with everything drawn from the cut's seed.

    ``idle`` says whether suppliers who turn out to bid for nothing stand in the case as well.
    """
    groups = tuple(_staff(cut))
    area_teams = () if cut.plain else boards.boards(cut)
    single = tuple(single_bids(cut, area_teams))
    bids = single if cut.plain else (*single, *packages(cut))
    bidding = {bid.bidder for bid in bids}
    # A partner stands behind its partnership's bids even where it makes none of its own.
    standing = bidding | {partner for each in cut.roster if each.id in bidding for partner, _ in each.partners}
    wte = _wte(groups)
    lots = tuple(lots_of(cut, area_teams, groups))
    services = tuple(service(cut, line) for line in cut.lines)
    amounts = Amounts.of(cut, lots, services, groups)
    return Case(
        format=FORMAT,
        name=name,
        notes=notes(cut),
        date=START,
        horizon=horizon(cut),
        buyers=(*_buyers(cut, single, amounts), *(boards.buyer(cut, team) for team in area_teams)),
        services=services,
        lots=lots,
        bidders=tuple(bidder(cut, each, wte) for each in cut.roster if idle or each.id in standing),
        bids=bids,
        criteria=qualities.criteria(cut.lines),
        staff_groups=groups,
        vacancies=() if cut.plain else tuple(vacancies(cut)),
        redeploy_within_km=None if cut.plain else WITHIN_KM,
        vat={} if cut.plain else dict(TAX),
        transfer_terms=dict(staff.TERMS if cut.plain else TERMS_WITH_PENSIONS),
        liability_cap=limits.liability_cap(cut),
        objective=MoneyValued(quality_value=_quality_value(cut, area_teams)),
        discounts=() if cut.plain else discounts(cut, standing),
        frameworks=() if cut.plain else frameworks(cut, standing),
        joint_purchases=() if cut.plain else joint_purchases(cut.group, cut.lines),
        max_lots_per_bidder=None if cut.plain else most_lots(len(cut.group) * len(cut.lines), cut.national),
        neighbours=() if cut.plain else neighbours(cut.group),
        published=() if cut.plain else published(cut),
    )


def _staff(cut: Cut) -> Iterator[StaffGroup]:
    for ccg in cut.group:
        yield from staff.groups(ccg, cut.lines, cut.seed, None if cut.plain else cut.incumbents[ccg.ods].id)
    if not cut.plain:
        yield from shared_staff(cut)


def _wte(groups: tuple[StaffGroup, ...]) -> dict[str, Decimal]:
    """Working time of the staff of each CCG, by ODS code, and of those that a unit's CCGs share, by its id."""
    found: dict[str, Decimal] = {}
    for group in groups:
        whose = group.id.partition("/")[0]
        found[whose] = found.get(whose, Decimal(0)) + group.headcount * group.wte_per_head
    return found


def _buyers(cut: Cut, single: tuple[Bid, ...], amounts: Amounts) -> Iterator[Buyer]:
    stances = limits.stances(cut, single, amounts)
    for ccg in cut.group:
        stance = stances[ccg.ods]
        yield Buyer(
            id=ccg.ods,
            name=ccg.name,
            population=ccg.people,
            area=ccg.area,
            region=ccg.region,
            lon=ccg.place.lon,
            lat=ccg.place.lat,
            budget=stance.budget,
            liability_cap=stance.liability_cap,
            min_mean_quality=stance.min_mean_quality,
            shortlist=stance.shortlist,
            vetoes=stance.vetoes,
        )


def _quality_value(cut: Cut, area_teams: tuple[Ccg, ...]) -> Decimal:
    """£ of present value for a point of Q, to the thousand."""
    a_year = sum(line.price for line in cut.lines) * cut.people
    # Area teams' people count in Q a second time: without theirs, a point would be worth less to everybody else.
    a_year += sum(line.price for line in boards.lines(cut)) * people_of(
        ccg for ccg in cut.group for team in area_teams if ccg.area == team.area
    )
    compared = horizon(cut)
    years = float(sum((1 + compared.discount_rate) ** -year for year in range(compared.years)))
    return rounded(a_year * years * _WORTH_OF_A_POINT / 1000, 0) * 1000
