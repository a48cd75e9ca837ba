"""What is answered to the question how scenarios differ, beside errors."""

from typing import Any

from starlette.testclient import TestClient

from models import Comparison, read_award
from selector.files import case_text
from tests.api.cases import knot
from tests.api.live import JSON
from tests.api.problems import problem
from tests.compare.cases import DEARER, FAULTY, board


def body(*scenarios: dict[str, Any]) -> bytes:
    return case_text(board(*scenarios)).encode()


def asked(client: TestClient, case: bytes, query: str = "") -> Comparison:
    answer = client.post(f"/v1/compare{query}", content=case, headers=JSON)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    return Comparison.model_validate_json(answer.content)


def test_the_scenarios_of_the_case(client: TestClient) -> None:
    answer = asked(client, body(DEARER, FAULTY))
    assert [(each.scenario, each.status) for each in answer.scenarios] == [
        ("as-stated", "optimal"),
        ("dearer", "optimal"),
        ("faulty", "faulty"),
    ]
    assert answer.scenarios[1].differences[0].difference == 20


def test_those_that_are_named(client: TestClient) -> None:
    answer = asked(client, body(DEARER), "?scenario=cheapest&scenario=dearer&baseline=dearer")
    assert [each.scenario for each in answer.scenarios] == ["as-stated", "cheapest", "dearer"]
    assert answer.baseline == "dearer"


def test_a_scenario_that_there_is_not_is_a_fault_of_the_query(client: TestClient) -> None:
    answer = client.post("/v1/compare?scenario=dear&baseline=zzz", content=body(DEARER), headers=JSON)
    assert answer.status_code == 422
    found = problem(422, answer.headers, answer.content, "/v1/compare")
    assert [error["parameter"] for error in found["errors"]] == ["scenario", "baseline"]
    assert found["errors"][0]["detail"] == 'there is no scenario "dear" (did you mean "dearer"?)'


def test_a_name_that_is_kept_is_a_fault_of_the_case(client: TestClient) -> None:
    answer = client.post("/v1/compare", content=body({**DEARER, "id": "cheapest"}), headers=JSON)
    assert answer.status_code == 422
    found = problem(422, answer.headers, answer.content, "/v1/compare")
    assert [error["pointer"] for error in found["errors"]] == ["/scenarios/0/id"]


def test_the_time_limit_holds(client: TestClient) -> None:
    answer = asked(client, knot(), "?time_limit=0.5&scenario=cheapest")
    assert {each.status for each in answer.scenarios} == {"unknown"}
    assert answer.seconds < 20


def test_one_case_under_a_scenario(client: TestClient) -> None:
    answer = client.post("/v1/evaluate?scenario=dearer", content=body(DEARER), headers=JSON)
    assert answer.status_code == 200
    evaluation = read_award(answer.content)
    assert evaluation.provenance.scenario == "dearer"
    assert evaluation.totals is not None
    assert evaluation.totals.cost == 190
    answer = client.post("/v1/evaluate?scenario=faulty", content=body(FAULTY), headers=JSON)
    found = problem(422, answer.headers, answer.content, "/v1/evaluate")
    assert [error["pointer"] for error in found["errors"]] == ["/scenarios/0/patch"] * 2
    answer = client.post("/v1/evaluate?scenario=none", content=body(FAULTY), headers=JSON)
    found = problem(422, answer.headers, answer.content, "/v1/evaluate")
    assert [error["parameter"] for error in found["errors"]] == ["scenario"]
