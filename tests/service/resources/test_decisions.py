"""Decisions on awards: sealed, listed, told in the minutes, and never altered."""

import json
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from api.store.audit import entries
from api.store.tables import DECISIONS
from models.seal import seal_of
from selector.client import Client, RunTold, ServiceProblem
from selector.decide.record import check_record
from selector.files.record import read_record_file
from tests.api.cases import edited, smallest
from tests.service.resources.house import House

CHAIR, WHY = "A. Patel, chair", "Meeting of 3 May 2013, item 7."


@pytest.fixture
def run(client: Client) -> RunTold:
    return client.wait(client.start("evaluate", client.add_case(smallest()).id).id)


def test_the_record_holds_and_names_who_and_why(client: Client, run: RunTold, tmp_path: Path) -> None:
    decision = client.decide(run.id, by=CHAIR, because=WHY)
    path = tmp_path / "record.json"
    path.write_bytes(client.record(run.id, decision.id))
    assert seal_of(path.read_bytes()) == decision.seal
    sealed = read_record_file(path)
    assert (sealed.record.recorded.by, sealed.record.recorded.because) == (CHAIR, WHY)
    assert sealed.record.award.to_json().encode() == client.result(run.id)
    checked = check_record(sealed)
    assert checked.valid, checked.findings


def test_an_award_of_a_scenario_beside_the_case(client: Client, tmp_path: Path) -> None:
    case = client.add_case(smallest())
    client.add_scenario(case.id, "dearer", {"bids": {"csu-1": {"price": 130000}}})
    run = client.wait(client.start("evaluate", case.id, scenario="dearer").id)
    path = tmp_path / "record.json"
    path.write_bytes(client.record(run.id, client.decide(run.id, by=CHAIR, because=WHY).id))
    sealed = read_record_file(path)
    assert sealed.record.scenario is not None
    assert sealed.record.scenario.id == "dearer"
    checked = check_record(sealed)
    assert checked.valid, checked.findings


def test_they_are_listed_and_in_the_minutes(client: Client, run: RunTold) -> None:
    assert client.decisions(run.id) == []
    first = client.decide(run.id, by=CHAIR, because=WHY)
    second = client.decide(run.id, by=CHAIR, because="Item 8 of the same: as before.")
    assert client.decisions(run.id) == [first, second]
    paper = client.paper(run.id, "json").decode()
    assert first.seal in paper
    assert second.seal in paper
    assert WHY in paper
    assert first.seal not in client.paper(run.id, "json", publish=True).decode()


def test_it_is_in_the_audit_log(client: Client, service: House, run: RunTold) -> None:
    decision = client.decide(run.id, by=CHAIR, because=WHY)
    with service.database.reading() as connection:
        (entry,) = [each for each in entries(connection) if each.subject == decision.id]
    assert (entry.action, entry.actor) == ("decision.create", decision.actor)
    assert json.loads(entry.detail) == {"run": run.id, "by": CHAIR, "seal": decision.seal}


def test_nobody_alters_one(client: Client, service: House, run: RunTold) -> None:
    decision = client.decide(run.id, by=CHAIR, because=WHY)
    of_it = DECISIONS.c.id == decision.id
    for statement in (update(DECISIONS).where(of_it).values(because="Else."), delete(DECISIONS).where(of_it)):
        with pytest.raises(DBAPIError, match="only added to"), service.database.writing() as connection:
            connection.execute(statement)
    assert client.decisions(run.id) == [decision]


def test_that_there_is_no_award_can_be_decided_on(client: Client) -> None:
    case = edited(buyers=[{"id": "north", "name": "North", "population": 1, "budget": {"2013-14": 1}}])
    run = client.wait(client.start("evaluate", client.add_case(case).id).id)
    assert run.result_status == "infeasible"
    assert client.decide(run.id, by=CHAIR, because="To be tendered again.").seal


@pytest.mark.parametrize(
    ("stated", "pointers"),
    [
        ({}, ["/because", "/by"]),
        ({"by": "", "because": WHY}, ["/by"]),
        ({"by": CHAIR, "because": " "}, ["/because"]),
        ({"by": CHAIR, "because": "a\0b"}, ["/because"]),
        ({"by": CHAIR, "because": WHY, "at": "2013-05-03"}, ["/at"]),
    ],
)
def test_what_is_wrong_with_one_is_told(
    wire: httpx2.Client, client: Client, run: RunTold, stated: dict[str, str], pointers: list[str]
) -> None:
    answer = wire.post(f"/v1/runs/{run.id}/decisions", json=stated)
    assert answer.status_code == 422
    assert sorted(each["pointer"] for each in answer.json()["errors"]) == pointers
    assert client.decisions(run.id) == []


def test_a_run_without_a_result(client: Client, run: RunTold) -> None:
    market = client.wait(client.start("market", run.case).id)
    with pytest.raises(ServiceProblem, match="evaluate") as refused:
        client.decide(market.id, by=CHAIR, because=WHY)
    assert refused.value.status == 404
    with pytest.raises(ServiceProblem) as unknown:
        client.record(run.id, "0" * 32)
    assert unknown.value.status == 404
