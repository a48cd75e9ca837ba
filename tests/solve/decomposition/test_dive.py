"""A dive: who provides comes out whole, no limit of logic is broken, and the bound is as it was."""

import numpy as np
import pytest
from hypothesis import given, settings

from selector import appraise, lay, objectives, synthetic
from selector.levels import levels
from selector.program import Program, excess_of_awards
from selector.solve.decomposition.branch_and_cut import Limits
from selector.solve.decomposition.dive import dive
from selector.solve.decomposition.elastic import give_way
from selector.solve.decomposition.relaxation import Relaxation, relaxation
from tests.solve.decomposition.programs import FREELY, Floats, drawn

_DEAR = 1e4


def dived(program: Program, goal: Floats, relaxed: Relaxation, limits: Limits = FREELY) -> Relaxation | None:
    over, _ = excess_of_awards(program, goal)
    return dive(program, over, _DEAR, deciding(program), relaxed, limits)


def deciding(program: Program) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return program.integral & (np.arange(len(program.upper)) >= program.accepts)


def right(program: Program, found: Relaxation) -> bool:
    """Whether who provides is whole, and all rows that may not give way are kept."""
    decided = found.columns[deciding(program)]
    logic = np.setdiff1d(np.arange(program.matrix.shape[0]), give_way(program))
    return bool(np.abs(decided - np.rint(decided)).max(initial=0.0) < 1e-6) and not len(
        np.intersect1d(program.broken(found.columns, 1e-6), logic)
    )


@settings(deadline=None, max_examples=80)
@given(drawn(continuous=True))
def test_who_provides_is_whole(case: tuple[Program, Floats]) -> None:
    program, goal = case
    relaxed = relaxation(program, goal)
    if relaxed is None:
        return
    found = dived(program, goal, relaxed)
    assert found is None or (right(program, found) and found.bound == relaxed.bound)


@pytest.mark.parametrize("seed", [0, 2, 7])
@pytest.mark.parametrize("warm", [True, False])
def test_who_provides_on_a_board(seed: int, warm: bool) -> None:
    """With or without knowing where the relaxation ended."""
    case = synthetic(6, 6, 6, seed)
    appraisal = appraise(case)
    goal = levels(case.objective, objectives(appraisal))[0].goal
    program, cost = lay(appraisal), goal.coefficients / goal.units
    relaxed = relaxation(program, cost)
    assert relaxed is not None
    known = relaxed.basis if warm else None
    found = dived(program, cost, Relaxation(relaxed.bound, relaxed.columns, relaxed.reduced, relaxed.prices, known))
    assert found is not None
    assert right(program, found)


def test_reduced_costs_are_those_of_its_prices() -> None:
    case = synthetic(6, 6, 6, 2)
    appraisal = appraise(case)
    goal = levels(case.objective, objectives(appraisal))[0].goal
    program, cost = lay(appraisal), goal.coefficients / goal.units
    relaxed = relaxation(program, cost)
    assert relaxed is not None
    found = dived(program, cost, relaxed)
    assert found is not None
    over, _ = excess_of_awards(program, cost)
    assert found.reduced == pytest.approx(over - program.matrix.T @ found.prices)


def test_a_limit_ends_a_dive() -> None:
    case = synthetic(6, 6, 6, 0)
    appraisal = appraise(case)
    goal = levels(case.objective, objectives(appraisal))[0].goal
    program, cost = lay(appraisal), goal.coefficients / goal.units
    relaxed = relaxation(program, cost)
    assert relaxed is not None
    assert dived(program, cost, relaxed, Limits(lambda: None, lambda: True)) is None
    assert dived(program, cost, relaxed, Limits(lambda: 0.0, lambda: False)) is None
