"""``second-provider`` decides the award: in each area a second one could step in. A = 1, as for one year.

a and b are in Kent, c and d in Surrey, e alone in Cumbria. x asks 100 for each lot: 500. y asks 110, 130, 125, 120 and 105.
A second provider in Kent costs £10 (a), in Surrey £20 (d): 530. Cumbria has one lot and so one winner; it is left out.
"""

from decimal import Decimal

import pytest

from models import Case
from selector import apply_preset
from tests.references.decided import best, broken
from tests.references.tender import offer, tender

AREAS = {"a": "Kent", "b": "Kent", "c": "Surrey", "d": "Surrey", "e": "Cumbria"}
Y = {"a": 110, "b": 130, "c": 125, "d": 120, "e": 105}
BY_X = ("x/a", "x/b", "x/c", "x/d", "x/e")
KENT = ("y/a", "x/b", "x/c", "x/d", "x/e")
BOTH = ("y/a", "x/b", "x/c", "y/d", "x/e")


@pytest.fixture
def case() -> Case:
    bids = [offer(f"x/{buyer}", 100, f"{buyer}:it") for buyer in AREAS]
    bids += [offer(f"y/{buyer}", price, f"{buyer}:it") for buyer, price in Y.items()]
    places = {buyer: {"area": area} for buyer, area in AREAS.items()}
    return tender(dict.fromkeys(AREAS, 100_000), ["it"], bids, places=places)


def test_it_decides(case: Case) -> None:
    preset = apply_preset("second-provider", case, services=["it"])
    best(case, 500, *BY_X)
    best(preset.case, 530, *BOTH)
    assert preset.remarks == ("Left out, as fewer than 2 buyers buy it there: IT in Cumbria.",)
    assert broken(preset.case, case) == {"rule[second-provider:it, Kent]", "rule[second-provider:it, Surrey]"}


@pytest.mark.parametrize(
    ("penalty", "cost", "counts_for", "bids"), [(5, 500, 10, BY_X), (15, 510, 15, KENT), (30, 530, 0, BOTH)]
)
def test_made_soft(case: Case, penalty: int, cost: int, counts_for: int, bids: tuple[str, ...]) -> None:
    soft = apply_preset("second-provider", case, services=["it"], penalty=Decimal(penalty)).case
    decided = best(soft, cost, *bids)
    assert decided.totals.penalty == counts_for
