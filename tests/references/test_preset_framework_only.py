"""``framework-only`` decides the award: services are called off from accredited bidders. A = 1, as for one year.

x asks 100 for each lot of IT and 50 for each of HR: 300. y, which has the tag ``lead``, asks 120 and 115 for IT, 60 for
each of HR. With IT from accredited bidders alone y has it: 235 + 100 = 335. With HR too: 235 + 120 = 355.
"""

from decimal import Decimal

import pytest

from models import Case
from selector import apply_preset
from tests.references.decided import best, broken
from tests.references.tender import offer, supplier, tender

ASKED = {
    "x": {"a:it": 100, "b:it": 100, "a:hr": 50, "b:hr": 50},
    "y": {"a:it": 120, "b:it": 115, "a:hr": 60, "b:hr": 60},
}
BY_X = ("x/a:it", "x/a:hr", "x/b:it", "x/b:hr")
ONE_OF_IT = ("x/a:it", "x/a:hr", "y/b:it", "x/b:hr")
IT_BY_Y = ("y/a:it", "x/a:hr", "y/b:it", "x/b:hr")


@pytest.fixture
def case() -> Case:
    bids = [offer(f"{bidder}/{lot}", price, lot) for bidder, row in ASKED.items() for lot, price in row.items()]
    return tender(dict.fromkeys("ab", 100_000), ["it", "hr"], bids, bidders=[supplier("y", tags=["lead"])])


def test_it_decides(case: Case) -> None:
    of_it = apply_preset("framework-only", case, services=["it"], tags=["lead"]).case
    best(case, 300, *BY_X)
    best(of_it, 335, *IT_BY_Y)
    best(apply_preset("framework-only", case, bidders=["y"]).case, 355, "y/a:it", "y/a:hr", "y/b:it", "y/b:hr")
    assert broken(of_it, case) == {"framework[framework-only]"}


@pytest.mark.parametrize(
    ("penalty", "cost", "counts_for", "bids"),
    [(10, 300, 20, BY_X), (17, 315, 17, ONE_OF_IT), (30, 335, 0, IT_BY_Y)],
)
def test_made_soft(case: Case, penalty: int, cost: int, counts_for: int, bids: tuple[str, ...]) -> None:
    # Each lot of x counts for the penalty: b's is £15 dearer with y, a's £20.
    soft = apply_preset("framework-only", case, services=["it"], tags=["lead"], penalty=Decimal(penalty)).case
    decided = best(soft, cost, *bids)
    assert decided.totals.penalty == counts_for


def test_made_soft_own_staff_stay_free(case: Case) -> None:
    # a's own staff ask 90 for its IT; they need no accreditation, at any penalty.
    own = supplier("own", "in_house", buyer="a")
    bids = [offer(f"{bidder}/{lot}", price, lot) for bidder, row in ASKED.items() for lot, price in row.items()]
    bids.append(offer("own/a:it", 90, "a:it"))
    people = dict.fromkeys("ab", 100_000)
    more = tender(people, ["it", "hr"], bids, bidders=[supplier("y", tags=["lead"]), own])
    for penalty in (None, Decimal(1000)):
        preset = apply_preset("framework-only", more, services=["it"], tags=["lead"], penalty=penalty)
        best(preset.case, 305, "own/a:it", "x/a:hr", "y/b:it", "x/b:hr")
