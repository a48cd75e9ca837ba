"""A program strengthened before it is searched: the same awards, proofs and ties as by a plain search."""

import json
from typing import Any

import numpy as np
import pytest

from models import Case, Lexicographic
from selector import Goal, Plan, appraise, evaluate, lay, objectives, read_case, synthetic
from selector.levels import levels
from selector.program import Program, excess_of_awards, tie_breaker
from selector.solve import Found, GoalResult, Progress, Settled, pursuit, solve_here, stages
from selector.solve.rank_rows import rooms
from selector.solve.root import root
from tests.oracle.near_equal import near_equal_case
from tests.oracle.random_case import random_case
from tests.references.small import one_service

ALL, FEW = 10**9, 0


def answered(case: Case) -> tuple[object, ...]:
    found = evaluate(case, isolated=False)
    told = tuple((level.value, level.best, level.bound) for level in found.certificate.levels)
    return found.status, found.certificate.ties, found.certificate.limit, told, found.awards


@pytest.mark.parametrize(
    "document",
    [
        *(pytest.param(random_case(seed), id=f"random {seed}") for seed in range(40)),
        *(pytest.param(near_equal_case(seed), id=f"near equal {seed}") for seed in range(20)),
    ],
)
def test_the_same_is_found(document: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    case = read_case(json.dumps(document, default=str))
    monkeypatch.setattr(stages, "_FEW_BIDS", ALL)
    plain = answered(case)
    monkeypatch.setattr(stages, "_FEW_BIDS", FEW)
    assert answered(case) == plain


def board(seed: int = 3) -> tuple[Program, Plan]:
    """The program of a few hundred bids, to be proven to the penny."""
    case = synthetic(8, 8, 12, seed)
    appraisal = appraise(case)
    parts = objectives(appraisal)
    goals = tuple(level.goal for level in levels(case.objective, parts))
    return lay(appraisal), Plan(goals, (Goal("bids", tie_breaker(appraisal), 2**20),))


def test_one_search_proves_the_best_and_that_it_is_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    program, plan = board()
    assert program.accepts > stages._FEW_BIDS
    strengthened = solve_here(program, plan)
    monkeypatch.setattr(stages._Stages, "_pursue", _at_most_once(stages._Stages._pursue))
    assert solve_here(program, plan) == strengthened
    monkeypatch.undo()
    monkeypatch.setattr(stages, "_FEW_BIDS", ALL)
    assert solve_here(program, plan) == strengthened
    assert strengthened.ties == "proven_none"


def _at_most_once(pursue: Any) -> Any:
    """A pursuit that fails where it is asked for again: the ties were told by the first."""
    calls: list[int] = []

    def counted(*args: Any, **keywords: Any) -> Any:
        calls.append(1)
        assert len(calls) == 1
        return pursue(*args, **keywords)

    return counted


def test_a_search_that_finds_no_proof_is_searched_openly(monkeypatch: pytest.MonkeyPatch) -> None:
    program, plan = board()
    expected = solve_here(program, plan)
    monkeypatch.setattr(pursuit, "_NODES_TO_PROVE", 0)
    assert solve_here(program, plan) == expected


def test_no_first_award_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    program, plan = board()
    expected = solve_here(program, plan)
    monkeypatch.setattr(pursuit, "_FOR_EACH_LOT", ())
    assert solve_here(program, plan) == expected


def test_a_poor_first_award_is_bettered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the step that improves it, proofs find what is better, one after another."""
    program, plan = board()
    expected = solve_here(program, plan)
    monkeypatch.setattr(pursuit, "_CLOSELY", 0.5)
    monkeypatch.setattr(pursuit, "_STEPS", ())
    assert solve_here(program, plan) == expected


def test_an_award_that_is_forbidden_makes_the_next_the_best() -> None:
    program, plan = board()
    first = solve_here(program, plan)
    assert first.accepted is not None
    second = solve_here(program, Plan(plan.goals, plan.tie_breakers, forbidden=(first.accepted,)))
    assert second.accepted not in (None, first.accepted)
    assert second.goals[0].value > first.goals[0].value
    assert second.goals[0].proven


def test_awards_as_good_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "_FEW_BIDS", FEW)
    case = one_service({"x": {"a": 5, "b": 5}, "y": {"a": 5, "b": 5}, "dear": {"a": 6, "b": 9}})
    appraisal = appraise(case)
    parts = objectives(appraisal)
    goals = tuple(level.goal for level in levels(case.objective, parts))
    breakers = (Goal("providers", parts.providers, 1), Goal("bids", tie_breaker(appraisal), 2**20))
    outcome = solve_here(lay(appraisal), Plan(goals, breakers))
    assert outcome.ties == "found"
    assert outcome.goals == (GoalResult(1000, 1000.0, proven=True),)


def test_bounds_told_on_the_way_are_bounds() -> None:
    program, plan = board()
    told: list[Progress | Found | Settled] = []
    outcome = solve_here(program, plan, told.append)
    best = outcome.goals[0].value
    assert all(each.bound is None or each.bound <= best for each in told if isinstance(each, Progress))
    assert all(each.value >= best for each in told if isinstance(each, Found))
    assert any(isinstance(each, Found) for each in told)


@pytest.mark.parametrize("seed", range(4))
def test_the_relaxation_bounds_and_rules_out_nothing_of_the_best(seed: int) -> None:
    program, plan = board(seed)
    goal = plan.goals[0].coefficients / plan.goals[0].units
    outcome = solve_here(program, plan)
    best = np.zeros(program.accepts)
    best[list(outcome.accepted or ())] = 1
    over, least = excess_of_awards(program, goal)
    at = root(program, over, (), tuple(rooms(program)), None, lambda: False)
    plain = root(program, over, (), (), None, lambda: False)
    assert at is not None
    assert plain is not None
    value = outcome.goals[0].value / plan.goals[0].units - least.sum()
    assert plain.bound < at.bound <= value + 1e-6
    never, always = at.hopeless(value + 0.02)
    assert never.any()
    assert not best[never[: program.accepts]].any()
    assert best[always[: program.accepts]].all()


def test_several_levels_are_each_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    objective = {"mode": "lexicographic", "levels": [{"objective": "quality", "tolerance": 1}, {"objective": "cost"}]}
    appraisal = appraise(synthetic(8, 5, 12, 0))
    parts = objectives(appraisal)
    goals = tuple(level.goal for level in levels(Lexicographic.model_validate(objective), parts))
    plan = Plan(goals, (Goal("bids", tie_breaker(appraisal), 2**20),))
    monkeypatch.setattr(stages, "_FEW_BIDS", ALL)
    plain = solve_here(lay(appraisal), plan)
    monkeypatch.setattr(stages, "_FEW_BIDS", FEW)
    found = solve_here(lay(appraisal), plan)
    assert (found.accepted, found.goals, found.ties) == (plain.accepted, plain.goals, plain.ties)
