"""What becomes of a run, told as it comes."""

import http.client
import threading
import time
from pathlib import Path

import httpx2
import pytest

from api.routes import events
from selector.client import Client, Event
from tests.api.cases import knot, smallest
from tests.service.resources.house import House, eventually, house, started


def test_events_end_with_the_final_state(client: Client) -> None:
    run = client.start("evaluate", client.add_case(smallest()).id)
    told = list(client.events(run.id))
    assert told[-1].name == told[-1].run.status == "finished"
    assert {event.name for event in told[:-1]} <= {"progress"}
    assert len({event.id for event in told}) == len(told)


def test_progress_comes_while_it_goes(client: Client) -> None:
    run = client.start("evaluate", client.add_case(knot()).id)
    seen: list[Event] = []
    for event in client.events(run.id):
        seen.append(event)
        if event.run.progress is not None and not event.run.cancel_requested:
            client.cancel(run.id)
    assert seen[-1].name == "cancelled"
    assert any(event.run.progress is not None for event in seen)


def test_one_that_comes_back_is_told_what_is_new(wire: httpx2.Client, client: Client) -> None:
    run = client.wait(client.start("market", client.add_case(smallest()).id).id)
    (last,) = client.events(run.id)
    assert [event.id for event in client.events(run.id, after="something older")] == [last.id]
    assert list(client.events(run.id, after=last.id)) == []
    answer = wire.get(f"/v1/runs/{run.id}/events", headers={"Last-Event-ID": last.id})
    assert (answer.status_code, answer.content) == (204, b"")


def test_a_silent_connection_is_kept_alive_and_left(
    service: House, wire: httpx2.Client, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "_SILENCE", 0.3)
    looks = 0
    row = events._row

    def counted(*arguments: object) -> object:
        nonlocal looks
        looks += 1
        return row(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(events, "_row", counted)
    case = client.add_case(knot())
    goes = client.start("evaluate", case.id)
    started(client, goes.id)
    waits = client.start("evaluate", case.id)  # nothing becomes of it meanwhile
    with wire.stream("GET", f"/v1/runs/{waits.id}/events") as answer:
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        assert answer.headers["Cache-Control"] == "no-store"
        lines = answer.iter_lines()
        assert next(line for line in lines if line.startswith(":")) == ": still here"
    time.sleep(0.6)
    before = looks
    time.sleep(0.8)
    assert looks == before, "a client that has gone is still told"
    client.cancel(goes.id)
    client.cancel(waits.id)
    eventually(lambda: client.run(goes.id).ended)


def test_many_listeners_do_not_keep_others_out(service: House, client: Client) -> None:
    run = client.start("evaluate", client.add_case(knot()).id)
    heard: list[list[Event]] = []
    threads = [threading.Thread(target=lambda: heard.append(list(client.events(run.id)))) for _ in range(8)]
    for thread in threads:
        thread.start()
    started(client, run.id)
    began = time.monotonic()
    connection = http.client.HTTPConnection(service.url.removeprefix("http://"), timeout=30)
    connection.request("GET", "/livez")
    assert connection.getresponse().status == 200
    connection.close()
    assert time.monotonic() - began < 2
    client.cancel(run.id)
    for thread in threads:
        thread.join(30)
    assert [each[-1].name for each in heard] == ["cancelled"] * 8


def test_a_service_that_ends_ends_its_events(tmp_path: Path) -> None:
    with house(tmp_path, workers=0) as other, other.client("a tenant") as client:
        run = client.start("market", client.add_case(smallest()).id)
        heard: list[list[str]] = []
        thread = threading.Thread(target=lambda: heard.append([event.run.status for event in client.events(run.id)]))
        thread.start()
        time.sleep(1)
        began = time.monotonic()
        other.app.solves.close()
        thread.join(30)
        assert time.monotonic() - began < 3
    assert heard == [["queued"]]
