"""Runs: accepted, told of, cancelled."""

import json
import time

import httpx2
import pytest

from models import read_award, read_case
from selector import evaluate
from selector.client import Client, ServiceProblem
from tests.api.cases import knot, market, smallest
from tests.api.problems import problem
from tests.service.resources.house import eventually, started


def test_it_is_the_engines_result(client: Client) -> None:
    case = client.add_case(market())
    run = client.start("evaluate", case.id, gap=0.001)
    assert run.asked == {"scenario": "as-stated", "gap": 0.001}
    found = read_award(client.result(client.wait(run.id).id))
    here = evaluate(read_case(market()))
    assert found.totals == here.totals
    assert found.provenance.case_sha256 == case.id


def test_what_a_client_is_told_from_the_first_to_the_last(wire: httpx2.Client, client: Client) -> None:
    case = client.add_case(knot())
    answer = wire.post("/v1/runs", json={"kind": "evaluate", "case": case.id})
    assert answer.status_code == 202
    place, run = answer.headers["Location"], answer.json()
    assert int(answer.headers["Retry-After"]) >= 1
    assert (place, run["href"], run["status"]) == (f"/v1/runs/{run['id']}", place, "queued")
    early = wire.get(f"{place}/result")
    assert early.status_code == 409
    assert int(early.headers["Retry-After"]) >= 1
    problem(409, early.headers, early.content, f"{place}/result")
    assert started(client, run["id"]).status == "running"
    eventually(lambda: wire.get(place).json()["progress"] is not None)
    assert wire.get(place).json()["progress"]["seconds"] >= 0
    began = time.monotonic()
    stopped = wire.delete(place)
    assert (stopped.status_code, stopped.json()["cancel_requested"]) == (202, True)
    eventually(lambda: wire.get(place).json()["status"] == "cancelled")
    assert time.monotonic() - began < 5
    assert wire.delete(place).status_code == 204
    late = wire.get(f"{place}/result")
    assert late.status_code == 404
    problem(404, late.headers, late.content, f"{place}/result")


def test_one_that_waits_is_cancelled_at_once(wire: httpx2.Client, client: Client) -> None:
    case = client.add_case(knot())
    goes = client.start("evaluate", case.id)
    started(client, goes.id)
    waits = client.start("evaluate", case.id)
    assert client.run(waits.id).status == "queued"
    assert wire.delete(f"/v1/runs/{waits.id}").status_code == 204
    assert client.run(waits.id).status == "cancelled"
    client.cancel(goes.id)
    eventually(lambda: client.run(goes.id).ended)


def test_one_that_has_ended_cannot_be_cancelled(wire: httpx2.Client, client: Client) -> None:
    case = client.add_case(smallest())
    done = client.wait(client.start("evaluate", case.id).id)
    for _ in range(2):
        answer = wire.delete(f"/v1/runs/{done.id}")
        assert answer.status_code == 409
        problem(409, answer.headers, answer.content, f"/v1/runs/{done.id}")
    assert answer.json()["detail"] == "This run cannot be cancelled: it has finished already."
    assert client.run(done.id) == done


