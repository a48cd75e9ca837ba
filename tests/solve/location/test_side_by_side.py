"""Nodes gone through side by side: the same answers, whoever is first."""

from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selector.solve import crew
from selector.solve.location import Location, solve_location, tree
from selector.solve.location.explorer import Explorer
from selector.solve.location.node import Node
from tests.solve.location.brute import cheapest, locations


@settings(max_examples=80, deadline=None)
@given(locations(), st.integers(2, 4))
def test_the_best_choice_is_found_and_proven_by_several(location: Location, several: int) -> None:
    expected = cheapest(location)
    bounds: list[float] = []
    with patch.object(tree, "_ONE_BY_ONE", 0):
        located = solve_location(location, at_once=several, progress=bounds.append)
    if expected is None:
        assert located.ending == "infeasible"
        return
    assert located.ending == "proven"
    assert located.choice is not None
    assert location.value(located.choice) == expected == located.bound
    assert all(bound <= expected for bound in bounds)


def large(seed: int) -> Location:
    """One whose tree has some ten nodes: places on a plane, each with a charge that a few lots nearby hardly repay."""
    draw = np.random.default_rng(seed)
    providers, lots = 15, 60
    volume = draw.integers(5, 36, lots)
    capacity = draw.integers(40, 90, providers) * int(volume.sum()) // (65 * 6)
    place, at = draw.uniform(0, 1000, (providers, 1, 2)), draw.uniform(0, 1000, (1, lots, 2))
    return Location(
        cost=np.hypot(*(place - at).transpose(2, 0, 1)).astype(np.int64).ravel(),
        lot=np.tile(np.arange(lots), providers),
        provider=np.repeat(np.arange(providers), lots),
        fixed=draw.integers(1000, 2000, providers),
        volume=volume,
        capacity=capacity.astype(np.float64),
        floor=np.zeros(providers, dtype=np.int64),
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_several_take_the_same_steps_each_time_and_as_many_at_once_as_asked(seed: int) -> None:
    location = large(seed)

    def run(at_once: int) -> tuple[list[tuple[float, int, int]], list[int]]:
        steps: list[tuple[float, int, int]] = []
        explorers: set[int] = set()
        children = Explorer.children

        def noted(explorer: Explorer, node: Node, number: int) -> list[Node]:
            explorers.add(id(explorer))
            found = children(explorer, node, number)
            steps.append((node.bound, number, len(found)))
            return found

        with patch.object(tree, "_ONE_BY_ONE", 0), patch.object(Explorer, "children", noted):
            located = solve_location(location, at_once=at_once)
        assert located.ending == "proven"
        assert located.choice is not None
        assert len(explorers) <= at_once
        used.append(len(explorers))
        return sorted(steps, key=lambda step: step[1]), located.choice.tolist()

    used: list[int] = []
    one, two, again = run(1), run(2), run(2)
    assert two == again
    assert used == [1, 2, 2]
    assert location.value(np.array(one[1])) == location.value(np.array(two[1]))


@pytest.mark.parametrize("several", [2, 3])
def test_all_know_all_cuts_after_each_round(several: int) -> None:
    meet, rounds = tree.Tree._meet, []

    def noted(search: tree.Tree, explorers: list[Explorer]) -> None:
        meet(search, explorers)
        known = [{id(cut) for cut in each.relaxation.pool.cuts} for each in search.explorers]
        assert all(cuts == known[0] for cuts in known)
        rounds.append(len(known[0]))

    with patch.object(tree, "_ONE_BY_ONE", 0), patch.object(tree.Tree, "_meet", noted):
        solve_location(large(1), at_once=several)
    assert rounds[-1] > rounds[0] > 0


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_the_award_within_a_gap_hangs_not_on_how_many_threads_there_are(threads: int) -> None:
    with patch.object(tree, "_ONE_BY_ONE", 0):
        usual = solve_location(large(2), relative_gap=0.01)
        with patch.object(crew, "processors", lambda: threads):
            found = solve_location(large(2), relative_gap=0.01)
    assert usual.choice is not None
    assert found.choice is not None
    assert usual.choice.tolist() == found.choice.tolist()


def test_awards_are_told_once_each_better_than_the_last() -> None:
    location, told = large(2), []

    def improved(choice: np.ndarray[tuple[int], np.dtype[np.int64]]) -> None:
        value = location.value(choice)
        assert value is not None
        told.append(value)

    with patch.object(tree, "_ONE_BY_ONE", 0):
        located = solve_location(location, at_once=3, improved=improved)
    assert told == sorted(set(told), reverse=True)
    assert told[-1] == located.bound


def test_a_failure_of_one_is_told() -> None:
    def failing(explorer: Explorer, node: Node, number: int) -> list[Node]:
        if number == 2:
            raise RuntimeError("the second")
        return children(explorer, node, number)

    children = Explorer.children
    with (
        patch.object(tree, "_ONE_BY_ONE", 0),
        patch.object(Explorer, "children", failing),
        pytest.raises(RuntimeError, match="the second"),
    ):
        solve_location(large(1), at_once=2)


def test_what_runs_out_of_time_keeps_a_valid_bound_and_the_best_award() -> None:
    location = large(2)
    best = solve_location(location).bound
    for seconds in (0.02, 0.05, 0.1, 0.2, 0.4):
        with patch.object(tree, "_ONE_BY_ONE", 0):
            located = solve_location(location, at_once=2, seconds=seconds)
        assert located.bound <= best
        if located.choice is not None:
            value = location.value(located.choice)
            assert value is not None
            assert value >= best
