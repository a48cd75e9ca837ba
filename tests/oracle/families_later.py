"""Which families of time, money and people a document switches on."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from tests.oracle.enumerate import awards
from tests.oracle.exact import exact
from tests.oracle.parts import end, parts
from tests.oracle.reading import read
from tests.oracle.rows import broken
from tests.oracle.tables import Bid, Case, Lot

Document = Mapping[str, Any]
Predicate = Callable[[Document], bool]


def _any(table: str, holds: Callable[[Any], Any]) -> Predicate:
    return lambda case: any(holds(row) for row in case.get(table) or ())


def _bids(holds: Callable[[Bid], Any]) -> Predicate:
    """Whether it holds of any bid, fallbacks too."""
    return lambda case: any(map(holds, read(case).bids.values()))


def _bids_here(holds: Callable[[Case, Bid], Any]) -> Predicate:
    """Whether it holds of any bid in its case."""

    def on(document: Document) -> bool:
        case = read(document)
        return any(holds(case, bid) for bid in case.bids.values())

    return on


def _on_lots(holds: Callable[[Case, Bid, Lot], Any]) -> Predicate:
    """Whether it holds of any bid on any of its lots that has staff."""
    return _bids_here(
        lambda case, bid: any(holds(case, bid, case.lots[lot]) for lot in bid.lots if case.lots[lot].staff_wte)
    )


def _ends_within(case: Case, bid: Bid) -> bool:
    return end(case, bid) < case.horizon.years


def _procured_again_twice(case: Case, bid: Bid) -> bool:
    return any(
        case.services[case.lots[lot].service].reprocurement_cost
        and end(case, bid) + case.services[case.lots[lot].service].successor_years < case.horizon.years
        for lot in bid.lots
    )


def _hosting_ends_in_price(case: Case, bid: Bid) -> bool:
    hosting = case.bidders[bid.bidder].hosting
    if hosting is None or not 0 < hosting.ends < case.horizon.years:
        return False
    return case.vat.get(case.bidders[bid.bidder].kind, 0) != case.vat.get(hosting.becomes, 0)


def _left_behind(case: Case, bid: Bid, lot: Lot) -> list[bool]:
    """Of each part of which some are left behind: whether it is the incumbent's."""
    found = [part for part in parts(case, bid, lot) if part.ending is not None and part.transfer and part.share]
    return [part.incumbents for part in found if part.ending is not None and part.ending.transfer < 1]


def _limited_by(family: str) -> Predicate:
    """Whether some award of the case breaks a rule of a family of paces."""

    def on(document: Document) -> bool:
        case = read(document)
        if not any(row.mobilisation for row in case.bidders.values()):
            return False
        return any(name.startswith(family) for award in awards(case) for name in broken(case, award))

    return on


def _amounts_differ(case: Document) -> Iterator[bool]:
    """Of each buyer, whether its budgets of several years differ."""
    for row in case["buyers"]:
        yield len({exact(value) for value in row.get("budget", {}).values()}) > 1


def _saves(document: Document) -> bool:
    case = read(document)
    return bool(case.vacancies) and any(award.totals(case).saving for award in awards(case))


def _scarce(document: Document) -> bool:
    """Whether in some award more may move than there are posts, and yet not all."""
    case = read(document)
    if not case.vacancies:
        return False
    for award in awards(case):
        saving = award.totals(case).saving
        owed = sum((offer.liability for offer in award.offers), Fraction(0))
        if 0 < saving < owed * Fraction(9, 10):
            return True
    return False


LATER: dict[str, Predicate] = {
    "bid that starts later": _bids(lambda bid: bid.start > 0),
    "bid that starts within a year": _bids(lambda bid: bid.start % 1 > 0),
    "package that starts later": _bids(lambda bid: bid.start > 0 and len(bid.lots) > 1),
    "present cost": _any("lots", lambda row: "present_cost" in row),
    "end within the horizon": _bids_here(_ends_within),
    "end within a year": _bids_here(lambda case, bid: _ends_within(case, bid) and end(case, bid) % 1 > 0),
    "extension counted upon": _bids_here(lambda case, bid: case.horizon.extended and bid.extension),
    "extension not counted upon": _bids_here(lambda case, bid: not case.horizon.extended and bid.extension),
    "extension at a price": _bids_here(lambda case, bid: case.horizon.extended and bid.extension_price is not None),
    "contract form": _any("bids", lambda row: "form" in row),
    "procured again": _any("services", lambda row: row.get("reprocurement_cost")),
    "procured again twice": _bids_here(_procured_again_twice),
    "indexation": _bids(lambda bid: bid.indexation > 0),
    "falling price": _bids(lambda bid: bid.indexation < 0),
    "price of a year": _bids(lambda bid: bid.prices),
    "price a head of a year": _bids(lambda bid: bid.prices and bid.per_head),
    "transition": _bids(lambda bid: bid.transition),
    "VAT": _bids_here(lambda case, bid: case.vat.get(case.bidders[bid.bidder].kind)),
    "VAT got back": _any("services", lambda row: row.get("vat_recoverable")),
    "VAT from the end of hosting": _bids_here(_hosting_ends_in_price),
    "pension": _on_lots(
        lambda case, bid, lot: any(part.terms.pension and not part.incumbents for part in parts(case, bid, lot))
    ),
    "fewer needed": _any("lots", lambda row: "required_wte" in row),
    "fewer needed, whoever wins": _on_lots(lambda _, bid, lot: lot.needed < 1 and bid.bidder == lot.incumbent),
    "left behind": _on_lots(lambda case, bid, lot: _left_behind(case, bid, lot)),
    "left behind by the incumbent": _on_lots(lambda case, bid, lot: any(_left_behind(case, bid, lot))),
    "left behind by a partner": _on_lots(
        lambda case, bid, lot: _left_behind(case, bid, lot) and case.bidders[bid.bidder].partners
    ),
    "employer": _any("staff_groups", lambda row: "employer" in row),
    "group of several lots by its employer": lambda case: any(
        len([lot for lot in case.get("lots") or () if lot.get("incumbent") == row["employer"]]) > 1
        for row in case.get("staff_groups", ())
        if not row.get("lots")
    ),
    "vacancy": lambda case: bool(case.get("vacancies")),
    "redeployment within a distance": lambda case: "redeploy_within_km" in case,
    "redeployment saves": _saves,
    "redeployment saves in part": _scarce,
    "pace of lots": _any("bidders", lambda row: "lots_a_month" in row.get("mobilisation", ())),
    "pace of wte": _any("bidders", lambda row: "wte_a_month" in row.get("mobilisation", ())),
    "pace of lots binds": _limited_by("mobilised_lots"),
    "pace of wte binds": _limited_by("mobilised_wte"),
    "budgets unlike by year": lambda case: any(_amounts_differ(case)),
}
