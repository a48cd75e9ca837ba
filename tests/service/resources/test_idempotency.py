"""A request that is sent again is not done again."""

from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest
from sqlalchemy import update

from api.store.tables import IDEMPOTENCY
from selector.client import Client
from tests.api.cases import smallest
from tests.api.live import JSON
from tests.api.problems import problem
from tests.service.resources.house import House


def test_the_same_request_gives_the_same_run(client: Client) -> None:
    case = client.add_case(smallest())
    first = client.start("market", case.id, key="once")
    client.wait(first.id)
    again = client.start("market", case.id, key="once")
    assert (again.id, again.status) == (first.id, "finished")
    assert client.start("market", case.id).id != first.id
    assert len(list(client.runs())) == 2


def test_another_request_under_the_key_is_refused(wire: httpx2.Client, client: Client) -> None:
    case = client.add_case(smallest())
    client.start("market", case.id, key="once")
    headers = {"Idempotency-Key": '"once"'}  # as the draft writes it
    answer = wire.post("/v1/runs", json={"kind": "evaluate", "case": case.id}, headers=headers)
    assert answer.status_code == 422
    assert "Idempotency-Key" in problem(422, answer.headers, answer.content, "/v1/runs")["detail"]


def test_many_at_once_give_one_run(client: Client) -> None:
    case = client.add_case(smallest())
    with ThreadPoolExecutor(6) as threads:
        found = list(threads.map(lambda _: client.start("market", case.id, key="once").id, range(12)))
    assert len(set(found)) == 1
    assert [run.id for run in client.runs()] == found[:1]


def test_a_key_is_forgotten_after_a_day(service: House, client: Client) -> None:
    case = client.add_case(smallest())
    first = client.start("market", case.id, key="once")
    with service.database.writing() as connection:
        day = 24 * 60 * 60 * 1000
        of_it = IDEMPOTENCY.c.run_id == first.id
        connection.execute(update(IDEMPOTENCY).where(of_it).values(created_at=IDEMPOTENCY.c.created_at - day))
    assert client.start("market", case.id, key="once").id != first.id


def test_keys_of_two_tenants_are_two_keys(service: House, client: Client) -> None:
    with service.client("another") as other:
        one, two = (each.start("market", each.add_case(smallest()).id, key="once") for each in (client, other))
    assert one.id != two.id


@pytest.mark.parametrize("key", ["", '""', "k" * 256, "two\tparts"])
def test_what_is_no_key(wire: httpx2.Client, key: str) -> None:
    answer = wire.post("/v1/runs", json={"kind": "market"}, headers={"Idempotency-Key": key})
    assert answer.status_code == 400
    problem(400, answer.headers, answer.content, "/v1/runs")


def test_an_evaluation_that_becomes_a_run_has_a_key_too(wire: httpx2.Client) -> None:
    headers = {**JSON, "Prefer": "respond-async", "Idempotency-Key": "once"}
    first, again = (wire.post("/v1/evaluate", content=smallest(), headers=headers) for _ in range(2))
    assert (first.status_code, again.status_code) == (202, 202)
    assert first.json()["id"] == again.json()["id"]
