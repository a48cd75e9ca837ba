"""``min-providers`` decides the award: two providers of each service. A = 1, as for one year.

x asks 100 for each lot of IT and 50 for each of HR: 300 in all. y asks 120 and 110 for IT, 70 and 65 for HR, so a second
provider comes cheapest with b: £10 dearer for IT, £15 for HR.
"""

from decimal import Decimal

import pytest

from models import Case
from selector import apply_preset
from tests.references.decided import best, broken
from tests.references.tender import offer, tender

ASKED = {
    "x": {"a:it": 100, "b:it": 100, "a:hr": 50, "b:hr": 50},
    "y": {"a:it": 120, "b:it": 110, "a:hr": 70, "b:hr": 65},
}
BY_X = ("x/a:it", "x/a:hr", "x/b:it", "x/b:hr")
IT_SHARED = ("x/a:it", "x/a:hr", "y/b:it", "x/b:hr")
BOTH_SHARED = ("x/a:it", "x/a:hr", "y/b:it", "y/b:hr")


@pytest.fixture
def case() -> Case:
    bids = [offer(f"{bidder}/{lot}", price, lot) for bidder, row in ASKED.items() for lot, price in row.items()]
    return tender(dict.fromkeys("ab", 100_000), ["it", "hr"], bids)


def test_it_decides(case: Case) -> None:
    every = apply_preset("min-providers", case).case
    best(case, 300, *BY_X)
    best(every, 325, *BOTH_SHARED)
    best(apply_preset("min-providers", case, services=["it"]).case, 310, *IT_SHARED)
    assert broken(every, case) == {"rule[min-providers, it]", "rule[min-providers, hr]"}


@pytest.mark.parametrize(
    ("penalty", "cost", "counts_for", "bids"),
    [(5, 300, 10, BY_X), (12, 310, 12, IT_SHARED), (20, 325, 0, BOTH_SHARED)],
)
def test_made_soft(case: Case, penalty: int, cost: int, counts_for: int, bids: tuple[str, ...]) -> None:
    # Each service short of a provider counts for the penalty: HR's £15 and IT's £10 stand against it.
    decided = best(apply_preset("min-providers", case, penalty=Decimal(penalty)).case, cost, *bids)
    assert decided.totals.penalty == counts_for


def test_a_service_with_one_lot_is_left_out(case: Case) -> None:
    lots = tuple(lot for lot in case.tendered if lot.id != "b:hr")
    bids = tuple(bid for bid in case.bids if bid.lots != ("b:hr",))
    preset = apply_preset("min-providers", case.model_copy(update={"lots": lots, "bids": bids}))
    assert preset.remarks == ("Left out, as they have fewer than 2 lots: HR.",)
    best(preset.case, 260, "x/a:it", "x/a:hr", "y/b:it")
