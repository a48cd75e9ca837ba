"""What is proven of differences between awards whose proofs are open."""

from decimal import Decimal
from typing import Any

import pytest

from models import Case, Certificate, Evaluation, Level
from selector import evaluate
from selector.compare.difference import Found, objective_difference, totals_differences
from tests.compare.cases import board


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    return evaluate(board(), isolated=False)


def found(evaluation: Evaluation, case: Case, *levels: tuple[str, object, object], **totals: object) -> Found:
    """An award with these levels (objective, best and bound), and with some of its totals changed."""
    assert evaluation.totals is not None
    stated = tuple(
        Level.model_validate({"objective": name, "value": best, "best": best, "bound": bound, "gap": None})
        for name, best, bound in levels
    )
    update: dict[str, Any] = {"levels": stated, "ties": "not_examined"}
    certificate: Certificate = evaluation.certificate.model_copy(update=update)
    changed = evaluation.totals.model_copy(update={name: Decimal(str(value)) for name, value in totals.items()})
    return Found(case, evaluation.model_copy(update={"certificate": certificate, "totals": changed}))


def proven(now: Found, base: Found) -> dict[str, bool]:
    return {each.total: each.proven for each in totals_differences(now, base)}


MONEY = {"mode": "money_valued", "liability_weight": 2, "quality_value": 10}


def test_money_that_the_proofs_leave_open(evaluation: Evaluation) -> None:
    case = board(objective=MONEY)
    base = found(evaluation, case, ("money_valued", 100, 90), cost=100)
    now = found(evaluation, case, ("money_valued", 200, 195), cost=116, charges=15, liability=8, quality=51)
    # Open are 10 + 5 pounds: so much of cost, half as much of liability, a tenth as many points.
    assert proven(now, base) == {
        "cost": True,
        "quality": abs(51 - evaluation.totals.quality) > Decimal("1.5"),  # type: ignore[union-attr]
        "liability": True,
        "disruption": False,  # it has no price: nothing is proven of it
        "charges": False,
        "discount": False,
        "penalty": False,
    }


def test_the_intervals_of_the_objective(evaluation: Evaluation) -> None:
    case = board(objective=MONEY)
    base = found(evaluation, case, ("money_valued", 100, 90))
    now = found(evaluation, case, ("money_valued", 200, 195))
    difference = objective_difference(now, base)
    assert difference is not None
    assert [difference.at_least, difference.at_most] == [95, 110]
    unknown = objective_difference(found(evaluation, case, ("money_valued", 200, None)), base)
    assert unknown is not None
    assert [unknown.at_least, unknown.at_most] == [None, 110]


def test_quality_is_better_upwards(evaluation: Evaluation) -> None:
    objective = {"mode": "lexicographic", "levels": [{"objective": "quality"}, {"objective": "cost"}]}
    case = board(objective=objective)
    base = found(evaluation, case, ("quality", 60, 62), ("cost", 100, 100), quality=60)
    now = found(evaluation, case, ("quality", 70, 71), ("cost", 100, 80), quality=70, cost=500)
    difference = objective_difference(now, base)
    assert difference is not None
    assert difference.objective == "quality"
    assert [difference.at_least, difference.at_most] == [8, 11]
    told = proven(now, base)
    assert told["quality"]
    assert not told["cost"]  # with quality open, nothing is known of what is best in cost


def test_a_later_level_counts_once_those_before_it_are_proven(evaluation: Evaluation) -> None:
    objective = {"mode": "lexicographic", "levels": [{"objective": "quality"}, {"objective": "cost"}]}
    case = board(objective=objective)
    base = found(evaluation, case, ("quality", 60, 60), ("cost", 100, 100), cost=100)
    near = found(evaluation, case, ("quality", 60, 60), ("cost", 105, 95), cost=105)
    far = found(evaluation, case, ("quality", 60, 60), ("cost", 120, 110), cost=120)
    assert not proven(near, base)["cost"]
    assert proven(far, base)["cost"]
    assert proven(base, base)["disruption"]


def test_priorities_that_are_open_leave_the_rest_open(evaluation: Evaluation) -> None:
    case = board()
    base = found(evaluation, case, ("money_valued", 100, 100), cost=100)
    now = found(evaluation, case, ("priority 1", 3, 2), ("money_valued", 900, 900), cost=900)
    assert objective_difference(now, base) is None
    assert not any(proven(now, base).values())
    shut = found(evaluation, case, ("priority 1", 3, 3), ("money_valued", 900, 880), cost=900)
    difference = objective_difference(shut, base)
    assert difference is not None
    assert [difference.at_least, difference.at_most] == [780, 800]
    assert proven(shut, base)["cost"]


def test_other_objectives_are_not_held_against_each_other(evaluation: Evaluation) -> None:
    base = found(evaluation, board(), ("money_valued", 100, 100))
    assert objective_difference(found(evaluation, board(objective=MONEY), ("money_valued", 1, 1)), base) is None
