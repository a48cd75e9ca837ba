"""The program that every engine gets: its least cost is the engine's own objective, whatever the case contains."""

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from benchmarks.engine import ask
from benchmarks.instance import Instance, Work
from models import Case
from selector import appraise, synthetic
from tests.references.tender import Row, offer, supplier, tender

_GROUP: Row = {"id": "g", "lots": [{"lot": "a:it"}], "headcount": 10, "salary": 36_500, "service_years": 10}


def _with_vacancies() -> Case:
    """Ten people of a's are displaced if the firm wins, of whom four can go where the CSU wins: see ``test_redeployment_decides.py``."""
    return tender(
        dict.fromkeys("ab", 100_000),
        ["it"],
        (offer("firm/a", 100, "a:it"), offer("csu/b", 100_000, "b:it"), offer("other/b", 100, "b:it")),
        bidders=[supplier("csu", "nhs_csu"), supplier("other", "nhs_csu"), supplier("firm")],
        staff_groups=[{**_GROUP, "function": "it"}],
        vacancies=[{"id": "v", "bidder": "csu", "function": "it", "wte": 4}],
        objective={"mode": "money_valued", "liability_weight": "0.9"},
    )


def _with_penalty(least: int) -> Case:
    """At least so many of two lots are to go to the dearer bidder, or each that is missing costs £15."""
    rule = {
        "id": "some-for-x",
        "metric": "lots",
        "bidders": {"ids": ["x"]},
        "sense": "at_least",
        "limit": least,
        "penalty": 15,
    }
    bids = [offer(f"{who}/{where}", price, f"{where}:it") for who, price in (("x", 110), ("y", 100)) for where in "ab"]
    return tender(dict.fromkeys("ab", 1000), ["it"], bids, bidders=[supplier("x"), supplier("y")], rules=[rule])


def _least(work: Work) -> float:
    program = work.program
    found = milp(
        work.cost,
        constraints=LinearConstraint(program.matrix, program.row_lower, program.row_upper),
        bounds=Bounds(np.zeros(len(work.cost)), program.upper),
        integrality=program.integral.astype(np.int64),
        options={"mip_rel_gap": 0.0},
    )
    assert found.fun is not None
    return float(found.fun)


@pytest.mark.parametrize(
    "case",
    [_with_vacancies(), _with_penalty(2), synthetic(8, 4, 12, 0)],
    ids=["displaced staff who move", "a soft rule", "quality and staff"],
)
def test_the_least_cost_is_the_objective(case: Case) -> None:
    instance = Instance(case)
    answer = ask(instance, time_limit=60, gap=0)
    assert answer.status == "optimal"
    assert answer.objective == pytest.approx(_least(instance.work()), abs=0.01)


def test_of_valued_quality_the_gap_is_a_share_of_cost() -> None:
    case = synthetic(8, 4, 12, 0)
    instance = Instance(case)
    work = instance.work()
    assert not np.array_equal(work.cost, work.base)
    arrays = Instance(appraise(case)).work()  # of arrays cost is the objective
    assert np.array_equal(arrays.cost, arrays.base)
    assert np.array_equal(arrays.base, work.base)


def test_what_is_no_sum_over_columns_is_no_work_for_peers() -> None:
    levels = {"mode": "lexicographic", "levels": [{"objective": "cost"}, {"objective": "quality"}]}
    several = tender({"a": 1000}, ["it"], (offer("x/a", 1, "a:it"),), bidders=[supplier("x")], objective=levels)
    with pytest.raises(TypeError, match="a case of several levels is no case for a suite"):
        Instance(several).work()
    with pytest.raises(TypeError, match="a case whose rules every award breaks has more"):
        Instance(_with_penalty(3)).work()
