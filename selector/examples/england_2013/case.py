"""From a part of England to a case."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from models import FORMAT, Bid, Buyer, Case, Horizon, InHouse, Lot, MoneyValued, StaffGroup
from selector.examples.england_2013 import boards, limits, prices, qualities, staff
from selector.examples.england_2013.bidders import bidder
from selector.examples.england_2013.caps import most_lots
from selector.examples.england_2013.ccgs import Ccg, people_of
from selector.examples.england_2013.collective import joint_purchases
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.discounts import discounts
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.frameworks import frameworks
from selector.examples.england_2013.geography import neighbours
from selector.examples.england_2013.notes import notes
from selector.examples.england_2013.offers import bidders_for
from selector.examples.england_2013.packages import packages
from selector.examples.england_2013.service import service
from selector.examples.england_2013.services import Line
from selector.examples.england_2013.supplier import Supplier

_START = date(2013, 4, 1)
_HORIZON = Horizon(start=_START, years=3)

# Agreements of 2013 with NHS units ran at most 18 months; contracts with others, as a rule, three years.
_NHS_TERM, _TERM = Decimal("1.5"), Decimal(3)

# A point of Q is worth this part of what support typically costs over the horizon: ten points weigh as much as 5 % of
# price.
_WORTH_OF_A_POINT = 0.005


def build(name: str, cut: Cut, *, idle: bool) -> Case:
    """The case of a part of England, valid and with everything drawn from the cut's seed.

    ``idle`` says whether suppliers who turn out to bid for nothing stand in the case as well.
    """
    groups = tuple(group for ccg in cut.group for group in staff.groups(ccg, cut.lines, cut.seed))
    area_teams = () if cut.plain else boards.boards(cut)
    single = tuple(_bids(cut, area_teams))
    bids = single if cut.plain else (*single, *packages(cut))
    bidding = {bid.bidder for bid in bids}
    # A partner stands behind its partnership's bids even where it makes none of its own.
    standing = bidding | {partner for each in cut.roster if each.id in bidding for partner, _ in each.partners}
    wte = _wte(groups)
    return Case(
        format=FORMAT,
        name=name,
        notes=notes(cut),
        date=_START,
        horizon=_HORIZON,
        buyers=(*_buyers(cut, single), *(boards.buyer(cut, team) for team in area_teams)),
        services=tuple(service(line, cut.group, cut.national) for line in cut.lines),
        lots=(
            *(_lot(cut, ccg, line) for ccg in cut.group for line in cut.lines),
            *(boards.lot(team, line) for team in area_teams for line in boards.lines(cut)),
        ),
        bidders=tuple(bidder(cut, each, wte) for each in cut.roster if idle or each.id in standing),
        bids=bids,
        criteria=qualities.criteria(cut.lines),
        staff_groups=groups,
        transfer_terms=dict(staff.TERMS),
        liability_cap=limits.liability_cap(cut),
        objective=MoneyValued(quality_value=_quality_value(cut, area_teams)),
        discounts=() if cut.plain else discounts(cut, standing),
        frameworks=() if cut.plain else frameworks(cut, standing),
        joint_purchases=() if cut.plain else joint_purchases(cut.group, cut.lines),
        max_lots_per_bidder=None if cut.plain else most_lots(len(cut.group) * len(cut.lines), cut.national),
        neighbours=() if cut.plain else neighbours(cut.group),
    )


def _wte(groups: tuple[StaffGroup, ...]) -> dict[str, Decimal]:
    """Working time of the staff of each CCG, by ODS code."""
    found: dict[str, Decimal] = {}
    for group in groups:
        ods = group.id.partition("/")[0]
        found[ods] = found.get(ods, Decimal(0)) + group.headcount * group.wte_per_head
    return found


def _buyers(cut: Cut, single: tuple[Bid, ...]) -> Iterator[Buyer]:
    stances = limits.stances(cut, _HORIZON, single)
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


def _lot(cut: Cut, ccg: Ccg, line: Line) -> Lot:
    return Lot(
        id=f"{ccg.ods}/{line.id}",
        buyer=ccg.ods,
        service=line.id,
        required=not line.optional,
        in_house=_in_house(cut, ccg, line) if line.optional else None,
        incumbent=cut.incumbents[ccg.ods].id,
    )


def _in_house(cut: Cut, ccg: Ccg, line: Line) -> InHouse:
    draw = Stream(cut.seed, "fallback", ccg.ods, line.id)
    price = line.price * draw.uniform(0.9, 1.06) * prices.smallness(ccg, most=0.15)
    return InHouse(cost=rounded(price * ccg.people, 2), quality=rounded(draw.uniform(62, 76), 1))


def _bids(cut: Cut, area_teams: tuple[Ccg, ...]) -> Iterator[Bid]:
    for ccg in cut.group:
        for line in cut.lines:
            for supplier in bidders_for(cut, ccg, line):
                yield _bid(cut, supplier, ccg, line)
    for team in area_teams:
        for line in boards.lines(cut):
            for supplier in bidders_for(cut, team, line):
                yield _bid(cut, supplier, team, line)


def _bid(cut: Cut, supplier: Supplier, ccg: Ccg, line: Line) -> Bid:
    lot = f"{ccg.ods}/{line.id}"
    price = prices.asked(cut, supplier, ccg, line)
    return Bid(
        id=f"{supplier.id}/{lot}",
        bidder=supplier.id,
        lots=(lot,),
        price=price.price,
        price_basis=price.basis,
        term_years=_NHS_TERM if supplier.kind == "nhs_csu" else _TERM,
        scores=qualities.scores(cut, supplier, ccg, line),
        transfer=staff.own_terms(cut.seed, supplier, lot),
    )


def _quality_value(cut: Cut, area_teams: tuple[Ccg, ...]) -> Decimal:
    """£ of present value for a point of Q, to the thousand."""
    a_year = sum(line.price for line in cut.lines) * cut.people
    # Area teams' people count in Q a second time: without theirs, a point would be worth less to everybody else.
    a_year += sum(line.price for line in boards.lines(cut)) * people_of(
        ccg for ccg in cut.group for team in area_teams if ccg.area == team.area
    )
    years = float(sum((1 + _HORIZON.discount_rate) ** -year for year in range(_HORIZON.years)))
    return rounded(a_year * years * _WORTH_OF_A_POINT / 1000, 0) * 1000
