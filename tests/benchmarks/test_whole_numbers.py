"""Rows in whole numbers: exact where they can be, and elsewhere never tighter."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.peers.whole_numbers import factor, least, rows

ONES = np.ones(2)


def _array(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float64)


@pytest.mark.parametrize(
    ("values", "multiplier"),
    [
        (_array(1, -1), 1.0),
        (_array(0.5, 1.25), 4.0),
        (_array(0.1, 0.25), 20.0),
        (_array(238797583 * 2.0**-29, 2.0**-29), 2.0**29),
        (_array(238797583 * 2.0**-40, 2.0**-40), 2.0**40),
    ],
)
def test_the_least_factor_that_makes_all_whole(values: np.ndarray, multiplier: float) -> None:
    assert factor(values, ONES) == (multiplier, True)


def test_what_does_not_become_whole_is_told() -> None:
    multiplier, exact = factor(_array(1 / 3, np.pi), ONES)
    assert not exact
    assert 2.0**51 < multiplier * (1 / 3 + np.pi) <= 2.0**53


def test_a_limit_that_floats_miss_keeps_nobody_out() -> None:
    (row,) = rows(_array(0.1, 0.2), -np.inf, 0.1 + 0.2, ONES)
    assert (row.coefficients.tolist(), row.lower, row.upper) == ([1, 2], None, 3)
    (row,) = rows(_array(0.1, 0.2), 0.3, 0.3, ONES)
    assert (row.lower, row.upper) == (3, 3)


figures = st.floats(-2, 2).filter(lambda value: value == 0 or abs(value) > 1e-6)


@given(st.lists(figures, min_size=1, max_size=4), st.floats(-3, 3), st.floats(0, 3))
def test_what_keeps_a_row_keeps_its_whole_numbers(values: list[float], lower: float, width: float) -> None:
    array = np.array(values)
    whole = rows(array, lower, lower + width, np.ones(len(values)))
    for columns in itertools.product((0, 1), repeat=len(values)):
        activity = float(array @ np.array(columns))
        if lower <= activity <= lower + width:
            for row in whole:
                total = int(row.coefficients @ np.array(columns))
                assert row.lower is None or total >= row.lower
                assert row.upper is None or total <= row.upper


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=4))
def test_a_bound_of_whole_costs_is_one_of_the_costs(values: list[float]) -> None:
    cost = np.array(values)
    whole, multiplier = least(cost, np.ones(len(values)))
    for columns in itertools.product((0, 1), repeat=len(values)):
        chosen = np.array(columns)
        assert int(whole @ chosen) / multiplier <= float(cost @ chosen) + 4 * 1e-6
