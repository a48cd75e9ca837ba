"""Rows that may give way, and rows that are broken."""

import numpy as np
from hypothesis import given, settings

from selector.program import Program
from selector.solve.decomposition.branch_and_cut import Gap, branch_and_cut
from selector.solve.decomposition.elastic import broken, elastic, give_way
from tests.solve.decomposition.programs import FREELY, Floats, drawn, least, program, solutions, two_services


def test_logic_stays_and_amounts_give_way() -> None:
    assert give_way(two_services(([1, 0, -1, 0], 0, 0), ([1, 0, 2, 0], 0, 1))).tolist() == [3]
    assert not len(give_way(program([[0.0, 0.0]], [0], [1])))


def test_a_limit_that_cannot_be_kept_gives_way_by_as_little_as_it_can() -> None:
    tight = two_services(([2, 3, 3, 4], -np.inf, 4))
    soft, goal = elastic(tight, np.array([9.0, 1, 9, 1]), 100.0)
    search, found = branch_and_cut(soft, goal, Gap(0.0), FREELY)
    assert search.ending == "proven"
    assert found is not None
    assert found.tolist() == [1, 0, 1, 0, 1]  # 2 + 3, one more than 4
    assert broken(tight, found[:4]).tolist() == [2]


@settings(deadline=None, max_examples=80)
@given(drawn())
def test_at_a_high_price_nothing_gives_way_that_need_not(case: tuple[Program, Floats]) -> None:
    whole, goal = case
    best = least(whole, goal)
    if best is None or 0 in whole.matrix.shape:
        return
    soft, priced = elastic(whole, goal, 10_000.0)
    search, found = branch_and_cut(soft, priced, Gap(0.0), FREELY)
    assert search.ending == "proven"
    assert found is not None
    columns = found[: len(goal)]
    assert not len(broken(whole, columns))
    assert abs(goal @ columns - best) < 1e-6


@settings(deadline=None, max_examples=80)
@given(drawn())
def test_solutions_break_no_row_and_nothing_else_does_not(case: tuple[Program, Floats]) -> None:
    whole, _ = case
    columns = whole.matrix.shape[1]
    kept = {tuple(each.tolist()) for each in solutions(whole)}
    for number in range(min(2**columns, 64)):
        tried = (number >> np.arange(columns) & 1).astype(np.float64)
        assert (not len(broken(whole, tried))) == (tuple(tried.tolist()) in kept)


def test_a_pound_too_much_of_a_hundred_million_is_too_much() -> None:
    """Rows are scaled to about 1: what is broken must be as fine as what a solver keeps."""
    budget = program([[0.5, 0.5 + 2e-8]], [-np.inf], [1.0])
    assert broken(budget, np.ones(2)).tolist() == [0]
