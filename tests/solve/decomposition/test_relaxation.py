"""A linear relaxation bounds, and rules out no column of an award that is good enough."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selector.program import Program
from selector.solve.decomposition.relaxation import relaxation
from tests.solve.decomposition.programs import Floats, drawn, least, program, solutions, two_services


@settings(deadline=None, max_examples=80)
@given(drawn(), st.floats(-1, 20))
def test_no_award_below_most_uses_a_hopeless_column(case: tuple[Program, Floats], above: float) -> None:
    whole, goal = case
    relaxed = relaxation(whole, goal)
    best = least(whole, goal)
    if relaxed is None:
        assert best is None or 0 in whole.matrix.shape
        return
    assert best is None or relaxed.bound <= best + 1e-6
    most = relaxed.bound + above
    every = solutions(whole)
    good = every[every @ goal < most - 1e-6]
    assert not good[:, relaxed.hopeless(most)].any()


def test_it_says_what_columns_and_limits_are_worth() -> None:
    relaxed = relaxation(two_services(([1, 0, 1, 0], -np.inf, 0.5)), np.array([1.0, 5, 1, 9]))
    assert relaxed is not None
    assert relaxed.bound == pytest.approx(10)
    assert relaxed.columns == pytest.approx([0, 1, 0.5, 0.5])
    assert relaxed.prices[2] == pytest.approx(-8)
    assert relaxed.reduced[0] == pytest.approx(4)
    assert relaxed.hopeless(13.9).tolist() == [True, False, False, False]
    assert not relaxed.hopeless(14.1).any()


def test_there_is_none_where_nothing_is_feasible_or_there_is_nothing() -> None:
    assert relaxation(two_services(([1, 1, 1, 1], 3, 4)), np.ones(4)) is None
    assert relaxation(program([[0.0]], [0], [0]).part(np.zeros(0, np.int64), np.array([0])), np.ones(1)) is None


def test_a_wish_to_stop_ends_it() -> None:
    rng = np.random.default_rng(0)
    dense = program(rng.random((60, 80)).tolist(), [1.0] * 60, [np.inf] * 60)
    assert relaxation(dense, rng.random(80)) is not None
    assert relaxation(dense, rng.random(80), None, lambda: True) is None
