"""What single CCGs insist on, and what all of them can bear. Synthetic, but for the running-cost allowance."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from models import Bid
from selector.examples.england_2013.amounts import Amounts
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.frameworks import CARE, accredited_for_care
from selector.examples.england_2013.horizon import horizon
from selector.examples.england_2013.supplier import Supplier

# £ a head for running costs (NHS England, November 2012 and February 2014).
# Later years are taken to be as 2015-16.
ALLOWANCE = {"2013-14": 24.73, "2014-15": 24.73, "2015-16": 22.07, "2016-17": 22.07, "2017-18": 22.07}

# A board gives support the part of its allowance that the incumbent's bids, with all that they bring with them, would
# take in the leanest year, less so much of what the cheapest bids would save; more of it where it is short of money.
_SAVING, _TIGHT_SAVING = (-0.1, 0.0), (0.42, 0.52)

# The share of CCGs, at least one, that state each limit.
_FEW = {"tight budget": 0.1, "liability cap": 0.2, "quality": 0.2, "shortlist": 0.05, "veto": 0.08}

# £ a head. In a full tender CCGs bear more: those who are not needed do not transfer.
_PLAIN_BUYER_CAP, _PLAIN_CAP = 0.35, 0.40
_BUYER_CAP, _CAP = 0.70, 0.90
_LEAST_MEAN_QUALITY = (67.0, 68.5)
_ByYear = tuple[float, ...]
_OUTSIDE_NHS = frozenset({"private", "voluntary", "local_authority", "partnership"})


@dataclass(frozen=True)
class Stance:
    """What one CCG states beside its people."""

    budget: dict[str, Decimal]
    liability_cap: Decimal | None
    min_mean_quality: Decimal | None
    shortlist: tuple[str, ...] | None
    vetoes: tuple[str, ...]


def stances(cut: Cut, bids: Sequence[Bid], amounts: Amounts) -> dict[str, Stance]:
    """The stance of each CCG by its ODS code, given the bids for its lots and what they come to."""
    bidding = {bid.bidder for bid in bids}
    offered = [supplier for supplier in cut.roster if supplier.id in bidding]
    family = tuple(each.id for each in offered if each.kind == "nhs_csu")
    outsiders = [each.id for each in offered if each.kind in _OUTSIDE_NHS]
    few = _few(cut)
    support = _support(cut, bids, amounts)
    years = horizon(cut).financial_years
    found = {}
    for ccg in cut.group:
        draw = Stream(cut.seed, "stance", ccg.ods)
        saving = draw.uniform(*(_TIGHT_SAVING if ccg.ods in few["tight budget"] else _SAVING))
        part = max(
            (incumbent - saving * (incumbent - cheapest)) / (ALLOWANCE[year] * ccg.people)
            for year, incumbent, cheapest in zip(years, *support[ccg.ods], strict=True)
        )
        own = tuple(each.id for each in offered if each.buyer == ccg.ods)
        found[ccg.ods] = Stance(
            budget={year: rounded(ALLOWANCE[year] * part * ccg.people / 1000, 0) * 1000 for year in years},
            liability_cap=rounded((_PLAIN_BUYER_CAP if cut.plain else _BUYER_CAP) * ccg.people / 1000, 0) * 1000
            if ccg.ods in few["liability cap"]
            else None,
            min_mean_quality=rounded(draw.uniform(*_LEAST_MEAN_QUALITY), 1) if ccg.ods in few["quality"] else None,
            # It will stay within the NHS family.
            shortlist=family + own if ccg.ods in few["shortlist"] else None,
            vetoes=(outsiders[draw.whole(0, len(outsiders) - 1)],) if ccg.ods in few["veto"] and outsiders else (),
        )
    return found


def _support(cut: Cut, bids: Iterable[Bid], amounts: Amounts) -> dict[str, tuple[_ByYear, _ByYear]]:
    """£ in each year for all lots of a CCG as its incumbent asks and as the cheapest bids do, by ODS code."""
    people = {ccg.ods: ccg.people for ccg in cut.group}
    known = {each.id: each for each in cut.roster}
    usual: dict[str, _ByYear] = {}
    cheapest: dict[str, _ByYear] = {}
    lesser = {each.id for each in cut.roster if each.partner_only}
    for bid in bids:
        ods = _ods(bid.lots[0])
        if ods not in people or bid.bidder in lesser:
            continue
        supplier, lot = known[bid.bidder], bid.lots[0]
        asked = amounts.by_year(bid, supplier, people[ods])
        cheapest[lot] = min(asked, cheapest.get(lot, asked), key=_in_the_end)
        if _may_go_on(cut, cut.incumbents[ods], lot):
            if supplier == cut.incumbents[ods]:
                usual[lot] = asked
        elif supplier.kind == "nhs_csu" and _may_go_on(cut, supplier, lot):
            # Its incumbent may not go on: the board is ready for the dearest unit that could take over.
            usual[lot] = max(asked, usual.get(lot, asked), key=_in_the_end)
    usually, least = _by_ccg(usual), _by_ccg(cheapest)
    return {ods: (usually[ods], least[ods]) for ods in people}


def _in_the_end(asked: _ByYear) -> float:
    return asked[-1]


def _may_go_on(cut: Cut, unit: Supplier, lot: str) -> bool:
    """Whether a lot that must be let may go to a unit."""
    return cut.plain or lot.partition("/")[2] not in CARE or accredited_for_care(cut, unit)


def _by_ccg(amounts: Mapping[str, _ByYear]) -> dict[str, _ByYear]:
    """Amounts of lots added up, by ODS code."""
    found: dict[str, _ByYear] = {}
    for lot, asked in amounts.items():
        before = found.get(_ods(lot), (0.0,) * len(asked))
        found[_ods(lot)] = tuple(total + more for total, more in zip(before, asked, strict=True))
    return found


def _ods(lot: str) -> str:
    return lot.partition("/")[0]


def liability_cap(cut: Cut) -> Decimal:
    """Most that all CCGs together can pay for redundancies."""
    return rounded((_PLAIN_CAP if cut.plain else _CAP) * cut.people / 10_000, 0) * 10_000


def _few(cut: Cut) -> dict[str, frozenset[str]]:
    """The CCGs that state each limit, as a draw has it: each at most one, lest a CCG ask the impossible."""
    left = [ccg.ods for ccg in sorted(cut.group, key=lambda ccg: Stream(cut.seed, "limit", ccg.ods).uniform(0, 1))]
    few = {}
    for limit, share in _FEW.items():
        number = ceil(share * len(cut.group))
        few[limit], left = frozenset(left[:number]), left[number:]
    return few
