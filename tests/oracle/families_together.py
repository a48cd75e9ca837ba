"""Which families of what is bid, won or bought together a document switches on."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.oracle.bars import alone
from tests.oracle.draw.packages import covering
from tests.oracle.exact import exact
from tests.oracle.reading import lot_rows, read

Document = Mapping[str, Any]
Predicate = Callable[[Document], bool]


def _any(rows: Callable[[Document], Iterator[Any]], holds: Callable[[Any], bool] = bool) -> Predicate:
    return lambda case: any(map(holds, rows(case)))


def _packages(case: Document) -> Iterator[list[tuple[str, str, str]]]:
    """The buyer, service and unit of each lot of each package."""
    units = {row["id"]: row.get("unit", "people") for row in case["services"]}
    lots = {lot["id"]: (lot["buyer"], lot["service"], units[lot["service"]]) for lot in lot_rows(case)}
    return ([lots[lot] for lot in bid["lots"]] for bid in case["bids"] if len(bid["lots"]) > 1)


def _several(at: int) -> Callable[[list[tuple[str, str, str]]], bool]:
    return lambda package: len({lot[at] for lot in package}) > 1


def _by_head(case: Document) -> Iterator[bool]:
    """Of each price a head, whether it is that of a package that has several lots of one buyer and others."""
    buyers = {lot["id"]: lot["buyer"] for lot in lot_rows(case)}
    for bid in case["bids"]:
        if bid.get("price_basis") == "head":
            yield 1 < len({buyers[lot] for lot in bid["lots"]}) < len(bid["lots"])


def _by_head_package(case: Document) -> Iterator[bool]:
    return (bid.get("price_basis") == "head" for bid in case["bids"] if len(bid["lots"]) > 1)


def _groups(case: Document) -> dict[tuple[str, str], list[int]]:
    """How many lots each bid of each exclusive group has."""
    found: dict[tuple[str, str], list[int]] = {}
    for bid in case["bids"]:
        if "exclusive_group" in bid:
            found.setdefault((bid["bidder"], bid["exclusive_group"]), []).append(len(bid["lots"]))
    return found


def _discounts(case: Document) -> Iterator[Document]:
    return iter(case.get("discounts", ()))


def _partly_in_scope(case: Document) -> bool:
    return any(
        bid["bidder"] == discount["bidder"] and len({lot[1] in discount["services"] for lot in package}) > 1
        for discount in _discounts(case)
        if discount.get("services")
        for bid, package in zip((bid for bid in case["bids"] if len(bid["lots"]) > 1), _packages(case), strict=True)
    )


def _joint(case: Document) -> Iterator[Document]:
    return iter(case.get("joint_purchases", ()))


def _joint_fallbacks(case: Document) -> bool:
    facts = read(case)
    optional = {lot["id"] for lot in lot_rows(case) if not lot.get("required", True)}
    for purchase in facts.joint_purchases:
        for service in purchase.services or facts.services:
            lots = [lot for lot in facts.lots.values() if lot.service == service and lot.buyer in purchase.buyers]
            if len([lot for lot in lots if lot.id in optional]) > 1:
                return True
    return False


def _grounds(case: Document) -> Iterator[tuple[str, bool]]:
    """The level of each ground that is to hang together, and whether distance decides."""
    for row in case["services"]:
        asked = row.get("contiguity")
        if asked is not None:
            yield asked.get("of", "area"), "within_km" in asked


def _partnerships(case: Document) -> Iterator[tuple[bool, bool, bool]]:
    """Of each partnership that bids: a partner of the NHS family, one that may not stand alone, a bar for want of it."""
    facts = read(case)
    for name in {bid.bidder for bid in facts.bids.values()}:
        partners = [facts.bidders[partner] for partner, _ in facts.bidders[name].partners]
        if partners:
            shy = any(row.partner_only for row in partners)
            yield any(row.nhs for row in partners), shy, bool(alone(facts, facts.bidders[name]))


def _incumbent_partner(case: Document) -> bool:
    facts = read(case)
    pairs = [(bid, facts.lots[lot]) for bid in facts.bids.values() for lot in bid.lots]
    return any(lot.incumbent in dict(facts.bidders[bid.bidder].partners) and lot.staff for bid, lot in pairs)


def _accredited(case: Document) -> Iterator[bool]:
    return (row.get("accredited") is not None for row in case.get("frameworks", ()))


def _some_outposts(case: Document) -> bool:
    return any(row.get("outposts") for row in case["services"])


TOGETHER: dict[str, Predicate] = {
    "package": _any(_packages),
    "package of several services": _any(_packages, _several(1)),
    "package of several buyers": _any(_packages, _several(0)),
    "package shared by people": _any(_packages, _several(2)),
    "package priced a head": _any(_by_head_package),
    "package priced a head, a buyer in it twice": _any(_by_head),
    "exclusive group": lambda case: any(len(lots) > 1 for lots in _groups(case).values()),
    "exclusive group of a package and others": lambda case: any(len(set(lots)) > 1 for lots in _groups(case).values()),
    "two groups of one name": lambda case: max(Counter(name for _, name in _groups(case)).values(), default=0) > 1,
    "discount by spend": _any(_discounts, lambda row: row.get("by", "spend") == "spend"),
    "discount by volume": _any(_discounts, lambda row: row.get("by") == "volume"),
    "discount by lots": _any(_discounts, lambda row: row.get("by") == "lots"),
    "discount on all units": _any(_discounts, lambda row: row.get("kind", "all_units") == "all_units"),
    "incremental discount": _any(_discounts, lambda row: row.get("kind") == "incremental"),
    "incremental discount in pounds a unit": _any(
        _discounts, lambda row: row.get("kind") == "incremental" and "per_unit" in row["tiers"][0]
    ),
    "rate by volume or lots": _any(
        _discounts, lambda row: row.get("by", "spend") != "spend" and "rate" in row["tiers"][0]
    ),
    "discount in pounds a unit": _any(_discounts, lambda row: "per_unit" in row["tiers"][0]),
    "discount of several tiers": _any(_discounts, lambda row: len(row["tiers"]) > 1),
    "tier from nothing": _any(_discounts, lambda row: exact(row["tiers"][0]["at_least"]) == 0),
    "discount on some services": _any(_discounts, lambda row: bool(row.get("services"))),
    "package partly in a discount's scope": _partly_in_scope,
    "outposts": _some_outposts,
    "outposts and capacity_wte": lambda case: (
        _some_outposts(case) and any("capacity_wte" in row for row in case["bidders"])
    ),
    "joint purchase": _any(_joint),
    "joint purchase of an area or region": _any(_joint, lambda row: "areas" in row or "regions" in row),
    "joint purchase of some services": _any(_joint, lambda row: "services" in row),
    "joint purchase with fallbacks": _joint_fallbacks,
    "contiguity by neighbours": _any(_grounds, lambda ground: not ground[1]),
    "contiguity by distance": _any(_grounds, lambda ground: ground[1]),
    "contiguity of buyers": _any(_grounds, lambda ground: ground[0] == "buyer"),
    "contiguity of areas": _any(_grounds, lambda ground: ground[0] == "area"),
    "contiguity of regions": _any(_grounds, lambda ground: ground[0] == "region"),
    "national board": lambda case: any(row.get("kind") == "national_board" for row in case["buyers"]),
    "NHS family stated": lambda case: any("nhs" in row for row in case["bidders"]),
    "partner_only": lambda case: any(row.get("partner_only") for row in case["bidders"]),
    "partner_only with the family": _any(_partnerships, lambda row: row[0] and row[1]),
    "partner_only without the family": _any(_partnerships, lambda row: row[2]),
    "partnership with an NHS part": _any(_partnerships, lambda row: row[0]),
    "partnership with the incumbent": _incumbent_partner,
    "framework": _any(_accredited),
    "competition": lambda case: any(row.get("min_competitors", 0) > 1 for row in case.get("frameworks", ())),
    "two frameworks": lambda case: len(case.get("frameworks", ())) > 1,
    "cap on lots": lambda case: "max_lots_per_bidder" in case,
    "cap on lots of a service": lambda case: any("max_lots_per_bidder" in row for row in case["services"]),
    "no choice of bids covers each lot once": lambda case: covering(case) == 0,
}
