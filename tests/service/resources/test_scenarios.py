"""Scenarios kept beside a case."""

import json

import httpx2
import pytest

from models import Scenario, read_award
from selector.client import Client, ServiceProblem
from tests.api.cases import edited, smallest
from tests.api.problems import problem

DEARER = {"bids": {"csu-1": {"price": 130000}}}
PATCH = {"Content-Type": "application/merge-patch+json"}


def path(wire: httpx2.Client, body: bytes = smallest()) -> str:
    place: str = wire.post("/v1/cases", content=body, headers={"Content-Type": "application/json"}).headers["Location"]
    return f"{place}/scenarios"


def test_a_patch_is_kept_once_under_its_name(wire: httpx2.Client) -> None:
    place = f"{path(wire)}/dearer"
    first = wire.put(place, json=DEARER, headers=PATCH)
    assert first.status_code == 201
    assert first.headers["Location"] == place
    assert wire.put(place, json=DEARER, headers=PATCH).status_code == 200
    other = wire.put(place, json={}, headers=PATCH)
    assert other.status_code == 409
    problem(409, other.headers, other.content, place)
    found = wire.get(place)
    assert found.json()["scenario"]["patch"] == DEARER
    assert wire.get(place, headers={"If-None-Match": found.headers["ETag"]}).status_code == 304
    assert wire.delete(place).status_code == 204
    assert wire.get(place).status_code == wire.delete(place).status_code == 404


def test_a_whole_scenario(client: Client) -> None:
    case = client.add_case(smallest())
    scenario = Scenario.model_validate({"id": "a/b ü", "name": "Dearer", "because": "Why not?", "patch": DEARER})
    assert client.add_scenario(case.id, scenario).scenario == scenario
    assert [each.scenario for each in client.scenarios(case.id)] == [scenario]
    assert client.scenario(case.id, "a/b ü").scenario == scenario


@pytest.mark.parametrize(
    ("patch", "pointer"),
    [
        ({"bids": {"csu-1": {"price": -1}}}, "/bids/csu-1/price"),
        ({"bids": {"csu-9": None}}, "/bids/csu-9"),
        ({"scenarios": []}, "/scenarios"),
        ({"colour": "red"}, "/colour"),
        ([], ""),
    ],
)
def test_faults_have_their_place_in_the_patch(wire: httpx2.Client, patch: object, pointer: str) -> None:
    place = f"{path(wire)}/faulty"
    answer = wire.put(place, json=patch, headers=PATCH)
    assert answer.status_code == 422
    errors = problem(422, answer.headers, answer.content, place)["errors"]
    assert [error["pointer"] for error in errors] == [pointer]


def test_faults_have_their_place_in_a_whole_scenario(wire: httpx2.Client) -> None:
    place = f"{path(wire)}/faulty"
    for document, pointer in (
        ({"name": "", "patch": DEARER}, "/name"),
        ({"id": "other"}, "/id"),
        ({"patch": {"colour": "red"}}, "/patch/colour"),
        ({"mergers": [{"bidders": ["csu", "nobody"]}]}, "/mergers/0/bidders/1"),
    ):
        answer = wire.put(place, json=document)
        assert answer.status_code == 422
        errors = problem(422, answer.headers, answer.content, place)["errors"]
        assert [error["pointer"] for error in errors] == [pointer]


@pytest.mark.parametrize("name", ["as-stated", "cheapest", "own"])
def test_names_that_stand_for_something_else(wire: httpx2.Client, name: str) -> None:
    place = path(wire, edited(scenarios=[{"id": "own", "name": "Own", "patch": {}}]))
    assert wire.put(f"{place}/{name}", json=DEARER, headers=PATCH).status_code == 409


def test_runs_are_made_under_it(client: Client) -> None:
    case = client.add_case(smallest())
    client.add_scenario(case.id, "dearer", DEARER)
    run = client.wait(client.start("evaluate", case.id, scenario="dearer").id)
    as_stated = client.wait(client.start("evaluate", case.id).id)
    found, other = (read_award(client.result(each.id)) for each in (run, as_stated))
    assert found.provenance.scenario == "dearer"
    assert found.totals is not None
    assert other.totals is not None
    assert found.totals.cost > other.totals.cost
    compared = client.wait(client.start("compare", case.id, scenarios=["dearer"]).id)
    statuses = {each["scenario"]: each["status"] for each in json.loads(client.result(compared.id))["scenarios"]}
    assert statuses == {"as-stated": "optimal", "dearer": "optimal"}


def test_of_a_case_that_there_is_not(client: Client) -> None:
    with pytest.raises(ServiceProblem, match="There is no such case") as caught:
        client.add_scenario("0" * 64, "dearer", DEARER)
    assert caught.value.status == 404


def test_a_list_without_end_is_refused_before_its_entries_are_looked_at(wire: httpx2.Client) -> None:
    answer = wire.put(f"{path(wire)}/long", json={"mergers": [1] * 20_000})
    assert answer.status_code == 400
    assert answer.json()["errors"] == [{"pointer": "/mergers", "detail": "has more than 10,000 entries"}]
