"""Fronts of programs that fall apart, held against enumeration and against the search of the whole."""

from dataclasses import replace
from itertools import count
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import block_diag, csr_array

from selector import Multiobjective, Nondominated, nondominated
from selector.fronts.apart import Apart
from selector.fronts.part import parts
from selector.fronts.search import Search
from selector.fronts.shares import constants, parted
from selector.many import Many
from tests.fronts.brute import Small, dominates, front, solutions, value
from tests.fronts.programs import beside, program, smalls

_FEW = st.integers(2, 3).flatmap(
    lambda objectives: st.lists(smalls(st.just(objectives), columns=st.integers(2, 3)), min_size=2, max_size=3)
)


def _choice(columns: int, taken: int) -> Small:
    """So many of some columns; of each objective more of one sign alone."""
    random = Random(columns)
    figures = [[random.randint(1, 99) for _ in range(columns)] for _ in range(3)]
    figures[1] = [-each for each in figures[1]]
    return Small(rows=[[1] * columns], lower=[taken], upper=[taken], most=[1] * columns, objectives=figures)


def points(found: Nondominated) -> set[tuple[int, ...]]:
    return {each.values for each in found.points}


def _apart(small: Small, epsilon: float = 0.0, most: int = 20_000, laid: Multiobjective | None = None) -> Apart:
    laid = laid or program(small)
    return Apart(laid, parts(laid, least=1), Many(isolated=False), epsilon, most=most)


def _covers(found: Nondominated, gap: float, feasible: set[tuple[int, ...]]) -> bool:
    return all(
        any(all(a - gap * abs(a) <= b + 1e-9 for a, b in zip(one, each, strict=True)) for one in points(found))
        for each in feasible
    )


@given(_FEW)
@settings(max_examples=60, deadline=None)
def test_the_front_is_that_of_enumeration(several: list[Small]) -> None:
    small = beside(several)
    found = _apart(small).run()

    assert found.complete
    assert found.gap == 0
    assert points(found) == front(small)
    assert found.infeasible == (not front(small))
    for each in found.points:
        assert value(small, tuple(each.columns.tolist())) == each.values


