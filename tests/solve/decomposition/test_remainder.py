"""What is left once some columns are given: put back, its solutions are those of the whole."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from selector.program import Program, excess_of_awards
from selector.solve.decomposition.remainder import remainder
from selector.solve.highs import Highs
from tests.solve.decomposition.programs import DEAF, Floats, drawn, program, solutions, two_services


@settings(deadline=None, max_examples=80)
@given(drawn(), st.integers(0, 2**14 - 1), st.integers(0, 2**14 - 1))
def test_solutions_put_back_are_those_of_the_whole(case: tuple[Program, Floats], some: int, given_: int) -> None:
    whole, _ = case
    columns = np.arange(whole.matrix.shape[1])
    free = (some >> columns & 1).astype(np.bool_)
    values = (given_ >> columns & 1).astype(np.float64)
    left = remainder(whole, free, values)
    put_back = {tuple(left.whole(each).tolist()) for each in solutions(left.program)}
    every = solutions(whole)
    expected = every[(every[:, ~free] == values[~free]).all(axis=1)]
    assert put_back == {tuple(each.tolist()) for each in expected}


@settings(deadline=None, max_examples=80)
@given(drawn(), st.integers(0, 2**14 - 1), st.data())
def test_what_lots_cost_at_the_least_stays_right(case: tuple[Program, Floats], some: int, data: st.DataObject) -> None:
    """Also where a package that is free is for a lot that is covered by what is given."""
    whole, goal = case
    every = solutions(whole)
    if not len(every):
        return
    award = every[data.draw(st.integers(0, len(every) - 1))]
    free = (some >> np.arange(len(award)) & 1).astype(np.bool_)
    left = remainder(whole, free, award)
    over, least = excess_of_awards(left.program, goal[left.columns])
    for each in solutions(left.program):
        assert over @ each + least.sum() == goal[left.columns] @ each
    if 0 not in left.program.matrix.shape:
        search = Highs(left.program).minimise(
            goal[left.columns], DEAF, absolute_gap=0, relative_gap=0, seconds=None, start=award[left.columns]
        )
        best = min(float(goal[left.columns] @ each) for each in solutions(left.program))
        assert search.ending == "proven"
        assert abs(search.bound - best) < 1e-6


def test_a_row_that_is_broken_already_stays() -> None:
    whole = two_services(([4, 0, 0, 0], 0, 2))
    left = remainder(whole, np.array([False, False, True, True]), np.array([1.0, 0, 0, 0]))
    assert (left.program.row_upper < 0).any()
    assert not len(solutions(left.program))


def test_a_lot_that_is_given_twice_has_no_solution() -> None:
    left = remainder(two_services(), np.array([False, False, True, True]), np.array([1.0, 1, 0, 0]))
    assert not len(solutions(left.program))


def test_the_error_of_adding_up_breaks_no_row() -> None:
    tenths = program([[0.1, 0.2, 0.3, 1]], [-np.inf], [0.6])
    assert 0.1 + 0.2 + 0.3 > 0.6
    left = remainder(tenths, np.array([False, False, False, True]), np.ones(4))
    assert solutions(left.program).tolist() == [[0.0]]


def test_lots_of_packages_are_covered_together() -> None:
    """A package for both lots is given; of the bids for each alone none can be accepted, and no lot is left."""
    whole = program([[1, 0, 1], [0, 1, 1]], [1, 1], [1, 1], accepts=3, pairs=[(0, 0), (1, 1), (2, 0), (2, 1)])
    left = remainder(whole, np.array([True, True, False]), np.array([0.0, 0, 1]))
    assert not len(left.program.pair_lot)
    assert [left.whole(each).tolist() for each in solutions(left.program)] == [[0.0, 0.0, 1.0]]