def test_a_result_is_held_by_its_tag(wire: httpx2.Client, client: Client) -> None:
    run = client.wait(client.start("evaluate", client.add_case(smallest()).id).id)
    first = wire.get(f"/v1/runs/{run.id}/result")
    again = wire.get(f"/v1/runs/{run.id}/result", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert wire.delete(f"/v1/runs/{run.id}").status_code == 409
    assert client.run(run.id).status == "finished"


def test_lists_by_status_kind_and_case(wire: httpx2.Client, client: Client) -> None:
    one, other = client.add_case(smallest()), client.add_case(market())
    runs = [client.start(kind, case.id) for case in (one, other) for kind in ("market", "evaluate")]
    for run in runs:
        client.wait(run.id)
    assert {run.id for run in client.runs()} == {run.id for run in runs}
    assert [run.id for run in client.runs(kind="market", case_id=one.id)] == [runs[0].id]
    assert list(client.runs(status="queued")) == []
    first = wire.get("/v1/runs?limit=1&kind=market&status=finished")
    second = wire.get(first.links["next"]["url"])
    assert [page.json()["items"][0]["kind"] for page in (first, second)] == ["market", "market"]
    assert second.json()["next"] is None


@pytest.mark.parametrize(
    ("asked", "pointer"),
    [
        ({}, "/kind"),
        ({"kind": "evaluat"}, "/kind"),
        ({"kind": ["evaluate"]}, "/kind"),
        ({"kind": "evaluate"}, "/case"),
        ({"kind": "evaluate", "case": 7}, "/case"),
        ({"kind": "evaluate", "case": "CASE", "time_limit": -1}, "/time_limit"),
        ({"kind": "evaluate", "case": "CASE", "colour": "red"}, "/colour"),
        ({"kind": "evaluate", "case": "CASE", "scenario": "none"}, "/scenario"),
        ({"kind": "compare", "case": "CASE", "scenarios": ["cheapest", "none"]}, "/scenarios/1"),
        ({"kind": "without", "case": "CASE", "bids": ["csu-1", "none"]}, "/bids/1"),
        ({"kind": "market", "case": "CASE", "time_limit": 5}, "/time_limit"),
        ({"kind": "market", "case": "CASE", "webhook": {"url": "https://a.b/"}}, "/webhook/secret"),
        ({"kind": "market", "case": "CASE", "webhook": {"url": "ftp://a.b/", "secret": "s" * 16}}, "/webhook/url"),
        ([], ""),
    ],
)
def test_what_is_not_well_asked_is_refused_with_its_place(
    wire: httpx2.Client, client: Client, asked: object, pointer: str
) -> None:
    body = json.dumps(asked).replace("CASE", client.add_case(smallest()).id)
    answer = wire.post("/v1/runs", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    errors = problem(422, answer.headers, answer.content, "/v1/runs")["errors"]
    assert [error["pointer"] for error in errors] == [pointer]
    assert list(client.runs()) == []


def test_a_secret_that_is_too_short_is_told_so(wire: httpx2.Client) -> None:
    webhook = {"url": "https://a.b/", "secret": "short"}
    answer = wire.post("/v1/runs", json={"kind": "market", "case": "0" * 64, "webhook": webhook})
    detail = '"short" has fewer than 16 characters'
    assert answer.json()["errors"] == [{"pointer": "/webhook/secret", "detail": detail}]


def test_webhooks_to_private_addresses_are_refused_unless_allowed(wire: httpx2.Client, client: Client) -> None:
    from api.http.problem import Refused
    from api.routes.run_stated import run_in

    body = {"kind": "market", "case": "0" * 64, "webhook": {"url": "http://127.0.0.1/", "secret": "s" * 16}}
    assert run_in(json.dumps(body).encode(), private_webhooks=True).webhook is not None
    with pytest.raises(Refused) as caught:
        run_in(json.dumps(body).encode(), private_webhooks=False)
    assert [error.pointer for error in caught.value.errors] == ["/webhook/url"]


def test_a_run_that_cannot_be_answered_fails_with_a_problem(client: Client) -> None:
    case = client.add_case(json.loads(smallest()) | {"options": {"solver": "no-such-solver"}})
    run = client.start("evaluate", case.id)
    eventually(lambda: client.run(run.id).ended)
    found = client.run(run.id)
    assert (found.status, (found.problem or {})["status"]) == ("failed", 422)
    with pytest.raises(ServiceProblem) as caught:
        client.result(run.id)
    assert caught.value.status == 404


def test_a_list_without_end_is_refused_before_its_entries_are_looked_at(wire: httpx2.Client) -> None:
    answer = wire.post("/v1/runs", json={"kind": "compare", "case": "", "scenarios": [1] * 20_000})
    assert answer.status_code == 400
    assert answer.json()["errors"] == [{"pointer": "/scenarios", "detail": "has more than 10,000 entries"}]
