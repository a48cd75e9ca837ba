"""What is proven of one program holds for another exactly where this allows no more."""

import math
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from selector.program import Program
from selector.solve.inherited import Labelled, inherited
from tests.solve.decomposition.programs import Floats, drawn, least, program

TWO = program([[1, 1, 0, 0], [0, 0, 1, 1]], [1, 1], [1, 1], accepts=4, pairs=[(0, 0), (1, 0), (2, 1), (3, 1)])
GOAL = np.array([3.0, 5, 2, 7])


def labelled(of: Program) -> Labelled:
    rows, columns = of.matrix.shape
    return Labelled(of, np.arange(columns), np.arange(rows))


def without(of: Program, gone: set[int]) -> Labelled:
    """The program without some columns, the others under their old labels."""
    kept = np.array([column for column in range(of.matrix.shape[1]) if column not in gone], dtype=np.int64)
    rows = np.arange(of.matrix.shape[0])
    return Labelled(of.part(rows, kept), kept, rows)


def with_row(of: Program, row: list[float], upper: float) -> Labelled:
    more = replace(
        of,
        matrix=csr_array(np.vstack([of.matrix.toarray(), row])),
        row_lower=np.append(of.row_lower, -np.inf),
        row_upper=np.append(of.row_upper, upper),
        factor=np.append(of.factor, 1.0),
    )
    return labelled(more)


def test_a_bid_that_is_gone_leaves_the_bound() -> None:
    new = without(TWO, {0})
    assert inherited(labelled(TWO), GOAL, 5.0, new, GOAL[new.columns]) == 5.0


def test_a_new_rule_leaves_the_bound() -> None:
    assert inherited(labelled(TWO), GOAL, 5.0, with_row(TWO, [1, 0, 1, 0], 1), GOAL) == 5.0


def test_a_bid_that_is_new_leaves_none() -> None:
    old = without(TWO, {0})
    assert inherited(old, GOAL[old.columns], 7.0, labelled(TWO), GOAL) == -math.inf


def test_a_rule_that_is_gone_leaves_none() -> None:
    old = with_row(TWO, [1, 0, 1, 0], 1)
    assert inherited(old, GOAL, 7.0, labelled(TWO), GOAL) == -math.inf


def test_money_as_the_excess_over_another_least_is_the_same_row() -> None:
    """Without the cheapest bid what each adds to the least is less, and so is what may be spent on top of it."""
    old = with_row(TWO, [0, 2, 0, 5], 5)
    new = without(with_row(TWO, [-2, 0, 0, 5], 3).program, {0})
    assert inherited(old, GOAL, 5.0, new, GOAL[new.columns]) == 5.0
    loose = without(with_row(TWO, [-2, 0, 0, 5], 4).program, {0})
    assert inherited(old, GOAL, 5.0, loose, GOAL[loose.columns]) == -math.inf


def test_what_lots_have_become_cheaper_by_counts_once() -> None:
    assert inherited(labelled(TWO), GOAL, 5.0, labelled(TWO), GOAL - np.array([1, 1, 0, 0])) == 4.0


@settings(deadline=None, max_examples=150)
@given(drawn(), st.integers(0, 10**6))
def test_what_follows_is_a_bound(case: tuple[Program, Floats], seed: int) -> None:
    """Whatever changes: columns, limits, figures of rows, prices."""
    old, goal = case
    best = least(old, goal)
    if best is None or 0 in old.matrix.shape:
        return
    rng = np.random.default_rng(seed)
    rows, columns = old.matrix.shape
    gone = set(np.flatnonzero((rng.random(columns) < 0.3) & (np.arange(columns) > 0)).tolist())
    beyond_cover = np.arange(rows) > old.pair_lot.max(initial=-1)  # that a lot goes to one bid does not change
    dense = old.matrix.toarray()
    if rng.random() < 0.4:
        dense += (rng.random(dense.shape) < 0.1) * rng.integers(-1, 2, dense.shape) * beyond_cover[:, None]
    looser = (rng.random(rows) < 0.2) * rng.integers(-1, 2, rows) * beyond_cover
    changed = replace(old, matrix=csr_array(dense), row_upper=old.row_upper + looser)
    new = without(changed, gone if rng.random() < 0.6 else set())
    now = goal[new.columns] + (rng.random(len(new.columns)) < 0.3) * rng.integers(-4, 5, len(new.columns))
    there = least(new.program, now)
    if there is not None:
        assert inherited(labelled(old), goal, best, new, now) <= there + 1e-6
