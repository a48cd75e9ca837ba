"""Ten ways to leave the North West without an award: the bundled example, edited by hand."""

from collections.abc import Callable
from typing import Any

Document = dict[str, Any]
NORTH_WEST = ("Cheshire, Warrington and Wirral", "Greater Manchester", "Lancashire", "Merseyside")


def _row(case: Document, table: str, name: str) -> Document:
    found: Document = next(row for row in case[table] if row["id"] == name)
    return found


def national_floors_in_one_region(case: Document) -> None:
    """Nobody counts what it serves in the rest of England: five million people are not to be had here."""
    for bidder in case["bidders"]:
        bidder.get("served_elsewhere_by_service", {}).pop("business-intelligence", None)


def a_budget_below_the_cheapest_bids(case: Document) -> None:
    """One board cuts its budget to what no bids can meet."""
    _row(case, "buyers", "01F")["budget"]["2015-16"] = "900000.00"


def a_small_board_wants_more_for_less(case: Document) -> None:
    """Quality that can be had, and a budget that can be met, but not both."""
    buyer = _row(case, "buyers", "02D")
    buyer["min_mean_quality"] = "73"
    buyer["budget"]["2015-16"] = "905000.00"


def nobody_pays_for_redundancy(case: Document) -> None:
    """No liability at all, and budgets that rest on firms outside the NHS."""
    case["liability_cap"] = "0.00"


def every_bidder_vetoed(case: Document) -> None:
    """A board vetoes all that bid for one of its services."""
    lots = {lot["id"] for lot in case["lots"] if lot["buyer"] == "01T" and lot["service"] == "estates"}
    _row(case, "buyers", "01T")["vetoes"] = sorted({bid["bidder"] for bid in case["bids"] if lots & set(bid["lots"])})


def one_organisation_for_a_service_too_large(case: Document) -> None:
    """Back office from one central organisation, which nobody has room for."""
    _row(case, "services", "back-office")["shape"] = "single"
    del _row(case, "services", "back-office")["max_providers"]
    for bidder in case["bidders"]:
        if "back-office" in bidder.get("capacity", {}):
            bidder["capacity"]["back-office"] = "4000000"


def too_little_room_for_a_service(case: Document) -> None:
    """NHS units alone bid for one service, where they bid at all, and they can take on less of it than there is."""
    units = {bidder["id"] for bidder in case["bidders"] if bidder["kind"] == "nhs_csu"}
    lots = {lot["id"] for lot in case["lots"] if lot["service"] == "complaints"}
    offered = {lot for bid in case["bids"] if bid["bidder"] in units for lot in lots & set(bid["lots"])}
    case["bids"] = [bid for bid in case["bids"] if bid["bidder"] in units or not offered & set(bid["lots"])]
    for bidder in case["bidders"]:
        bidder.setdefault("capacity", {})["complaints"] = "800000"


def a_minimum_that_no_bid_meets(case: Document) -> None:
    """Basic protection set so high that a lot is left without bids."""
    next(row for row in case["criteria"] if row["id"] == "information-governance")["minimum"] = "88"


def more_providers_than_floors_allow(case: Document) -> None:
    """Four providers of the back office, of two million people each, and no more than this region to share."""
    service = _row(case, "services", "back-office")
    service["min_providers"] = service["max_providers"] = 4
    for bidder in case["bidders"]:
        bidder.get("served_elsewhere_by_service", {}).pop("back-office", None)


def a_standard_between_two_providers(case: Document) -> None:
    """Each provider of business intelligence at a standard that only few bids reach."""
    _row(case, "services", "business-intelligence")["quality_standard"] = "79"


CASES: tuple[Callable[[Document], None], ...] = (
    national_floors_in_one_region,
    a_budget_below_the_cheapest_bids,
    a_small_board_wants_more_for_less,
    nobody_pays_for_redundancy,
    every_bidder_vetoed,
    one_organisation_for_a_service_too_large,
    too_little_room_for_a_service,
    a_minimum_that_no_bid_meets,
    more_providers_than_floors_allow,
    a_standard_between_two_providers,
)
