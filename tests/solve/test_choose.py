"""What is searched in parts: what is large, and a single goal over a location problem, of any size."""

from collections.abc import Mapping
from typing import Any

import pytest

from selector import Case, appraise, evaluate, lay, objectives
from selector.solve import Goal, Plan
from selector.solve.choose import backend
from selector.solve.decomposition import Decomposed
from tests.references.small import one_service

_ROOMS: Mapping[str, Any] = {
    "bidders": [
        {"id": name, "name": name, "kind": "private", "viability_floor": 0, "capacity": {"it": 250_000}}
        for name in "xy"
    ]
}


def _case(**more: Any) -> Case:
    return one_service({"x": {"a": 10, "b": 20, "c": 30}, "y": {"a": 11, "b": 22, "c": 29}}, **more)


def _plan(case: Case, **more: Any) -> Plan:
    return Plan((Goal("cost", objectives(appraise(case)).cost, 100),), **more)


@pytest.mark.parametrize(
    ("more", "in_parts"),
    [
        ({}, True),
        ({"method": "whole"}, False),
        ({"forbidden": ((0, 1, 2),)}, False),
        ({"tie_breakers": (Goal("bids", objectives(appraise(_case(**_ROOMS))).cost, 100),)}, False),
    ],
)
def test_a_single_goal_over_a_location_problem_goes_to_its_own_method(more: dict[str, Any], in_parts: bool) -> None:
    case = _case(**_ROOMS)
    assert isinstance(backend(lay(appraise(case)), _plan(case, **more)), Decomposed) is in_parts


def test_what_says_more_is_searched_as_a_whole_unless_told_otherwise() -> None:
    case = _case(max_lots_per_bidder=2)
    program = lay(appraise(case))
    assert not isinstance(backend(program, _plan(case)), Decomposed)
    assert isinstance(backend(program, _plan(case, method="parts")), Decomposed)


def test_both_ways_give_the_same_award() -> None:
    case = _case(**_ROOMS)
    whole, parts = (
        evaluate(case.model_copy(update={"options": case.options.model_copy(update={"method": method, "gap": 1e-9})}))
        for method in ("whole", "auto")
    )
    assert whole.awards == parts.awards
    assert whole.certificate.objective == parts.certificate.objective
    assert parts.certificate.method.startswith("branch and cut over who provides")
