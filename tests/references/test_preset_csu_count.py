"""``csu-count`` decides the award: so many units of the NHS win work. A = 1, as for one year.

A firm asks 90 for each of three lots: 270. Units ask £10 more for a (n1), £15 more for b (n2) and £30 more for c (n3), so
two units cost 100 + 105 + 90 = 295. Without the firm each unit has its lot: 100 + 105 + 120 = 325. n1 asks 125 for b and 135
for c as well, so with two units at most it takes c, £15 dearer, rather than b, £20 dearer: 340.
"""

from decimal import Decimal

import pytest

from models import Case
from selector import apply_preset
from tests.references.decided import best, broken, conflict_rules
from tests.references.tender import offer, supplier, tender

UNITS = [supplier(name, "nhs_csu") for name in ("n1", "n2", "n3")]
OFFERS = [
    offer("n1/a", 100, "a:it"),
    offer("n1/b", 125, "b:it"),
    offer("n1/c", 135, "c:it"),
    offer("n2/b", 105, "b:it"),
    offer("n3/c", 120, "c:it"),
]
FIRM = [offer(f"firm/{buyer}", 90, f"{buyer}:it") for buyer in "abc"]
BY_FIRM = ("firm/a", "firm/b", "firm/c")
ONE_UNIT = ("n1/a", "firm/b", "firm/c")
TWO_UNITS = ("n1/a", "n2/b", "firm/c")


@pytest.fixture
def case() -> Case:
    return tender(dict.fromkeys("abc", 100_000), ["it"], [*OFFERS, *FIRM], bidders=UNITS)


def test_at_least_so_many_decide(case: Case) -> None:
    two = apply_preset("csu-count", case, least=2, most=3)
    assert two.remarks == ()
    best(case, 270, *BY_FIRM)
    best(two.case, 295, *TWO_UNITS)
    assert broken(two.case, case) == {"rule[csu-count-least]"}


def test_at_most_so_many_decide() -> None:
    case = tender(dict.fromkeys("abc", 100_000), ["it"], OFFERS, bidders=UNITS)
    two = apply_preset("csu-count", case, least=1, most=2).case
    best(case, 325, "n1/a", "n2/b", "n3/c")
    best(two, 340, "n1/a", "n2/b", "n1/c")
    assert broken(two, case) == {"rule[csu-count-most]"}


def test_the_numbers_of_england_do_not_fit_a_part_of_it(case: Case) -> None:
    preset = apply_preset("csu-count", case)
    (remark,) = preset.remarks
    assert remark.startswith("3 units bid here, fewer than the 25 that are to win")
    assert conflict_rules(preset.case) == {"rule[csu-count-least]"}


@pytest.mark.parametrize(
    ("penalty", "cost", "counts_for", "bids"), [(5, 270, 10, BY_FIRM), (12, 280, 12, ONE_UNIT), (20, 295, 0, TWO_UNITS)]
)
def test_made_soft(case: Case, penalty: int, cost: int, counts_for: int, bids: tuple[str, ...]) -> None:
    # The first unit costs £10, the second £15; each that is missing counts for the penalty.
    decided = best(apply_preset("csu-count", case, least=2, most=3, penalty=Decimal(penalty)).case, cost, *bids)
    assert decided.totals.penalty == counts_for
