"""What is answered to the question what makes up for redundancy, beside errors."""

import json
from typing import Any

from starlette.testclient import TestClient

from models import BreakEven, Options, read_case
from selector import break_even
from tests.api.cases import edited, knot, market, smallest
from tests.api.live import JSON
from tests.api.problems import problem


def asked(client: TestClient, body: bytes, query: str = "") -> BreakEven:
    answer = client.post(f"/v1/break-even{query}", content=body, headers=JSON)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    return BreakEven.model_validate_json(answer.content)


def without_seconds(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: without_seconds(value) for key, value in node.items() if key != "seconds"}
    return [without_seconds(value) for value in node] if isinstance(node, list) else node


def test_it_is_the_answer_of_the_engine(client: TestClient) -> None:
    answer = asked(client, market())
    here = break_even(read_case(market()), Options(time_limit=30))
    one, other = (without_seconds(json.loads(each.to_json())) for each in (answer, here))
    assert one == other
    assert {each.bidder for each in answer.bidders} == {"firm", "charity", "council"}
    assert answer.if_all_leave is not None


def test_nobody_from_outside_bids(client: TestClient) -> None:
    answer = asked(client, smallest())
    assert (answer.best.status, answer.bidders, answer.if_all_leave) == ("optimal", (), None)


def test_faults_of_the_case_and_of_the_query(client: TestClient) -> None:
    for body, query, field, place in (
        (edited(colour="red"), "", "pointer", "/colour"),
        (smallest(), "?gap=2", "parameter", "gap"),
        (smallest(), "?bid=csu-1", "parameter", "bid"),
    ):
        answer = client.post(f"/v1/break-even{query}", content=body, headers=JSON)
        assert answer.status_code == 422
        errors = problem(422, answer.headers, answer.content, "/v1/break-even")["errors"]
        assert [error[field] for error in errors] == [place]


def test_the_time_limit_holds(client: TestClient) -> None:
    answer = asked(client, knot(), "?time_limit=0.5")
    assert (answer.best.status, answer.bidders) == ("unknown", ())
    assert answer.seconds < 20
