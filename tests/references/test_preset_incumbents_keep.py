"""``incumbents-keep`` decides the award: half of the spend stays where it is. A = 1, as for one year.

old has the lots of a, b and c today and asks 130, 115 and 140; nobody has d's, for which it asks 95. new asks 100 for each.
Without the rule new has a, b and c, old has d: 395. That d is old's does not count, as it is not d's incumbent.

| kept | cost | share |
|---|---|---|
| nothing | 395 | 0 |
| b | 410 | 115 / 410 = 28.0 % |
| a and b | 440 | 245 / 440 = 55.7 % |
| b and c | 450 | 255 / 450 = 56.7 % |

Made soft, violations are parts of 395, the least spend there can be: 197.5 / 395 = 0.5 with nothing kept, and
(205 - 115) / 395 = 0.22785 with b.
"""

from decimal import Decimal

import pytest

from models import Case
from selector import apply_preset
from tests.references.decided import best, broken
from tests.references.tender import offer, tender

NONE_KEPT = ("new/a", "new/b", "new/c", "old/d")
B_KEPT = ("new/a", "old/b", "new/c", "old/d")
A_AND_B_KEPT = ("old/a", "old/b", "new/c", "old/d")


@pytest.fixture
def case() -> Case:
    asked = {"a": 130, "b": 115, "c": 140, "d": 95}
    bids = [offer(f"old/{buyer}", price, f"{buyer}:it") for buyer, price in asked.items()]
    bids += [offer(f"new/{buyer}", 100, f"{buyer}:it") for buyer in asked]
    case = tender(dict.fromkeys(asked, 100_000), ["it"], bids)
    held = tuple(lot.model_copy(update={"incumbent": None if lot.buyer == "d" else "old"}) for lot in case.tendered)
    return case.model_copy(update={"lots": held})


def test_it_decides(case: Case) -> None:
    preset = apply_preset("incumbents-keep", case)
    best(case, 395, *NONE_KEPT)
    best(preset.case, 440, *A_AND_B_KEPT)
    best(apply_preset("incumbents-keep", case, share=Decimal("0.25")).case, 410, *B_KEPT)
    assert preset.remarks == (
        "Of the 4 lots 3 have an incumbent that bids for them; the others count in the whole, and nobody keeps them.",
    )
    assert broken(preset.case, case) == {"rule[incumbents-keep]"}


@pytest.mark.parametrize(
    ("penalty", "cost", "counts_for", "bids"),
    [
        # 405 beside 410 + 4.56.
        (20, 395, "10.00", NONE_KEPT),
        # 410 + 13.67 = 423.67 beside 425 and 440.
        (60, 410, "13.67", B_KEPT),
        # 440 beside 410 + 45.57.
        (200, 440, "0.00", A_AND_B_KEPT),
    ],
)
def test_made_soft(case: Case, penalty: int, cost: int, counts_for: str, bids: tuple[str, ...]) -> None:
    decided = best(apply_preset("incumbents-keep", case, penalty=Decimal(penalty)).case, cost, *bids)
    assert decided.totals.penalty == Decimal(counts_for)
