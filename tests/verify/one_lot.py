"""One lot with staff on it, and who wins it."""

from typing import Any

from models import Case, StaffOutcome
from selector.verify.award import Award
from selector.verify.people import people
from selector.verify.tender import Tender
from tests.verify.small import small

# 4 heads at £36,500 a year: £3,045.00 for each of 10 years, so £30,450.00.
GROUP: dict[str, Any] = {"id": "s", "headcount": 4, "salary": 36_500, "service_years": 10}
TERMS = {
    "nhs_csu": {"transfer": "0.8", "buyer_share": "0.5", "pension": "0.02"},
    "partnership": {"transfer": "0.5", "buyer_share": "0.9", "pension": "0.04"},
    "private": {"transfer": 0, "buyer_share": 1, "pension": "0.1"},
    "voluntary": {"transfer": 1, "buyer_share": "0.25"},
}


def one_lot(bidder: dict[str, Any], lot: dict[str, Any] | None = None, **changes: Any) -> Case:
    """One lot with the group on it, won by a bidder; old provides it today."""
    bidders = [
        {"id": "old", "name": "Old", "kind": "private"},
        {
            "id": "unit",
            "name": "Unit",
            "kind": "nhs_csu",
            "hosting": {"until": "2015-10-01", "becomes": "voluntary", "transfer": "0.75"},
        },
        {"id": "j", "name": "J", "viability_floor": 0, **bidder},
    ]
    bid = {"id": "f1", "bidder": "j", "lots": ["b:f"], "price": 0, **changes.pop("bid", {})}
    return small(
        **{
            "date": "2014-04-01",
            "services": [{"id": "f", "name": "F"}],
            "lots": [{"id": "b:f", "buyer": "b", "service": "f", "incumbent": "old", "present_cost": 0, **(lot or {})}],
            "bidders": bidders,
            "bids": [bid],
            "staff_groups": [GROUP | {"lots": [{"lot": "b:f"}]}],
            "transfer_terms": TERMS,
        }
        | changes
    )


CSU: dict[str, Any] = {"kind": "nhs_csu"}
HOSTED: dict[str, Any] = CSU | {"hosting": {"until": "2015-10-01", "becomes": "private", "transfer": "0.6"}}


def outcome(case: Case) -> StaffOutcome | None:
    """What becomes of the staff where the bids listed win."""
    tender = Tender(case)
    award = Award(tender, {lot: bid for bid in tender.bids.values() for lot in bid.lots})
    return people(award, {})
