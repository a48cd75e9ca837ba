"""What is answered to a case, beside errors."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from models import Evaluation, read_award, read_case
from models.reference import SMALLEST
from selector import verify
from tests.api.cases import edited, knot, smallest
from tests.api.live import JSON


def evaluated(client: TestClient, body: bytes, query: str = "") -> Evaluation:
    answer = client.post(f"/v1/evaluate{query}", content=body, headers=JSON)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    return read_award(answer.content)


def in_force(case: dict[str, Any], query: str, client: TestClient) -> dict[str, Any]:
    """The options that the engine was given."""
    return evaluated(client, edited(**case), query).provenance.options


def test_an_award_with_its_proof(client: TestClient) -> None:
    evaluation = evaluated(client, smallest())
    assert evaluation.status == "optimal"
    assert verify(read_case(smallest()), evaluation).valid


def test_no_award_is_an_outcome(client: TestClient) -> None:
    bids = [{**SMALLEST["bids"][0], "scores": {}}]
    bidders = [{**SMALLEST["bidders"][0], "capacity": {"payroll": 1}}]
    evaluation = evaluated(client, edited(bidders=bidders, bids=bids))
    assert evaluation.status == "infeasible"
    assert evaluation.awards == ()
    assert evaluation.conflict is not None
    assert [rule.rule for rule in evaluation.conflict.rules] == ["capacity[csu, payroll]"]
    repair = evaluation.conflict.repair
    assert repair is not None
    (move,) = repair.moves
    assert move.pointer == "/bidders/0/capacity/payroll"
    mended = edited(bidders=[{**bidders[0], "capacity": {"payroll": str(move.after)}}], bids=bids)
    assert evaluated(client, mended).status == "optimal"


def test_the_time_limit_holds(client: TestClient) -> None:
    evaluation = evaluated(client, knot(), "?time_limit=0.5")
    assert evaluation.status == "unknown"
    assert evaluation.certificate.limit == "time"
    assert evaluation.provenance.options["time_limit"] == 0.5
    assert evaluation.certificate.seconds < 20


@pytest.mark.parametrize(
    ("case", "query", "seconds"),
    [
        ({}, "", 30),
        ({}, "?time_limit=4", 4),
        ({}, "?time_limit=1e300", 30),
        ({"options": {"time_limit": 7}}, "", 7),
        ({"options": {"time_limit": 7}}, "?time_limit=9", 9),
        ({"options": {"time_limit": 3600}}, "", 30),
    ],
)
def test_the_time_limit_is_the_requests_or_the_cases_and_at_most_the_services(
    client: TestClient, case: dict[str, Any], query: str, seconds: float
) -> None:
    assert in_force(case, query, client)["time_limit"] == seconds


@pytest.mark.parametrize(("query", "gap"), [("", 0.5), ("?gap=0", 0), ("?gap=0.25", 0.25)])
def test_the_gap_is_the_requests(client: TestClient, query: str, gap: float) -> None:
    assert in_force({"options": {"gap": 0.5}}, query, client)["gap"] == gap
