"""Which families of rules, and which special cases of figures, a document switches on."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.oracle.exact import exact
from tests.oracle.families_later import LATER
from tests.oracle.families_together import TOGETHER
from tests.oracle.reading import Document, lot_rows, read


def families(document: Document) -> set[str]:
    """The names of those that are on."""
    return {name for name, on in FAMILIES.items() if on(document)}


def _stated(table: str, field: str) -> Callable[[Document], bool]:
    return lambda case: any(row.get(field) not in (None, {}, (), []) for row in case.get(table) or ())


def _positive(table: str, field: str) -> Callable[[Document], bool]:
    return lambda case: any(exact(value) > 0 for value in _values(case, table, field))


def _is(table: str, field: str, value: Any) -> Callable[[Document], bool]:
    return lambda case: value in _values(case, table, field)


def _values(case: Document, table: str, field: str) -> Iterator[Any]:
    return (row[field] for row in case.get(table) or () if field in row)


def _objective(field: str) -> Callable[[Document], bool]:
    return lambda case: exact(case.get("objective", {}).get(field, 0)) > 0


def _levels(case: Document) -> list[Document]:
    return list(case.get("objective", {}).get("levels", ()))


def _level_count(count: int) -> Callable[[Document], bool]:
    return lambda case: len(_levels(case)) == count


def _waived(here: bool) -> Callable[[Document], bool]:
    """Whether a listed in-house bidder is waived, or is not for it bids elsewhere too."""
    return lambda case: any(
        row.kind == "in_house" and row.at_home is here
        for row in read(case).bidders.values()
        if not row.id.startswith("in-house:")
    )


def _listed_out_of_order(case: Document) -> bool:
    buyers = [buyer["id"] for buyer in case["buyers"]]
    order = [buyers.index(lot["buyer"]) for lot in case.get("lots") or ()]
    return order != sorted(order)


def _partners_share_capacity(case: Document) -> bool:
    partners = {partner["bidder"] for row in case["bidders"] for partner in row.get("partners", ())}
    return any(row["id"] in partners and row.get("capacity") for row in case["bidders"])


def _bids_twice(case: Document) -> bool:
    pairs = [(bid["bidder"], bid["lots"][0]) for bid in case["bids"] if len(bid["lots"]) == 1]
    return len(set(pairs)) < len(pairs)


def _local_pool(case: Document) -> bool:
    """Whether viability may pool: a floor above 0 and a local service for several buyers."""
    local = {row["id"] for row in case["services"] if row.get("scale", "local") == "local"}
    buyers = {lot["buyer"] for lot in lot_rows(case) if lot["service"] in local}
    return len(buyers) > 1 and any(row.get("viability_floor", 300_000) > 0 for row in case["bidders"])


FAMILIES: dict[str, Callable[[Document], bool]] = {
    "criterion minimum": _stated("criteria", "minimum"),
    "criterion of some services": _stated("criteria", "services"),
    "lot min_quality": _stated("lots", "min_quality"),
    "service min_quality": _stated("services", "min_quality"),
    "vetoes": _stated("buyers", "vetoes"),
    "shortlist": _stated("buyers", "shortlist"),
    "floor": _positive("services", "floor"),
    "floor by kind": _stated("services", "floor_by_kind"),
    "served elsewhere by service": _stated("bidders", "served_elsewhere_by_service"),
    "capacity": _stated("bidders", "capacity"),
    "partnership": _is("bidders", "kind", "partnership"),
    "partners' capacity": _partners_share_capacity,
    "capacity_wte": _stated("bidders", "capacity_wte"),
    "explicit lot WTE": _stated("lots", "wte"),
    "min_providers": _positive("services", "min_providers"),
    "max_providers": _stated("services", "max_providers"),
    "pooled viability": _local_pool,
    "default viability floor": lambda case: any("viability_floor" not in row for row in case["bidders"]),
    "served elsewhere": _positive("bidders", "served_elsewhere"),
    "national service": _is("services", "scale", "national"),
    "budget": _stated("buyers", "budget"),
    "budgets of several years": lambda case: any(len(row.get("budget", ())) > 1 for row in case["buyers"]),
    "buyer's liability cap": _stated("buyers", "liability_cap"),
    "liability cap in all": lambda case: "liability_cap" in case,
    "min_mean_quality": _stated("buyers", "min_mean_quality"),
    "single": _is("services", "shape", "single"),
    "network": _is("services", "shape", "network"),
    "plural": _is("services", "shape", "plural"),
    "group": _stated("bidders", "group"),
    "quality standard": _positive("services", "quality_standard"),
    "optional lot": _is("lots", "required", False),
    "in-house at home": _waived(True),
    "in-house that sells": _waived(False),
    "incumbent": _stated("lots", "incumbent"),
    "staff": lambda case: bool(case.get("staff_groups")),
    "part time": lambda case: any(exact(value) < 1 for value in _values(case, "staff_groups", "wte_per_head")),
    "under two years": lambda case: any(exact(value) < 2 for value in _values(case, "staff_groups", "service_years")),
    "over 24 years": lambda case: any(exact(value) > 24 for value in _values(case, "staff_groups", "service_years")),
    "staff on several lots": lambda case: any(len(value) > 1 for value in _values(case, "staff_groups", "lots")),
    "continuous weeks": _stated("staff_groups", "continuous_weeks"),
    "transfer terms": lambda case: bool(case.get("transfer_terms")),
    "transfer of a bid": _stated("bids", "transfer"),
    "before the limits on pay": lambda case: case["date"] < "2015-04-01",
    "after the limits on pay": lambda case: case["date"] >= "2015-04-01",
    "several years": lambda case: case["horizon"]["years"] > 1,
    "stated discount rate": lambda case: "discount_rate" in case["horizon"],
    "price a head": _is("bids", "price_basis", "head"),
    "price of nothing": lambda case: any(exact(value) == 0 for value in _values(case, "bids", "price")),
    "set-up charge": _stated("bidders", "setup"),
    "overhead": _positive("bidders", "overhead"),
    "two bids of one bidder for one lot": _bids_twice,
    "lots left out": lambda case: "lots" not in case,
    "lots out of order": _listed_out_of_order,
    "service weight": _stated("services", "weight"),
    "volume in WTE": _is("services", "unit", "WTE"),
    "disruption in lots": lambda case: case.get("objective", {}).get("disruption") == "lots",
    "disruption in staff": lambda case: case.get("objective", {}).get("disruption") == "staff",
    "usual objective": lambda case: "objective" not in case,
    "liability weight": _objective("liability_weight"),
    "disruption value": _objective("disruption_value"),
    "quality value": _objective("quality_value"),
    "one level": _level_count(1),
    "two levels": _level_count(2),
    "three levels": _level_count(3),
    "four levels": _level_count(4),
    "tolerance": lambda case: any(exact(level.get("tolerance", 0)) > 0 for level in _levels(case)),
    **TOGETHER,
    **LATER,
}
