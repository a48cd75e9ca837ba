"""An award to begin with: of no consequence for what is found, only for how soon."""

import json
from pathlib import Path

import numpy as np
import pytest

from models import Case
from selector import evaluate
from selector.appraise import appraise
from selector.levels import levels
from selector.program import lay, objectives
from selector.solve import Found, Plan, solve_here

BOARDS = json.loads((Path(__file__).parents[2] / "examples" / "two-boards.json").read_text(encoding="utf-8"))
BEST = ("valley/northside/care", "valley/southbank/care", "analytics/northside/data", "analytics/southbank/data")
WORSE = ("valley/northside/care", "valley/southbank/care", "moorland/northside/data", "moorland/southbank/data")


def found(start: tuple[str, ...], **changes: object) -> tuple[object, ...]:
    evaluation = evaluate(Case.model_validate(BOARDS | changes), isolated=False, start=start)
    states = tuple((level.value, level.best, level.bound) for level in evaluation.certificate.levels)
    return evaluation.status, evaluation.certificate.ties, states, evaluation.awards, evaluation.totals


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"objective": {"mode": "lexicographic", "levels": [{"objective": "quality"}, {"objective": "cost"}]}},
        # Both awards to begin with break it.
        {"rules": [{"id": "three", "metric": "winners", "sense": "at_least", "limit": 3}]},
        {"rules": [{"id": "r", "metric": "lots", "each": True, "sense": "at_most", "limit": 1, "priority": 1}]},
    ],
)
@pytest.mark.parametrize(
    "start",
    [
        pytest.param(BEST, id="the best"),
        pytest.param(WORSE, id="another"),
        pytest.param(BEST[:3], id="a lot without a bid"),
        pytest.param((*BEST, WORSE[2]), id="a lot with two"),
        pytest.param(("no such bid", *BEST[1:]), id="a bid that is not there"),
    ],
)
def test_the_same_is_found(start: tuple[str, ...], changes: dict[str, object]) -> None:
    assert found(start, **changes) == found((), **changes)


def test_it_is_the_first_award_that_is_told() -> None:
    case = Case.model_validate(BOARDS)
    appraisal = appraise(case)
    accepts = [appraisal.bids.ids[bid] for bid in np.flatnonzero(appraisal.bids.open).tolist()]
    start = tuple(sorted(accepts.index(bid) for bid in WORSE))
    program = lay(appraisal)
    told: list[tuple[int, ...]] = []
    goals = tuple(level.goal for level in levels(case.objective, objectives(appraisal)))
    outcome = solve_here(
        program,
        Plan(goals=goals, start=start),
        lambda each: told.append(each.accepted) if isinstance(each, Found) else None,
    )
    assert told[0] == start
    assert {accepts[column] for column in outcome.accepted or ()} == set(BEST)
