"""``end-to-end`` decides the award: one provider for all local services of a buyer. A = 1, as for one year.

IT and HR are local, BI is national. For both buyers x asks 100 for IT and 40 for BI; y asks 40 for HR and 50 for BI.

| | x's HR | y's IT | apart | both from x | both from y |
|---|---|---|---|---|---|
| a | 70 | 110 | 140 | 170 | 150 |
| b | 60 | 125 | 140 | 160 | 165 |

Without the rule each service goes to who is cheapest: 140 + 140 + 80 = 360. With it a's go to y, £10 dearer, and b's to x,
£20 dearer: 390. BI stays with x, as it is no local service.
"""

from decimal import Decimal

import pytest

from models import Case
from selector import apply_preset
from tests.references.decided import best, broken
from tests.references.tender import Row, offer, tender

ASKED = {
    "x": {"a:it": 100, "a:hr": 70, "a:bi": 40, "b:it": 100, "b:hr": 60, "b:bi": 40},
    "y": {"a:it": 110, "a:hr": 40, "a:bi": 50, "b:it": 125, "b:hr": 40, "b:bi": 50},
}
APART = ("x/a:it", "y/a:hr", "x/a:bi", "x/b:it", "y/b:hr", "x/b:bi")
A_TOGETHER = ("y/a:it", "y/a:hr", "x/a:bi", "x/b:it", "y/b:hr", "x/b:bi")
TOGETHER = ("y/a:it", "y/a:hr", "x/a:bi", "x/b:it", "x/b:hr", "x/b:bi")


@pytest.fixture
def case() -> Case:
    bids = [offer(f"{bidder}/{lot}", price, lot) for bidder, row in ASKED.items() for lot, price in row.items()]
    services: list[str | Row] = ["it", "hr", {"id": "bi", "name": "BI", "scale": "national"}]
    return tender(dict.fromkeys("ab", 100_000), services, bids)


def test_it_decides(case: Case) -> None:
    preset = apply_preset("end-to-end", case)
    best(case, 360, *APART)
    best(preset.case, 390, *TOGETHER)
    best(apply_preset("end-to-end", case, buyers=["a"]).case, 370, *A_TOGETHER)
    best(apply_preset("end-to-end", case, most=2).case, 360, *APART)
    assert preset.remarks == ("Free of it: BI.",)
    assert broken(preset.case, case) == {"rule[end-to-end, a]", "rule[end-to-end, b]"}


@pytest.mark.parametrize(
    ("penalty", "cost", "counts_for", "bids"),
    [(5, 360, 10, APART), (15, 370, 15, A_TOGETHER), (30, 390, 0, TOGETHER)],
)
def test_made_soft(case: Case, penalty: int, cost: int, counts_for: int, bids: tuple[str, ...]) -> None:
    decided = best(apply_preset("end-to-end", case, penalty=Decimal(penalty)).case, cost, *bids)
    assert decided.totals.penalty == counts_for
