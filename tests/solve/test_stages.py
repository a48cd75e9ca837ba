"""What a solve tells on its way, and what a caller may make of it."""

import numpy as np
import pytest

from models import Lexicographic, MoneyValued
from selector import Goal, Plan, appraise, lay, objectives, synthetic
from selector.levels import levels, quality_goal
from selector.program import Program, tie_breaker
from selector.solve import Found, GoalResult, Outcome, Progress, Settled, solve_here
from selector.solve.known import Known
from tests.references.small import one_service


def _tied() -> tuple[Program, Plan]:
    """Four awards as good as each other, and dearer ones."""
    case = one_service({"x": {"a": 5, "b": 5}, "y": {"a": 5, "b": 5}, "dear": {"a": 6, "b": 9}})
    appraisal = appraise(case)
    parts = objectives(appraisal)
    assert isinstance(case.objective, MoneyValued)
    goals = tuple(level.goal for level in levels(case.objective, parts))
    breakers = (Goal("providers", parts.providers, 1), Goal("bids", tie_breaker(appraisal), 2**20))
    return lay(appraisal), Plan(goals, breakers)


def test_whatever_is_told_of_the_search_is_true() -> None:
    """At every message, what a caller would answer if the process ended there is an award of the value it states."""
    program, plan = _tied()
    known = Known(plan)

    def check(message: Progress | Found | Settled) -> None:
        known.add(message)
        outcome = known.outcome("failure")
        if outcome.accepted is None:
            return
        goal = plan.goals[0].coefficients
        assert int(goal[list(outcome.accepted)].sum()) == outcome.goals[0].value  # there are no charges here
        assert outcome.goals[0].bound <= outcome.goals[0].value

    outcome = solve_here(program, plan, check)
    assert outcome.ties == "found"
    assert outcome.goals == (GoalResult(1000, 1000.0, proven=True),)
    assert known.outcome("time").limit is None  # only ties were left


def test_an_award_found_in_settling_ties_does_not_replace_the_proven_one() -> None:
    _, plan = _tied()
    known = Known(plan)
    for message in (
        Found(0, (0, 1), 1000),
        Settled((GoalResult(1000, 1000.0, proven=True),), (0, 1)),
        Found(1, (2, 3), 1500),
    ):
        known.add(message)
    assert known.outcome("stopped") == Outcome(
        accepted=(0, 1),
        goals=(GoalResult(1000, 1000.0, proven=True),),
        infeasible=False,
        limit=None,
        ties="not_examined",
        bound=1000.0,
    )


def test_nothing_known_is_nothing_claimed() -> None:
    _, plan = _tied()
    outcome = Known(plan).outcome("time")
    assert (outcome.accepted, outcome.goals, outcome.limit) == (None, (), "time")
    assert outcome.bound == -np.inf


def test_forbidden_awards_do_not_come_out() -> None:
    program, plan = _tied()
    seen: list[tuple[int, ...]] = []
    values = []
    while True:
        outcome = solve_here(program, Plan(plan.goals, forbidden=tuple(seen)))
        if outcome.accepted is None:
            break
        assert outcome.accepted not in seen
        seen.append(outcome.accepted)
        values.append(outcome.goals[0].value)
    assert outcome.infeasible
    assert values == [1000, 1000, 1000, 1000, 1100, 1100, 1400, 1400, 1500]


@pytest.mark.parametrize("seed", [0, pytest.param(2, marks=pytest.mark.deep)])
def test_levels_hold_what_earlier_levels_found(seed: int) -> None:
    appraisal = appraise(synthetic(8, 5, 12, seed))
    program, parts = lay(appraisal), objectives(appraisal)
    objective = Lexicographic.model_validate(
        {"mode": "lexicographic", "levels": [{"objective": "quality", "tolerance": 1}, {"objective": "cost"}]}
    )
    quality, cost = (level.goal for level in levels(objective, parts))
    assert quality.tolerance == quality_goal(parts, objective.levels[0].slack).tolerance
    outcome = solve_here(program, Plan((quality, cost)))
    assert outcome.accepted is not None
    attained = int(parts.quality[list(outcome.accepted)].sum())
    assert outcome.goals[0].value <= attained <= outcome.goals[0].value + quality.tolerance
    alone = solve_here(program, Plan((cost,)))
    assert alone.goals[0].value <= outcome.goals[1].value
