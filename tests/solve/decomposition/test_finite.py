"""Limits for columns that have none: no best value changes by them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selector.program import Program
from selector.solve.decomposition.finite import finite
from selector.solve.highs import Highs
from tests.solve.decomposition.programs import DEAF, Floats, drawn, program

INFINITE = float("inf")


def best_of(whole: Program, goal: Floats) -> float | None:
    search = Highs(whole).minimise(goal, DEAF, absolute_gap=0, relative_gap=0, seconds=None)
    assert search.ending in ("proven", "infeasible")
    return None if search.columns is None else search.bound


@settings(deadline=None, max_examples=40)
@given(drawn(continuous=True))
def test_a_slack_of_a_row(case: tuple[Program, Floats]) -> None:
    whole, goal = case
    if 0 in whole.matrix.shape:
        return
    limited = finite(whole, goal)
    assert np.isfinite(limited.upper).all()
    best = best_of(whole, goal)
    assert best_of(limited, goal) == (None if best is None else pytest.approx(best))


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**6))
def test_slacks_that_rows_hold_together(seed: int) -> None:
    """A slack may have to be as large as another, which has no limit of its own either."""
    rng = np.random.default_rng(seed)
    rows = np.hstack([rng.integers(-2, 3, (4, 3)), rng.integers(-1, 2, (4, 3))])
    lower = np.where(rng.random(4) < 0.3, rng.integers(-2, 3, 4), -INFINITE)
    whole = program(
        rows.tolist(),
        lower.tolist(),
        [float(lower[row]) + 2 if np.isfinite(lower[row]) else float(rng.integers(-2, 2)) for row in range(4)],
        accepts=3,
        continuous=[3, 4, 5],
        most=[1, 1, 1, INFINITE, INFINITE, INFINITE],
    )
    goal = np.concatenate([rng.integers(-5, 6, 3), rng.integers(0, 4, 3)]).astype(np.float64)
    best = best_of(whole, goal)
    assert best_of(finite(whole, goal), goal) == (None if best is None else pytest.approx(best))


def test_the_largest_of_what_rules_give_way_by() -> None:
    """Row 3 gives way by ``over``, and row 4 holds ``worst`` to at least that; only ``worst`` is paid for."""
    whole = program(
        [[1, 1, 0, 0, 0, 0], [0, 0, 1, 1, 0, 0], [1, 0, 1, 0, -1, 0], [0, 0, 0, 0, 1, -1]],
        [1, 1, -INFINITE, -INFINITE],
        [1, 1, 1, 0],
        accepts=4,
        pairs=[(0, 0), (1, 0), (2, 1), (3, 1)],
        continuous=[4, 5],
        most=[1, 1, 1, 1, INFINITE, INFINITE],
    )
    goal = np.array([1.0, 5, 1, 9, 0, 3])
    assert best_of(whole, goal) == pytest.approx(5)
    assert best_of(finite(whole, goal), goal) == pytest.approx(5)


def test_what_is_earned_stays_without_a_limit() -> None:
    whole = program([[1, -1]], [-INFINITE], [0.5], accepts=1, continuous=[1], most=[1, INFINITE])
    assert finite(whole, np.array([0.0, -1.0])).upper.tolist() == [1, INFINITE]
    assert finite(whole, np.array([0.0, 1.0])).upper.tolist() == [1, 0.5]
