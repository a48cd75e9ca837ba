"""A program searched in parts ends as it does searched whole: the same best, bounds that are bounds, the same endings."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selector import appraise, lay, objectives, synthetic
from selector.levels import levels
from selector.program import Program
from selector.solve import crew
from selector.solve.backend import Search, Watch
from selector.solve.decomposition import Decomposed, block, blocks
from selector.solve.highs import Highs
from tests.solve.decomposition.programs import DEAF, Floats, drawn, keeps, two_services


@pytest.fixture(autouse=True)
def _every_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_SMALL", 1)
    monkeypatch.setattr(block, "_FEW_BIDS", 0)


def board(seed: int, *, coupled: bool) -> tuple[Program, Floats]:
    """Six services for six buyers; without coupling, of each what lies within its service alone."""
    case = synthetic(6, 6, 6, seed)
    appraisal = appraise(case)
    goal = levels(case.objective, objectives(appraisal))[0].goal
    whole, figures = lay(appraisal), goal.coefficients / goal.units
    return with_groups(whole, figures, coupled=coupled)


def with_groups(whole: Program, figures: Floats, *, coupled: bool) -> tuple[Program, Floats]:
    if coupled:
        return whole, figures
    group = whole.group
    columns = np.flatnonzero(group >= 0)
    within = np.ones(whole.matrix.shape[0], dtype=np.bool_)
    for row in range(len(within)):
        of = group[whole.matrix.indices[whole.matrix.indptr[row] : whole.matrix.indptr[row + 1]]]
        within[row] = not len(of) or (of[0] >= 0 and (of == of[0]).all())
    return whole.part(np.flatnonzero(within), columns), figures[columns]


def ask(of: Decomposed | Highs, goal: Floats, **asked: Any) -> Search:
    return of.minimise(
        goal, asked.pop("watch", DEAF), **{"absolute_gap": 0.0, "relative_gap": 0.0, "seconds": None, **asked}
    )


def check(program: Program, goal: Floats, gap: float, **asked: Any) -> Search:
    plain = ask(Highs(program), goal)
    found = ask(Decomposed(program), goal, relative_gap=gap, **asked)
    if plain.ending == "infeasible":
        assert found.ending == "infeasible"
        assert found.columns is None
        return found
    assert plain.ending == "proven"
    assert found.ending in ("proven", "settled")
    assert found.columns is not None
    best = plain.bound
    assert found.bound <= best + 1e-6 * max(abs(best), 1)
    if program.integral.all():
        assert keeps(program, found.columns.astype(np.float64))
        value = float(goal @ found.columns)
        assert best - 1e-6 * max(abs(best), 1) <= value <= found.bound + gap * abs(value) + 1e-6 * max(abs(best), 1)
        if not gap:
            assert value == pytest.approx(best)
    return found


@pytest.mark.parametrize("gap", [0.0, 0.01])
@pytest.mark.parametrize("coupled", [False, True])
@pytest.mark.parametrize("seed", [0, 1, 4])
def test_a_board_as_whole(seed: int, gap: float, *, coupled: bool) -> None:
    """Seed 1 has no award where its services are coupled."""
    program, goal = board(seed, coupled=coupled)
    found = blocks.blocks(program)
    assert len(found) > 1
    assert bool(len(found.coupling)) is coupled
    check(program, goal, gap)


@pytest.mark.parametrize("few", [0, 150])
@settings(deadline=None, max_examples=60)
@given(case=drawn(), gap=st.sampled_from([0.0, 0.01, 0.3]))
def test_small_programs_as_whole(few: int, case: tuple[Program, Floats], gap: float) -> None:
    program, goal = case
    if 0 in program.matrix.shape:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block, "_FEW_BIDS", few)
        check(program, goal, gap)


@pytest.mark.parametrize("few", [0, 150])
@settings(deadline=None, max_examples=40)
@given(case=drawn(coupling=False, packages=False), gap=st.sampled_from([0.0, 0.01, 0.3]))
def test_small_programs_without_coupling_as_whole(few: int, case: tuple[Program, Floats], gap: float) -> None:
    program, goal = case
    if 0 in program.matrix.shape:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block, "_FEW_BIDS", few)
        check(program, goal, gap)


@settings(deadline=None, max_examples=40)
@given(drawn(continuous=True), st.sampled_from([0.0, 0.01]))
def test_programs_with_columns_in_shares_as_whole(case: tuple[Program, Floats], gap: float) -> None:
    program, goal = case
    if 0 not in program.matrix.shape:
        check(program, goal, gap)


def test_two_blocks_of_two_bids_within_a_gap() -> None:
    """Of blocks of few bids nothing is known before they are searched, which a share of it must not hide."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block, "_FEW_BIDS", 150)
        found = check(two_services(), np.array([3.0, 5, 7, 2]), 0.01)
    assert found.columns is not None
    assert found.columns.tolist() == [1, 0, 0, 1]


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(two_services(([1, 1, 1, 1], 3, 4)), id="by a row that couples"),
        pytest.param(two_services(([1, 1, 0, 0], 0, 0.5)), id="in one block"),
        pytest.param(two_services(([0, 0, 0, 0], 1, 1)), id="by a row without columns"),
    ],
)
@pytest.mark.parametrize("gap", [0.0, 0.01])
def test_what_is_infeasible_is_proven_so(program: Program, gap: float) -> None:
    assert check(program, np.ones(4), gap).ending == "infeasible"


