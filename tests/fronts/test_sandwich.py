"""Fronts between points and bounds: whatever is told as proven is true."""

import pickle
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selector.fronts.around import Corner, look_around
from selector.fronts.implied import implied
from selector.fronts.relaxed import Relaxed
from selector.fronts.sandwich import Sandwich
from selector.fronts.walk import Walk
from selector.many import Many, never
from tests.fronts.brute import Small, dominates, solutions, value
from tests.fronts.programs import program, smalls


def _sandwich(small: Small, epsilon: float) -> Sandwich:
    laid = program(small)
    return Sandwich(
        laid, Many(isolated=False), laid.values, lambda columns: laid.values(columns) or (0,) * len(laid), epsilon
    )


@given(smalls(st.integers(2, 3)), st.sampled_from([0.0, 0.01, 0.1, 0.5]))
@settings(max_examples=40, deadline=None)
def test_what_is_proven_is_true(small: Small, epsilon: float) -> None:
    found = _sandwich(small, epsilon).run()
    points = [each.values for each in found.points]

    assert not any(dominates(one, other) for one in points for other in points)
    feasible = {value(small, x) for x in solutions(small)}
    assert set(points) <= feasible
    if found.infeasible:
        assert not feasible
    if found.complete and feasible:
        assert found.gap == epsilon
    if found.gap is None:
        return
    for each in feasible:
        assert any(
            all(a - found.gap * abs(a) <= b + 1e-6 for a, b in zip(point, each, strict=True)) for point in points
        )


@pytest.mark.parametrize("looks", range(4))
@pytest.mark.parametrize("epsilon", [0.0, 0.02])
def test_stopped_what_is_proven_is_true(looks: int, epsilon: float) -> None:
    random = Random(1)
    small = Small(
        rows=[[1] * 10],
        lower=[4],
        upper=[4],
        most=[1] * 10,
        objectives=[[random.randint(1, 99) for _ in range(10)] for _ in range(3)],
    )
    search = _sandwich(small, epsilon)
    search.many = Many(isolated=False, stop=lambda: search.searches >= looks)
    found = search.run()
    feasible, points = {value(small, x) for x in solutions(small)}, [each.values for each in found.points]

    assert (found.complete, found.searches) == (False, looks)
    assert set(points) <= feasible
    assert (found.gap is None) <= (not looks or not points)
    if found.gap is not None:
        assert found.gap > epsilon
        for each in feasible:
            assert any(all(a * (1 - found.gap) <= b + 1e-6 for a, b in zip(one, each, strict=True)) for one in points)


@given(smalls(st.just(2)), st.data())
@settings(max_examples=30, deadline=None)
def test_the_bound_of_a_corner_holds_for_every_solution(small: Small, data: st.DataObject) -> None:
    feasible = {value(small, x) for x in solutions(small)}
    corner = np.array([data.draw(st.integers(-20, 20)) for _ in small.objectives])
    near = Relaxed(program(small)).near(corner, np.array([1.0, 3.0]), None, never)

    if near is not None:
        for each in feasible:
            assert sum(w * y for w, y in zip(near.bound.weights, each, strict=True)) >= near.bound.least - 1e-6


@given(smalls(st.integers(2, 3)), st.sampled_from([1, 3]), st.data())
@settings(max_examples=40, deadline=None)
def test_what_is_proven_around_a_corner_holds_for_every_solution_there(
    small: Small, step: int, data: st.DataObject
) -> None:
    laid = replace(program(small), steps=(step,) * len(small.objectives))
    told = [laid.values(np.array(x)) for x in solutions(small)]
    upper = tuple(data.draw(st.integers(-10, 30)) for _ in small.objectives)
    unit = tuple(data.draw(st.sampled_from([1.0, 4.0])) for _ in small.objectives)
    seen = look_around(Corner(pickle.dumps(laid), upper, upper, unit), None, never)

    assert {laid.values(columns) for columns in seen.solutions} <= set(told)
    for bound in seen.bounds:
        for each in filter(None, told):
            if bound.below is None or all(value <= most for value, most in zip(each, bound.below, strict=True)):
                assert sum(w * y for w, y in zip(bound.weights, each, strict=True)) >= bound.least - 1e-6
    if any(all(value < most for value, most in zip(each, upper, strict=True)) for each in filter(None, told)):
        assert seen.solutions or all(bound.below is None for bound in seen.bounds)


def test_a_walk_keeps_every_row() -> None:
    small = Small(
        rows=[[1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1], [3, 2, 1, 3, 2, 1]],
        lower=[1, 1, None],
        upper=[1, 1, 5],
        most=[1] * 6,
        objectives=[[0, 2, 4, 0, 2, 4], [9, 5, 1, 8, 5, 2]],
    )
    laid = replace(program(small), exchange=(np.arange(6), np.array([0, 0, 0, 1, 1, 1])))
    start = np.array([0, 0, 1, 0, 0, 1])
    found = list(Walk(laid).along(start, np.array([0.0, 1.0]), 0, -1, 4.0, 100.0, never))

    assert found
    assert all(laid.values(each) is not None for each in found)
    reached = [(laid.values(each) or (0,))[0] for each in (start, *found)]
    assert reached == sorted(reached, reverse=True)


def test_limits_that_rows_imply() -> None:
    small = Small(
        rows=[[2, 1, 0], [-1, 0, 1]], lower=[None, None], upper=[6, 2], most=[1, 1, 1], objectives=[[0, 0, 0]]
    )
    laid = program(small)
    found = implied(laid.matrix, laid.row_lower, laid.row_upper, np.full(3, np.inf))

    assert found == pytest.approx([3, 6, 5], abs=1e-4)