@given(_FEW, st.sampled_from([2, 10, 1000]), st.integers(-500, 500))
@settings(max_examples=40, deadline=None)
def test_values_are_rounded_once_they_are_added(several: list[Small], step: int, constant: int) -> None:
    small = beside(several)
    objectives = len(small.objectives)
    laid = replace(program(small), steps=(step,) * objectives, constants=(constant,) * objectives)
    told = {tuple((2 * (y + constant) + step) // (2 * step) for y in value(small, x)) for x in solutions(small)}
    found = _apart(small, laid=laid).run()

    assert found.complete
    assert points(found) == {each for each in told if not any(dominates(other, each) for other in told)}


@given(_FEW, st.sampled_from([0.01, 0.1, 0.3, 1.0]), st.sampled_from([1, 100]), st.booleans())
@settings(max_examples=60, deadline=None)
def test_with_an_epsilon_every_solution_is_near_a_point(
    several: list[Small], epsilon: float, step: int, positive: bool
) -> None:
    small = beside(several)
    objectives = len(small.objectives)
    # Of one sign, so that shares add up; as drawn they are of both, and then the parts are searched to the end.
    total = [sum(abs(each) for each in row) * 3 if positive else 0 for row in small.objectives]
    laid = replace(program(small), steps=(step,) * objectives, constants=tuple(total))
    found = _apart(small, epsilon, laid=laid).run()
    feasible = {
        tuple((2 * (y + own) + step) // (2 * step) for y, own in zip(value(small, x), total, strict=True))
        for x in solutions(small)
    }

    assert found.complete
    assert points(found) <= feasible
    assert not any(dominates(one, other) for one in points(found) for other in points(found))
    for each in feasible:
        assert any(all(a - int(epsilon * abs(a)) <= b for a, b in zip(one, each, strict=True)) for one in points(found))


@given(_FEW, st.integers(1, 4), st.booleans())
@settings(max_examples=40, deadline=None)
def test_where_sums_are_too_many_some_stand_for_the_rest(several: list[Small], most: int, positive: bool) -> None:
    small = beside(several)
    total = [sum(abs(each) for each in row) * 3 if positive else 0 for row in small.objectives]
    laid = replace(program(small), constants=tuple(total))
    found = _apart(small, most=most, laid=laid).run()
    feasible = {tuple(y + own for y, own in zip(value(small, x), total, strict=True)) for x in solutions(small)}
    whole = {each for each in feasible if not any(dominates(other, each) for other in feasible)}

    assert points(found) <= feasible
    assert found.complete == (points(found) == whole and found.gap == 0)
    if found.gap is not None and feasible:
        assert _covers(found, found.gap, feasible)


@pytest.mark.parametrize("epsilon", [0.0, 0.05])
def test_stopped_what_is_told_is_true(epsilon: float) -> None:
    small = beside([_choice(6, 3), _choice(5, 2)])
    feasible = {value(small, x) for x in solutions(small)}
    gaps = []
    for asked in (0, 3, 10, 30, 60, 100, 200, 10**9):
        search, left = _apart(small, epsilon), count(asked, -1)
        search.many = Many(isolated=False, stop=lambda left=left: next(left) <= 0)  # type: ignore[misc]
        found = search.run()

        assert points(found) <= feasible
        assert not any(dominates(one, other) for one in points(found) for other in points(found))
        assert found.complete <= (asked > 0)
        if found.gap is not None:
            gaps.append(found.gap)
            assert _covers(found, found.gap, feasible)
    assert gaps[-1] == epsilon
    assert any(gap > epsilon for gap in gaps)  # some were stopped on the way, and proved something


def test_parts_share_nothing_and_are_all() -> None:
    several = [_choice(6, 3), _choice(5, 2), _choice(4, 2)]
    laid = program(beside(several))
    found = parts(laid, least=1)

    assert [part.columns.tolist() for part in found] == [
        list(range(6)), list(range(6, 11)), list(range(11, 15))
    ]  # fmt: skip
    assert [len(part.columns) for part in parts(laid, least=6)] == [6, 9]
    assert [len(part.columns) for part in parts(laid)] == [11, 4]
    assert parts(replace(laid, extra=np.ones(laid.objectives.shape))) == ()


def test_a_row_of_nothing_is_kept_or_there_is_no_solution() -> None:
    laid = program(beside([_choice(6, 3), _choice(5, 2)]))
    barred = replace(
        laid,
        matrix=csr_array(block_diag([laid.matrix, csr_array((1, 0))])),
        row_lower=np.append(laid.row_lower, 1.0),
        row_upper=np.append(laid.row_upper, np.inf),
    )

    assert Apart(barred, parts(barred, least=1), Many(isolated=False)).run().infeasible


def test_as_the_search_of_the_whole() -> None:
    laid = program(beside([_choice(12, 2), _choice(13, 2)]))
    whole = Search(laid, Many(isolated=False)).run()
    apart = nondominated(laid, isolated=False)
    several = nondominated(laid, workers=2)

    assert len(parts(laid)) == 2
    assert whole.complete
    assert points(apart) == points(whole) == points(several)
    assert len(whole.points) > 10


@given(
    st.lists(st.tuples(st.integers(-100, 100), st.integers(0, 100)), min_size=1, max_size=5), st.integers(-1000, 1000)
)
def test_constants_are_dealt_out_so_that_values_have_one_sign(ends: list[tuple[int, int]], total: int) -> None:
    low, high = [a for a, _ in ends], [a + b for a, b in ends]
    dealt = constants(total, low, high)

    if dealt is None:
        assert total + sum(low) < 0 < total + sum(high)
        return
    assert sum(dealt) == total
    assert all(a + c >= 0 for a, c in zip(low, dealt, strict=True)) or all(
        a + c <= 0 for a, c in zip(high, dealt, strict=True)
    )


@pytest.mark.parametrize("epsilon", [1e-6, 0.01, 0.5, 1.0])
@pytest.mark.parametrize("rounds", [1, 2, 7])
def test_shares_of_parts_and_rounds_together_are_what_was_asked(epsilon: float, rounds: int) -> None:
    part, each = parted(epsilon, rounds)

    assert 0.99 * epsilon < (1 + part) * (1 + each) ** rounds - 1 <= epsilon
