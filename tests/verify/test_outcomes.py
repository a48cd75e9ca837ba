"""Awards without a full proof, and outcomes without an award."""

import json
from typing import Any

import pytest

from models import read_award
from selector.verify import verify
from tests.verify.checking import as_stated, broken
from tests.verify.three_boards.case import CASE, GOOD, evaluation_of
from tests.verify.towns import case as towns


def test_the_gap_of_an_objective_that_can_come_near_nothing_is_taken_over_cost() -> None:
    # 1,023,896.09 - 1,000,000 = 23,896.09, over the cost of 1,177,680.09: 0.0202908...; over the objective: 0.0233384...
    certificate = {"bound": "1000000.00", "gap_pounds": "23896.09"}
    document = json.loads(as_stated(evaluation_of(GOOD)))
    document["certificate"] |= certificate | {"gap": 23896.09 / 1177680.09}
    assert broken(read_award(json.dumps(document)), CASE) == set()
    document["certificate"] |= certificate | {"gap": 23896.09 / 1023896.09}
    assert broken(read_award(json.dumps(document)), CASE) == {"certificate.gap"}


def test_an_award_stopped_by_a_limit_needs_no_bound() -> None:
    document = json.loads(as_stated(evaluation_of(GOOD)))
    document["certificate"] |= {"bound": None, "gap": None, "gap_pounds": None, "levels": [], "limit": "time"}
    assert broken(read_award(json.dumps(document | {"status": "feasible"})), CASE) == set()
    assert broken(read_award(json.dumps(document)), CASE) == {"certificate.gap", "certificate.levels"}


@pytest.mark.parametrize("status", ["infeasible", "unknown"])
def test_an_outcome_without_an_award_has_none(status: str) -> None:
    good = towns.evaluation_of(towns.GOOD)
    certificate = good.certificate.model_copy(update={"objective": None})
    lists = ("awards", "providers", "discounts", "outposts", "buyers")
    nothing: dict[str, Any] = dict.fromkeys(lists, ()) | {"totals": None, "staff": None}
    empty = good.model_copy(update={"status": status, "certificate": certificate} | nothing)
    verification = verify(towns.CASE, empty)
    assert verification.valid
    assert (verification.totals, verification.objective, verification.rules) == (None, None, ())
    found = broken(good.model_copy(update={"status": status}), towns.CASE)
    assert found == {*lists, "totals", "staff", "certificate.objective"}
