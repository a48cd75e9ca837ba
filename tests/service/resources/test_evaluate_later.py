"""An evaluation at once, or as a run."""

import json

import httpx2

from models import read_award
from selector.client import Client
from tests.api.cases import knot, market, smallest
from tests.api.live import JSON
from tests.service.resources.house import eventually


def test_a_small_case_is_answered_at_once_and_not_kept(wire: httpx2.Client, client: Client) -> None:
    answer = wire.post("/v1/evaluate", content=smallest(), headers=JSON)
    assert answer.status_code == 200
    assert read_award(answer.content).status == "optimal"
    assert list(client.cases()) == []


def test_one_with_many_bids_becomes_a_run(wire: httpx2.Client, client: Client) -> None:
    answer = wire.post(
        "/v1/evaluate?time_limit=0.5", content=knot(80), headers=JSON
    )  # of 160 bids, where 150 are small
    assert answer.status_code == 202
    assert answer.headers["Location"] == answer.json()["href"]
    assert int(answer.headers["Retry-After"]) >= 1
    run = client.wait(answer.json()["id"])
    assert run.asked == {"scenario": "as-stated", "time_limit": 0.5}
    assert read_award(client.result(run.id)).status == "unknown"
    assert [case.id for case in client.cases()] == [run.case]


def test_one_that_takes_long_becomes_a_run(wire: httpx2.Client, client: Client) -> None:
    answer = wire.post("/v1/evaluate", content=knot(), headers=JSON)
    assert answer.status_code == 202
    client.cancel(answer.json()["id"])
    eventually(lambda: client.run(answer.json()["id"]).ended)


def test_one_that_may_not_take_long_is_answered_with_what_there_is(wire: httpx2.Client) -> None:
    answer = wire.post("/v1/evaluate?time_limit=0.5", content=knot(), headers=JSON)
    assert answer.status_code == 200
    assert read_award(answer.content).certificate.limit == "time"


def test_a_client_may_ask_for_a_run(wire: httpx2.Client, client: Client) -> None:
    headers = {**JSON, "Prefer": "wait=5, respond-async"}
    answer = wire.post("/v1/evaluate?scenario=cheapest", content=market(), headers=headers)
    assert answer.status_code == 202
    found = read_award(client.result(client.wait(answer.json()["id"]).id))
    assert found.provenance.scenario == "cheapest"
    unknown = wire.post("/v1/evaluate?scenario=none", content=market(), headers=headers)
    assert (unknown.status_code, unknown.json()["errors"][0]["parameter"]) == (422, "scenario")


def test_the_client_waits_for_it(client: Client) -> None:
    assert client.evaluate(json.loads(knot(80)), time_limit=0.5).status == "unknown"
