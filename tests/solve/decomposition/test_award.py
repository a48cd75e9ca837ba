"""Awards near a relaxation and near each other: what comes out keeps every row and is worth what it says."""

import numpy as np
import pytest
from hypothesis import given, settings

from selector import appraise, lay, objectives, synthetic
from selector.levels import levels
from selector.program import Program
from selector.solve.decomposition.award import Award, Awards
from selector.solve.decomposition.branch_and_cut import Gap, Limits
from selector.solve.decomposition.relaxation import Relaxation, relaxation
from tests.solve.decomposition.programs import FREELY, Floats, drawn, keeps, least, two_services

PROVEN = Gap(0.0)


def right(program: Program, goal: Floats, award: Award) -> bool:
    return keeps(program, award.columns) and award.value == pytest.approx(float(goal @ award.columns))


def board(seed: int) -> tuple[Program, Floats]:
    case = synthetic(6, 6, 6, seed)
    appraisal = appraise(case)
    goal = levels(case.objective, objectives(appraisal))[0].goal
    return lay(appraisal), goal.coefficients / goal.units


@settings(deadline=None, max_examples=80)
@given(drawn(continuous=True))
def test_a_first_award_keeps_every_row(case: tuple[Program, Floats]) -> None:
    program, goal = case
    relaxed = relaxation(program, goal)
    if relaxed is None:
        return
    award = Awards(program, goal, FREELY).begin(relaxed, PROVEN)
    assert award is None or right(program, goal, award)
    assert award is None or award.value >= relaxed.bound - 1e-6


@settings(deadline=None, max_examples=60)
@given(drawn())
def test_among_all_lots_the_best_is_found(case: tuple[Program, Floats]) -> None:
    """Those that the relaxation rules out of a better award are none of it."""
    program, goal = case
    relaxed, best = relaxation(program, goal), least(program, goal)
    if relaxed is None or best is None:
        return
    awards = Awards(program, goal, FREELY)
    award = awards.begin(relaxed, PROVEN)
    if award is None:
        return
    lots = np.ones(int(program.pair_lot.max(initial=-1)) + 1, dtype=np.bool_)
    better = awards.near(award, lots, PROVEN, relaxed, hold=False, nodes=10_000)
    assert better is None or (right(program, goal, better) and better.value < award.value)
    assert min(award.value, better.value if better else award.value) == pytest.approx(best)


@pytest.mark.parametrize("seed", [0, 2, 7])
def test_awards_of_a_board(seed: int) -> None:
    program, goal = board(seed)
    relaxed = relaxation(program, goal)
    assert relaxed is not None
    awards = Awards(program, goal, FREELY)
    award = awards.begin(relaxed, Gap(0.0, 0.01))
    assert award is not None
    assert right(program, goal, award)
    lots = np.arange(int(program.pair_lot.max()) + 1)
    found = []
    for part in np.array_split(lots, 4):
        for hold in (True, False):
            better = awards.near(award, np.isin(lots, part), PROVEN, relaxed, hold=hold)
            if better is None:
                continue
            found.append(better)
            assert right(program, goal, better)
            assert better.value < award.value
            if hold:
                deciding = np.arange(len(goal)) >= program.accepts
                assert np.array_equal(better.columns[deciding], award.columns[deciding])
    for one in found:
        for other in found:
            both = awards.merged(award, one, other)
            assert both is None or right(program, goal, both)


def test_awards_near_the_same_are_merged_where_rows_allow() -> None:
    goal = np.array([1.0, 5, 1, 9])
    free = Awards(two_services(), goal, FREELY)
    tied = Awards(two_services(([1, 0, 1, 0], -np.inf, 1)), goal, FREELY)
    base, one, other = (Award(np.array(columns), 0) for columns in ([0.0, 1, 0, 1], [1.0, 0, 0, 1], [0.0, 1, 1, 0]))
    both = free.merged(base, one, other)
    assert both is not None
    assert both.columns.tolist() == [1, 0, 1, 0]
    assert both.value == 2
    assert tied.merged(base, one, other) is None


def test_only_some_lots_change() -> None:
    program, goal = two_services(), np.array([1.0, 5, 1, 9])
    relaxed = relaxation(program, goal)
    assert relaxed is not None
    dear = Award(np.array([0.0, 1, 0, 1]), 14)
    better = Awards(program, goal, FREELY).near(dear, np.array([True, False]), PROVEN, relaxed, hold=False)
    assert better is not None
    assert better.columns.tolist() == [1, 0, 0, 1]
    assert better.value == 10


def test_who_provides_is_taken_as_told() -> None:
    """Shares of who provides, rounded; what is left is relaxed, or cannot be."""
    program, goal = board(0)
    relaxed = relaxation(program, goal)
    assert relaxed is not None
    awards = Awards(program, goal, FREELY)
    begun = awards.begin(relaxed, Gap(0.0, 0.01))
    assert begun is not None
    of = awards.provided(begun.columns)
    assert of is not None
    assert relaxed.bound - 1e-6 <= of.bound <= begun.value + 1e-6
    nobody = begun.columns.copy()
    nobody[program.accepts :] = 0
    assert awards.provided(nobody) is None
    assert awards.provided(begun.columns, of) is of
    other = awards.provided(nobody, of)
    assert other is not of


def test_lots_unlike_a_relaxation_are_those_it_splits_or_gives_to_another() -> None:
    program, goal = two_services(), np.array([1.0, 5, 1, 9])
    awards, award = Awards(program, goal, FREELY), Award(np.array([1.0, 0, 0, 1]), 10)
    draw = np.random.default_rng(0)
    for columns, unlike in (
        ([1.0, 0, 0, 1], [False, False]),
        ([1.0, 0, 1, 0], [False, True]),
        ([0.5, 0.5, 0, 1], [True, False]),
        ([0.0, 1, 0.5, 0.5], [True, True]),
    ):
        near = Relaxation(0.0, np.array(columns), np.zeros(4), np.zeros(2))
        assert awards.unlike(award, near, 2, draw).tolist() == unlike
        assert np.count_nonzero(awards.unlike(award, near, 1, draw)) == min(sum(unlike), 1)


def test_a_wish_to_stop_ends_the_search_for_an_award() -> None:
    program, goal = board(0)
    relaxed = relaxation(program, goal)
    assert relaxed is not None
    for limits in (Limits(lambda: None, lambda: True), Limits(lambda: 0.0, lambda: False)):
        award = Awards(program, goal, limits).begin(relaxed, PROVEN)
        assert award is None or right(program, goal, award)
