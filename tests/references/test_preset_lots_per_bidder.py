"""``lots-per-bidder`` decides the award: no bidder has more than one lot, but a buyer's own staff. A = 1, as for one year.

a's own staff ask 50 for each of its two lots, x asks 60 for every lot, y asks 70 for b's IT and 75 for its HR. Without the
rule own has a's lots and x has b's: 100 + 120. With one lot at most x gives up IT, £10 dearer with y, and keeps HR, which
would be £15 dearer; own keeps both of its own.
"""

from decimal import Decimal

import pytest

from models import Case
from selector import apply_preset
from tests.references.decided import best, broken
from tests.references.tender import offer, supplier, tender

FREE = ("own/a:it", "own/a:hr", "x/b:it", "x/b:hr")
CAPPED = ("own/a:it", "own/a:hr", "y/b:it", "x/b:hr")


@pytest.fixture
def case() -> Case:
    bids = [
        offer("own/a:it", 50, "a:it"),
        offer("own/a:hr", 50, "a:hr"),
        *(offer(f"x/{lot}", 60, lot) for lot in ("a:it", "a:hr", "b:it", "b:hr")),
        offer("y/b:it", 70, "b:it"),
        offer("y/b:hr", 75, "b:hr"),
    ]
    own = supplier("own", "in_house", buyer="a")
    return tender(dict.fromkeys("ab", 100_000), ["it", "hr"], bids, bidders=[own])


def test_it_decides(case: Case) -> None:
    capped = apply_preset("lots-per-bidder", case, number=1).case
    best(case, 220, *FREE)
    best(capped, 230, *CAPPED)
    best(apply_preset("lots-per-bidder", case, number=2).case, 220, *FREE)
    assert broken(capped, case) == {"rule[lots-per-bidder, x]"}


def test_without_own_staff_it_is_for_everybody(case: Case) -> None:
    # x has all four lots for 240. With two at most y takes b's IT and HR, the only others there are: 265.
    market = {
        "bidders": tuple(each for each in case.bidders if each.kind != "in_house"),
        "bids": tuple(bid for bid in case.bids if bid.bidder != "own"),
    }
    without = case.model_copy(update=market)
    best(without, 240, "x/a:it", "x/a:hr", "x/b:it", "x/b:hr")
    best(apply_preset("lots-per-bidder", without, number=2).case, 265, "x/a:it", "x/a:hr", "y/b:it", "y/b:hr")


@pytest.mark.parametrize(("penalty", "cost", "counts_for", "bids"), [(9, 220, 9, FREE), (11, 230, 0, CAPPED)])
def test_made_soft(case: Case, penalty: int, cost: int, counts_for: int, bids: tuple[str, ...]) -> None:
    # One lot more than one counts for the penalty; keeping the rule costs £10.
    decided = best(apply_preset("lots-per-bidder", case, number=1, penalty=Decimal(penalty)).case, cost, *bids)
    assert decided.totals.penalty == counts_for
