"""``conflict-of-interest`` decides the award: x wins nothing of a. A = 1, as for one year.

x asks 100 for each lot of IT and 50 for each of HR: 300. y asks 120 and 115 for IT, 60 for each of HR. For a the lots go to
y: £20 dearer for IT and £10 for HR, 330. Of a's IT alone: 320.
"""

from decimal import Decimal

import pytest

from models import Case
from selector import apply_preset
from tests.references.decided import best, broken
from tests.references.tender import offer, tender

ASKED = {
    "x": {"a:it": 100, "b:it": 100, "a:hr": 50, "b:hr": 50},
    "y": {"a:it": 120, "b:it": 115, "a:hr": 60, "b:hr": 60},
}
BY_X = ("x/a:it", "x/a:hr", "x/b:it", "x/b:hr")
HR_BY_Y = ("x/a:it", "y/a:hr", "x/b:it", "x/b:hr")
A_BY_Y = ("y/a:it", "y/a:hr", "x/b:it", "x/b:hr")


@pytest.fixture
def case() -> Case:
    bids = [offer(f"{bidder}/{lot}", price, lot) for bidder, row in ASKED.items() for lot, price in row.items()]
    return tender(dict.fromkeys("ab", 100_000), ["it", "hr"], bids)


def test_it_decides(case: Case) -> None:
    barred = apply_preset("conflict-of-interest", case, bidders=["x"], buyers=["a"]).case
    best(case, 300, *BY_X)
    best(barred, 330, *A_BY_Y)
    its = apply_preset("conflict-of-interest", case, bidders=["x"], buyers=["a"], services=["it"]).case
    best(its, 320, "y/a:it", "x/a:hr", "x/b:it", "x/b:hr")
    assert broken(barred, case) == {"rule[conflict-of-interest:x]"}


def test_each_bidder_has_its_own(case: Case) -> None:
    # x wins nothing of a, y nothing of b; to say the same of x again replaces only x's.
    first = apply_preset("conflict-of-interest", case, bidders=["x"], services=["hr"]).case
    both = apply_preset("conflict-of-interest", first, bidders=["y"], buyers=["b"]).case
    again = apply_preset("conflict-of-interest", both, bidders=["x"], buyers=["a"]).case
    assert [rule.id for rule in again.rules] == ["conflict-of-interest:x", "conflict-of-interest:y"]
    best(again, 330, *A_BY_Y)


@pytest.mark.parametrize(
    ("penalty", "cost", "counts_for", "bids"), [(5, 300, 10, BY_X), (15, 310, 15, HR_BY_Y), (25, 330, 0, A_BY_Y)]
)
def test_made_soft(case: Case, penalty: int, cost: int, counts_for: int, bids: tuple[str, ...]) -> None:
    # Each of a's lots that x has counts for the penalty.
    soft = apply_preset("conflict-of-interest", case, bidders=["x"], buyers=["a"], penalty=Decimal(penalty)).case
    decided = best(soft, cost, *bids)
    assert decided.totals.penalty == counts_for
