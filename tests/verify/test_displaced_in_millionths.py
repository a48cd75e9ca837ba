"""How many of a group are displaced: lot by lot, in millionths of a WTE, rounded down."""

from typing import Any

from selector.verify.award import Award
from selector.verify.redeployment import Redeployment
from selector.verify.tender import Tender
from tests.verify.small import small


def displaced(**bid: Any) -> int:
    lots = [{"id": f"b:{name}", "buyer": "b", "service": name} for name in "fg"]
    shares = [{"lot": lot["id"], "share": "0.333333"} for lot in lots]
    case = small(
        lots=lots,
        bids=[{"id": "both", "bidder": "j", "lots": ["b:f", "b:g"], "price": 0, **bid}],
        staff_groups=[
            {"id": "s", "lots": shares, "headcount": 5, "wte_per_head": "0.7", "salary": 1, "service_years": 1}
        ],
    )
    tender = Tender(case)
    return Redeployment(Award(tender, dict.fromkeys(tender.lots, tender.bids["both"]))).displaced["s"]


def test_each_lot_is_rounded_by_itself() -> None:
    # 5 x 0.7 x 0.333333 = 1.1666655 WTE on each lot, of a private bidder all; of half of them, 0.58333275.
    assert displaced() == 2 * 1_166_665
    assert displaced(transfer="0.5") == 2 * 583_332
    assert displaced(transfer=1) == 0
