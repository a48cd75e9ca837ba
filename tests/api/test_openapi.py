"""``/openapi.json`` says what is so."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.jobs.kinds import KINDS, command
from models import Case
from models.reference import SMALLEST
from tests.api.live import JSON


@pytest.fixture
def document(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        node = list(node.values())
    if isinstance(node, list):
        for inner in node:
            yield from references(inner)


def schema(content: dict[str, Any], media_type: str) -> Any:
    assert content.keys() == {media_type}
    return content[media_type]["schema"]


def test_the_version_and_the_paths(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1.")
    assert {path: list(methods) for path, methods in document["paths"].items()} == {
        "/livez": ["get"],
        "/readyz": ["get"],
        "/metrics": ["get"],
        "/v1/examples": ["get"],
        "/v1/examples/{example}": ["get", "post"],
        "/v1/annotate": ["post"],
        "/v1/statements": ["post"],
        "/v1/cases": ["post", "get"],
        "/v1/cases/{case_id}": ["get", "delete"],
        "/v1/cases/{case_id}/statements": ["get"],
        "/v1/cases/{case_id}/scenarios": ["get"],
        "/v1/cases/{case_id}/scenarios/{scenario_id}": ["put", "get", "delete"],
        "/v1/runs": ["post", "get"],
        "/v1/runs/{run_id}": ["get", "delete"],
        "/v1/runs/{run_id}/result": ["get"],
        "/v1/runs/{run_id}/events": ["get"],
        **{f"/v1/runs/{{run_id}}/paper.{form}": ["get"] for form in ("html", "pdf", "xlsx", "json")},
        "/v1/runs/{run_id}/release.json": ["get"],
        "/v1/runs/{run_id}/letters.zip": ["get"],
        "/v1/runs/{run_id}/decisions": ["post", "get"],
        "/v1/runs/{run_id}/decisions/{decision_id}": ["get"],
        **{f"/v1/{command(kind)}": ["post"] for kind in KINDS},
    }
    assert len(KINDS) >= 15


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    leads = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert set(references(document)) <= leads


@pytest.mark.parametrize(
    ("path", "answer", "parameters"),
    [
        ("/v1/evaluate", "Evaluation", ["time_limit", "gap", "scenario"]),
        ("/v1/without", "Without", ["time_limit", "gap", "bid"]),
        ("/v1/break-even", "BreakEven", ["time_limit", "gap"]),
        ("/v1/compare", "Comparison", ["time_limit", "gap", "scenario", "baseline"]),
        ("/v1/explain", "Explanation", ["time_limit", "gap", "bidder"]),
        ("/v1/letters", "Letters", ["time_limit", "gap", "bidder", "standstill_ends"]),
        ("/v1/resilience", "Resilience", ["time_limit", "gap", "bidder", "pairs", "free", "free_all"]),
        ("/v1/market", "SupplyMarket", []),
    ],
)
def test_what_goes_in_and_what_comes_out(
    document: dict[str, Any], path: str, answer: str, parameters: list[str]
) -> None:
    operation = document["paths"][path]["post"]
    sent = {"application/json": operation["requestBody"]["content"]["application/json"]}
    assert schema(sent, "application/json") == {"$ref": "#/components/schemas/Case"}
    for status, response in operation["responses"].items():
        if status == "202":
            continue  # an evaluation may become a run
        media_type, model = ("application/json", answer) if status == "200" else ("application/problem+json", "Problem")
        assert schema(response["content"], media_type) == {"$ref": f"#/components/schemas/{model}"}
    statuses = {"200", "400", "401", "403", "408", "413", "415", "422", "429", "500", "503"}
    assert set(operation["responses"]) - {"202"} == statuses
    named = [parameter["name"] for parameter in operation.get("parameters", ()) if parameter["in"] == "query"]
    assert named == parameters


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_a_run_and_a_question(document: dict[str, Any], kind: str) -> None:
    at_once = document["paths"][f"/v1/{command(kind)}"]["post"]
    assert (at_once["operationId"], at_once["summary"]) == (kind, KINDS[kind].summary)
    result = document["paths"]["/v1/runs/{run_id}/result"]["get"]["responses"]["200"]["content"]["application/json"]
    assert {"$ref": f"#/components/schemas/{KINDS[kind].result.__name__}"} in result["schema"]["anyOf"]
    run = document["paths"]["/v1/runs"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    stated = document["components"]["schemas"][run["discriminator"]["mapping"][kind].rpartition("/")[2]]
    assert ("award" in stated["properties"]) == KINDS[kind].is_of_award
    assert set(KINDS[kind].asked.model_fields) < stated["properties"].keys()
    names = {parameter["name"] for parameter in at_once.get("parameters", ())}
    assert "award" not in names


def test_money_is_text_in_what_is_told(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    assert schemas["Totals"]["properties"]["cost"]["type"] == "string"
    # A horizon is sent with rates as numbers or text, and told with text: it has two names.
    assert schemas["Horizon"] != schemas["HorizonTold"]
    assert schemas["Prospectus"]["properties"]["horizon"]["$ref"] == "#/components/schemas/HorizonTold"


def test_an_evaluation_may_have_a_conflict(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    assert {"$ref": "#/components/schemas/Conflict"} in schemas["Evaluation"]["properties"]["conflict"]["anyOf"]
    conflict, repair = schemas["Conflict"]["properties"], schemas["Repair"]["properties"]
    assert {"rules", "minimal", "explanation", "further", "repair", "alternatives"} <= conflict.keys()
    assert {"moves", "distance", "bound", "least", "patch", "award"} <= repair.keys()


def test_the_case_is_the_one_of_the_command_line(document: dict[str, Any]) -> None:
    described = Case.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas = document["components"]["schemas"]
    parts = described.pop("$defs")
    assert schemas["Case"] == described
    assert {name: schemas[name] for name in parts} == parts


@pytest.mark.parametrize("kind", KINDS)
def test_each_example_runs(client: TestClient, document: dict[str, Any], kind: str) -> None:
    path = f"/v1/{command(kind)}"
    content = document["paths"][path]["post"]["requestBody"]["content"]["application/json"]
    assert content["examples"]
    for example in content["examples"].values():
        answer = client.post(path, json=example["value"], headers=JSON)
        assert answer.status_code == 200


def test_the_examples_of_runs_and_scenarios_run(client: TestClient, document: dict[str, Any]) -> None:
    case = client.post("/v1/cases", json=SMALLEST).json()["id"]
    put = document["paths"]["/v1/cases/{case_id}/scenarios/{scenario_id}"]["put"]["requestBody"]["content"]
    for name, example in put["application/merge-patch+json"]["examples"].items():
        answer = client.put(
            f"/v1/cases/{case}/scenarios/{name}",
            content=json.dumps(example["value"]),
            headers={"Content-Type": "application/merge-patch+json"},
        )
        assert answer.status_code == 201
    run = document["paths"]["/v1/runs"]["post"]["requestBody"]["content"]["application/json"]
    assert run["examples"]
    for example in run["examples"].values():
        answer = client.post("/v1/runs", json=example["value"])
        assert (example["value"]["case"], answer.status_code) == (case, 202)
        assert client.delete(answer.json()["href"]).status_code == 204
