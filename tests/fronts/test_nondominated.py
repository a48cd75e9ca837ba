"""Fronts held against enumeration."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from selector import Multiobjective, Nondominated, nondominated
from selector.fronts.search import Search
from selector.many import Many
from tests.fronts.brute import Small, dominates, front, solutions, value
from tests.fronts.programs import program, smalls


def points(found: Nondominated) -> set[tuple[int, ...]]:
    return {each.values for each in found.points}


def _compare(small: Small) -> None:
    found = nondominated(program(small), isolated=False)

    assert found.complete
    assert len(found.points) == len(points(found))
    assert points(found) == front(small)
    assert found.infeasible == (not front(small))
    for each in found.points:
        assert value(small, tuple(each.columns.tolist())) == each.values


LARGE = Small([], [], [], [1] * 6, [[1988, 0, -27, 1, 1, 0], [-133139, 0, 536870912, -14, -67, 0]])
LARGE_WITH_ROWS = Small(
    [[0] * 7, [2, 4, 0, 1, 1, 0, -1]],
    [None, None],
    [0, 4],
    [1] * 7,
    [[0, 0, 0, -1, 42, 0, 2], [0, -34956, 0, 2, -367918, -1, -2], [-1, 0, 0, 0, 0, 0, 45]],
)


@given(smalls())
@example(LARGE)
@example(LARGE_WITH_ROWS)
@settings(max_examples=60, deadline=None)
def test_a_front_is_that_of_enumeration(small: Small) -> None:
    _compare(small)


@pytest.mark.deep
@given(smalls())
@settings(max_examples=2000, deadline=None)
def test_a_front_is_that_of_enumeration_at_length(small: Small) -> None:
    _compare(small)


@given(smalls(st.just(1)))
@settings(max_examples=10, deadline=None)
def test_the_front_of_one_objective_is_its_least_value(small: Small) -> None:
    _compare(small)


@given(smalls(), st.sampled_from([0.01, 0.1, 0.3, 1.0]))
@settings(max_examples=40, deadline=None)
def test_with_an_epsilon_every_solution_is_near_a_point(small: Small, epsilon: float) -> None:
    found = nondominated(program(small), epsilon=epsilon, isolated=False)

    assert found.complete
    assert not any(dominates(one, other) for one in points(found) for other in points(found))
    for each in {value(small, x) for x in solutions(small)}:
        assert any(all(a - epsilon * abs(a) <= b for a, b in zip(point, each, strict=True)) for point in points(found))


def test_duplicates_of_a_point_are_one() -> None:
    small = Small(rows=[[1, 1, 1]], lower=[1], upper=[1], most=[1, 1, 1], objectives=[[2, 2, 5], [3, 3, 1]])

    assert points(nondominated(program(small), isolated=False)) == {(2, 3), (5, 1)}


def test_without_a_bound_there_is_no_front() -> None:
    free = Multiobjective(
        matrix=csr_array((0, 2)),
        row_lower=np.zeros(0),
        row_upper=np.zeros(0),
        lower=np.zeros(2),
        upper=np.array([1, np.inf]),
        integral=np.ones(2, dtype=np.bool_),
        objectives=np.array([[1, 0], [0, -1]]),
    )

    with pytest.raises(ValueError, match="has no bound"):
        nondominated(free, isolated=False)


def test_values_are_rounded_by_their_step() -> None:
    small = Small(
        rows=[[1, 1, 1, 1]], lower=[1], upper=[1], most=[1] * 4, objectives=[[149, 51, 250, 90], [70, 130, 10, 149]]
    )
    found = nondominated(replace(program(small), steps=(100, 100), constants=(1000, 0)), isolated=False)

    # 11.49 and 10.51 are told as 11, and of these the better in the other is left: 0.70 as 1; 12.50 as 13.
    assert points(found) == {(11, 1), (13, 0)}


def test_in_processes_as_here() -> None:
    small = Small(
        rows=[[3, 5, 4, 6, 2, 7]],
        lower=[None],
        upper=[14],
        most=[1] * 6,
        objectives=[[-5, -4, -8, -3, -2, -9], [-7, -9, -1, -6, -3, -2], [-2, -2, -7, -8, -5, -1]],
    )
    assert points(nondominated(program(small), workers=2)) == front(small)


def test_a_limit_leaves_it_open() -> None:
    small = Small(rows=[], lower=[], upper=[], most=[3] * 4, objectives=[[1, 2, 3, 4], [-5, -4, -1, -2]])
    found = nondominated(program(small), stop=lambda: True, isolated=False)

    assert (found.complete, found.points, found.gap) == (False, (), None)


def test_what_is_open_is_told() -> None:
    small = Small(
        rows=[[1] * 8], lower=[4], upper=[4], most=[1] * 8,
        objectives=[[9, 8, 7, 5, 4, 3, 2, 1], [1, 2, 3, 5, 6, 7, 9, 9]],
    )  # fmt: skip
    whole = front(small)
    for searches in range(1, 8):
        search = Search(program(small), Many(isolated=False))
        search.many = Many(isolated=False, stop=partial(_has_made, search, searches))
        stopped = search.run()
        assert (stopped.complete, stopped.searches) == (False, searches)
        assert stopped.gap is not None
        for each in whole:
            assert any(
                all(a - stopped.gap * abs(a) <= b + 1e-9 for a, b in zip(point, each, strict=True))
                for point in points(stopped)
            )


def _has_made(search: Search, searches: int) -> bool:
    return search.searches >= searches


def test_what_is_no_objective_is_refused() -> None:
    small = Small(rows=[], lower=[], upper=[], most=[1, 1], objectives=[[1, 2], [2, 1]])
    laid = program(small)

    for wrong in (
        {"objectives": laid.objectives.astype(np.float64)},
        {"objectives": laid.objectives[:, :1]},
        {"integral": np.array([True, False])},
        {"lower": np.zeros(3)},
        {"row_lower": np.zeros(1)},
        {"objectives": laid.objectives * 2**62},
    ):
        with pytest.raises(ValueError, match=r"objective|limits"):
            replace(laid, **wrong)
