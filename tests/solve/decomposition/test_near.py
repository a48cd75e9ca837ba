"""Neighbourhoods in turn: what they leave is never worse, keeps every row, and ends."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.backend import Watch
from selector.solve.decomposition.award import Award, Awards
from selector.solve.decomposition.branch_and_cut import Gap
from selector.solve.decomposition.ledger import Ledger
from selector.solve.decomposition.near import Near
from selector.solve.decomposition.relaxation import relaxation
from tests.solve.decomposition.programs import DEAF, FREELY, Floats, drawn, keeps, least, two_services

Bools = NDArray[np.bool_]

PROVEN = Gap(0.0)


def ledger_of(goal: Floats, watch: Watch = DEAF) -> Ledger:
    return Ledger(goal, watch, absolute_gap=0.0, relative_gap=0.0)


def searched(near: Near, count: int) -> int:
    """Go through all pieces, so many at once; how many rounds there were."""
    rounds = 0
    while not near.ended:
        near.take([piece(lambda: False) for piece in near.pieces(count)])
        rounds += 1
        assert rounds < 1000
    return rounds


@settings(deadline=None, max_examples=60)
@given(drawn())
def test_awards_only_get_better_and_keep_every_row(case: tuple[Program, Floats]) -> None:
    program, goal = case
    relaxed, best = relaxation(program, goal), least(program, goal)
    if relaxed is None or best is None:
        return
    begun = Awards(program, goal, FREELY).begin(relaxed, Gap(1e9))
    if begun is None:
        return
    for count in (1, 2):
        ledger = ledger_of(goal)
        ledger.offer(lambda: begun.columns)
        searched(Near(program, goal, relaxed, ledger, PROVEN, FREELY), count)
        assert ledger.best is not None
        assert keeps(program, ledger.best)
        assert best - 1e-6 <= ledger.value <= begun.value + 1e-6


def test_without_an_award_there_is_nothing_near_it() -> None:
    program, goal = two_services(), np.array([1.0, 5, 1, 9])
    relaxed = relaxation(program, goal)
    assert relaxed is not None
    assert Near(program, goal, relaxed, ledger_of(goal), PROVEN, FREELY).pieces(2) == []


@pytest.mark.parametrize("count", [1, 2])
def test_lots_of_all_services_that_are_unlike_the_relaxation_are_searched_together(count: int) -> None:
    """A row lets either service change only with the other: one at a time finds nothing."""
    program, goal = two_services(([1, 0, -1, 0], 0, 0)), np.array([1.0, 5, 1, 9])
    relaxed = relaxation(program, goal)
    assert relaxed is not None
    dear = np.array([0.0, 1, 0, 1])
    for lots in ([True, False], [False, True]):
        one = Awards(program, goal, FREELY).near(Award(dear, 14), np.array(lots), PROVEN, relaxed, hold=False)
        assert one is None
    ledger = ledger_of(goal)
    ledger.offer(lambda: dear)
    near = Near(program, goal, relaxed, ledger, PROVEN, FREELY)
    near.take([near.pieces(count)[0](lambda: False)])
    assert ledger.best is not None
    assert ledger.best.tolist() == [1, 0, 1, 0]


def test_it_is_searched_again_where_that_helped_and_before_each_sweep(monkeypatch: pytest.MonkeyPatch) -> None:
    searches = []
    unlike = Awards.unlike

    def counted(self: Awards, *arguments: Any) -> Bools:
        searches.append(arguments)
        return unlike(self, *arguments)

    monkeypatch.setattr(Awards, "unlike", counted)
    program, goal = two_services(), np.array([1.0, 5, 1, 9])
    relaxed = relaxation(program, goal)
    assert relaxed is not None
    ledger = ledger_of(goal)
    ledger.offer(lambda: np.array([0.0, 1, 0, 1]))
    near = Near(program, goal, relaxed, ledger, PROVEN, FREELY)
    made = []
    while not near.ended:  # two groups, that of 0 and that of 1; the first search finds the best
        near.take([piece(lambda: False) for piece in near.pieces(1)])
        made.append(len(searches))
        assert ledger.value == 2
    assert made == [1, 2, 2, 2, 3, 3, 3]


def test_a_search_ends_a_sweep_among_all_after_the_last_better_award() -> None:
    """However many sweeps there may be."""
    program, goal = two_services(), np.array([1.0, 5, 1, 9])
    relaxed = relaxation(program, goal)
    assert relaxed is not None
    ledger = ledger_of(goal)
    ledger.offer(lambda: np.array([1.0, 0, 1, 0]))
    assert searched(Near(program, goal, relaxed, ledger, PROVEN, FREELY), 2) <= 4
