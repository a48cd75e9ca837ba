"""What is answered to the question how free buyers are, beside errors."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from models import Choice, Options, read_case
from selector import choice
from tests.api.cases import edited, knot, market, smallest
from tests.api.live import JSON
from tests.api.problems import problem


def asked(client: TestClient, body: bytes, query: str = "") -> Choice:
    answer = client.post(f"/v1/choice{query}", content=body, headers=JSON)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    return Choice.model_validate_json(answer.content)


def without_seconds(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: without_seconds(value) for key, value in node.items() if key != "seconds"}
    return [without_seconds(value) for value in node] if isinstance(node, list) else node


def test_it_is_the_answer_of_the_engine(client: TestClient) -> None:
    answer = asked(client, market(), "?coalitions=2&shares=nucleolus")
    here = choice(read_case(market()), Options(time_limit=30), coalitions=2, shares="nucleolus", isolated=False)
    one, other = (without_seconds(json.loads(each.to_json())) for each in (answer, here))
    assert one == other
    assert (len(answer.buyers), answer.coalitions.number, answer.shares) == (4, 6, "nucleolus")


def test_one_buyer_is_as_well_off_alone(client: TestClient) -> None:
    (buyer,) = asked(client, smallest()).buyers
    assert (buyer.leaving, buyer.sentence) == ("does_not_gain", "North would be as well off alone.")


@pytest.mark.parametrize(
    ("body", "query", "field", "place"),
    [
        (edited(colour="red"), "", "pointer", "/colour"),
        (smallest(), "?shares=equal", "parameter", "shares"),
        (smallest(), "?coalitions=0", "parameter", "coalitions"),
    ],
)
def test_faults_of_the_case_and_of_the_query(
    client: TestClient, body: bytes, query: str, field: str, place: str
) -> None:
    answer = client.post(f"/v1/choice{query}", content=body, headers=JSON)
    assert answer.status_code == 422
    errors = problem(422, answer.headers, answer.content, "/v1/choice")["errors"]
    assert [error[field] for error in errors] == [place]


def test_a_pool_too_large_for_the_question(client: TestClient) -> None:
    names = [f"b{at}" for at in range(18)]
    body = edited(
        buyers=[{"id": name, "name": name, "population": 1000} for name in names],
        bids=[{"id": name, "bidder": "csu", "lots": [f"{name}:payroll"], "price": 1} for name in names],
    )
    answer = client.post("/v1/choice?coalitions=18", content=body, headers=JSON)
    (error,) = problem(422, answer.headers, answer.content, "/v1/choice")["errors"]
    assert error["parameter"] == "coalitions"
    assert "262,125" in error["detail"]


def test_the_time_limit_holds(client: TestClient) -> None:
    answer = asked(client, knot(), "?time_limit=1")
    assert (answer.best.status, answer.buyers) == ("unknown", ())
    assert answer.seconds < 20