@pytest.mark.parametrize("coupled", [False, True])
def test_a_start_is_used_and_told(*, coupled: bool) -> None:
    program, goal = board(0, coupled=coupled)
    best = check(program, goal, 0.0).columns
    assert best is not None
    told: list[list[int]] = []
    watch = Watch(lambda columns: told.append(columns.tolist()), lambda _: None, lambda _: False, lambda: False)
    again = check(program, goal, 0.0, start=best.astype(np.float64), watch=watch)
    assert told[0] == best.tolist()
    assert again.columns is not None
    assert float(goal @ again.columns) == pytest.approx(float(goal @ best))
    stopped = Watch(lambda _: None, lambda _: None, lambda _: False, lambda: True)
    at_once = ask(Decomposed(program), goal, start=best.astype(np.float64), watch=stopped)
    assert at_once.columns is not None
    assert np.array_equal(at_once.columns, best)


@pytest.mark.parametrize("start", [np.zeros(4), np.ones(4)])
@pytest.mark.parametrize("coupling", [(), (([1, 0, 1, 0], 0.0, 1.0),)])
def test_a_start_that_breaks_rows_is_no_award(start: Floats, coupling: tuple[Any, ...]) -> None:
    check(two_services(*coupling), np.array([3.0, 5, 7, 2]), 0.0, start=start)


@pytest.mark.parametrize("coupled", [False, True])
@pytest.mark.parametrize("asked", [{"seconds": 0.01}, {"seconds": 0.0}, {"stop": True}])
def test_a_search_cut_short_claims_no_more_than_it_knows(asked: dict[str, Any], *, coupled: bool) -> None:
    program, goal = board(4, coupled=coupled)
    best = ask(Highs(program), goal).bound
    told: list[float] = []
    stop = bool(asked.get("stop"))
    watch = Watch(lambda _: None, told.append, lambda _: False, lambda: stop)
    found = ask(Decomposed(program), goal, seconds=asked.get("seconds"), watch=watch)
    assert found.ending in (("stopped",) if stop else ("time", "proven"))
    assert found.bound <= best + 1e-6 * abs(best)
    assert all(bound <= best + 1e-6 * abs(best) for bound in told)
    assert found.columns is None or keeps(program, found.columns.astype(np.float64))


@pytest.mark.parametrize("coupled", [False, True])
def test_bounds_and_awards_told_on_the_way_are_true(*, coupled: bool) -> None:
    program, goal = board(2, coupled=coupled)
    best = ask(Highs(program), goal).bound
    bounds: list[float] = []
    awards: list[Floats] = []
    watch = Watch(lambda c: awards.append(c.astype(np.float64)), bounds.append, lambda _: False, lambda: False)
    ask(Decomposed(program), goal, watch=watch)
    assert all(bound <= best + 1e-6 * abs(best) for bound in bounds)
    assert awards
    assert all(keeps(program, each) and goal @ each >= best - 1e-6 * abs(best) for each in awards)


@pytest.mark.parametrize("coupled", [False, True])
def test_a_watch_that_has_enough_ends_the_search(*, coupled: bool) -> None:
    program, goal = board(0, coupled=coupled)
    best = ask(Highs(program), goal).bound
    watch = Watch(lambda _: None, lambda _: None, lambda bound: bound > 0.9 * best, lambda: False)
    found = ask(Decomposed(program), goal, watch=watch)
    assert found.ending in ("proven", "settled")
    assert found.columns is not None
    assert keeps(program, found.columns.astype(np.float64))
    assert 0.9 * best < found.bound <= best + 1e-6 * abs(best)


@pytest.mark.parametrize("gap", [0.0, 0.01])
@pytest.mark.parametrize("coupled", [False, True])
def test_however_many_hands_the_same_comes_out_each_time(
    gap: float, monkeypatch: pytest.MonkeyPatch, *, coupled: bool
) -> None:
    program, goal = board(0, coupled=coupled)
    found = []
    for number in (1, 2, 2):
        monkeypatch.setattr(crew, "processors", lambda number=number: number)
        found.append(ask(Decomposed(program), goal, relative_gap=gap))
    first = found[0]
    for each in found[1:]:
        assert each.ending == first.ending
        assert each.bound == first.bound
        assert each.columns is not None
        assert first.columns is not None
        assert np.array_equal(each.columns, first.columns)


def test_while_rows_are_added_the_whole_is_searched() -> None:
    solver, goal = Decomposed(two_services()), np.array([3.0, 5, 7, 2])
    with solver.only_for_now():
        solver.add_row(np.array([1.0, 0, 0, 0]), 0.0)
        found = ask(solver, goal)
        assert found.columns is not None
        assert found.columns.tolist() == [0, 1, 0, 1]
    found = ask(solver, goal)
    assert found.columns is not None
    assert found.columns.tolist() == [1, 0, 0, 1]
    assert solver.method == "branch and cut in 2 independent parts"


def test_another_goal_is_another_search() -> None:
    solver = Decomposed(two_services(([1, 0, 1, 0], 0.0, 1.0)))
    for goal, best in ((np.array([1.0, 5, 1, 9]), [0, 1, 1, 0]), (np.array([5.0, 1, 9, 1]), [0, 1, 0, 1])):
        found = ask(solver, goal)
        assert found.columns is not None
        assert found.columns.tolist() == best
