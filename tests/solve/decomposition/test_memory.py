"""What is remembered of parts: taken again where it holds, and never for more than it proves."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selector.program import Program
from selector.solve.decomposition import Decomposed, block, blocks
from selector.solve.highs import Highs
from selector.solve.memory import Memory
from tests.solve.decomposition.programs import DEAF, Floats, drawn, keeps, least, program, two_services

GOAL = np.array([3.0, 5, 7, 2])


@pytest.fixture(autouse=True)
def _every_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_SMALL", 1)
    monkeypatch.setattr(block, "_FEW_BIDS", 0)


def solved(of: Program, goal: Floats, memory: Memory) -> tuple[str, float | None, float]:
    search = Decomposed(of, memory).minimise(goal, DEAF, absolute_gap=0, relative_gap=0, seconds=None)
    assert search.columns is None or keeps(of, search.columns.astype(np.float64))
    return search.ending, None if search.columns is None else float(goal @ search.columns), search.bound


@settings(deadline=None, max_examples=80)
@given(drawn(coupling=False, packages=False), st.lists(st.integers(0, 10**6), min_size=1, max_size=3))
def test_with_a_memory_the_same_is_proven(case: tuple[Program, Floats], seeds: list[int]) -> None:
    """One goal after another: some prices fall, some rise."""
    whole, goal = case
    if 0 in whole.matrix.shape:
        return
    memory = Memory()
    for seed in (0, *seeds):
        rng = np.random.default_rng(seed)
        changed = goal + np.where(rng.random(len(goal)) < 0.3, rng.integers(-6, 7, len(goal)), 0) * (seed > 0)
        best = least(whole, changed)
        ending, value, bound = solved(whole, changed, memory)
        if best is None:
            assert (ending, value) == ("infeasible", None)
            continue
        assert ending == "proven"
        assert value == pytest.approx(best)
        assert bound <= best + 1e-6


@settings(deadline=None, max_examples=80)
@given(drawn(coupling=False), st.integers(0, 10**6))
def test_a_bound_recalled_is_a_bound(case: tuple[Program, Floats], seed: int) -> None:
    whole, goal = case
    best = least(whole, goal)
    if best is None:
        return
    memory = Memory()
    memory.keep(whole, goal, best, np.zeros(len(goal)))
    changed = goal + np.random.default_rng(seed).integers(-5, 6, len(goal))
    recalled, now = memory.recall(whole, changed), least(whole, changed)
    assert recalled is not None
    assert now is not None
    assert recalled[0] <= now + 1e-9
    again = memory.recall(whole, goal)
    assert again is not None
    assert again[0] == best


def searched(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, ...]]:
    """The goals that are searched for from now on."""
    goals: list[tuple[int, ...]] = []
    minimise = Highs.minimise

    def counted(self: Highs, goal: Floats, *asked: Any, **named: Any) -> Any:
        goals.append(tuple(goal.astype(int).tolist()))
        return minimise(self, goal, *asked, **named)

    monkeypatch.setattr(Highs, "minimise", counted)
    return goals


def test_what_has_not_changed_is_not_searched_again(monkeypatch: pytest.MonkeyPatch) -> None:
    unlike, goal = two_services(([1, 2, 0, 0], 0, 2)), np.array([3.0, 5, 7, 2])
    memory = Memory()
    first = solved(unlike, goal, memory)
    again = searched(monkeypatch)
    assert solved(unlike, goal, memory) == first
    assert not again
    assert solved(unlike, goal + np.array([4.0, 0, 0, 0]), memory) == ("proven", 7.0, 7.0)
    assert set(again) == {(7, 5)}


def test_services_alike_are_each_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    first = solved(two_services(), GOAL, memory)
    again = searched(monkeypatch)
    assert solved(two_services(), GOAL, memory) == first
    assert not again


def test_other_rows_are_another_part() -> None:
    memory = Memory()
    memory.keep(program([[1, 1]], [1], [1]), np.ones(2), 1.0, np.array([1.0, 0]))
    for other in (
        program([[1, 1]], [0], [1]),
        program([[1, 1]], [1], [2]),
        program([[1, 2]], [1], [1]),
        program([[1, 1]], [1], [1], most=[1, 0]),
        program([[1, 1]], [1], [1], continuous=[1]),
        program([[1, 1]], [1], [1], accepts=1),
    ):
        assert memory.recall(other, np.ones(2)) is None
    assert memory.recall(program([[1, 1]], [1], [1]), np.ones(2)) is not None


def test_a_price_of_what_has_no_limit_that_falls_leaves_no_bound() -> None:
    memory = Memory()
    slack = program([[1, -1]], [-np.inf], [0.5], accepts=1, continuous=[1], most=[1, np.inf])
    memory.keep(slack, np.array([-2.0, 3]), -0.5, np.array([1.0, 0.5]))
    recalled = memory.recall(slack, np.array([-2.0, 2]))
    assert recalled is not None
    assert recalled[0] == -np.inf
