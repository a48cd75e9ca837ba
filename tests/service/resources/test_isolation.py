"""Two tenants: nothing of one can be told from nothing at all by the other."""

import itertools
from collections.abc import Iterator
from typing import Any, NamedTuple

import httpx2
import pytest
from fastapi.routing import APIRoute
from starlette.routing import Route

from api.http.headers import HEADERS
from api.jobs.kinds import KINDS
from selector.client import Client
from tests.api.cases import edited
from tests.service.resources.house import House
from tests.service.resources.operations import NOTHING, OPEN_TO_ALL, filled, operations

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_NAME = "the-same-request"
_PATCH = {"bids": {"csu-1": {"price": 130000}}}


class Owned(NamedTuple):
    ids: dict[str, str]
    tag: str
    """The entity tag of the run's result."""
    event: str
    """The id of the last event of the run."""
    cursors: list[str]
    """Links to the second page of each list."""


@pytest.fixture(scope="module")
def owner(service: House) -> Iterator[Client]:
    with service.client("owner") as client:
        yield client


@pytest.fixture(scope="module")
def owned(service: House, owner: Client) -> Owned:
    case = owner.add_case(edited(name="the owner's"))
    owner.add_case(edited(name="the owner's second"))
    for name in ("dearer", "second"):
        owner.add_scenario(case.id, name, _PATCH)
    runs = [owner.start("evaluate", case.id) for _ in range(2)]
    for run in runs:
        owner.wait(run.id)
    decision = owner.decide(runs[0].id, by="the owner's chair", because="the owner's reason")
    with service.wire("owner") as wire:
        tag = wire.get(f"/v1/runs/{runs[0].id}/result").headers["ETag"]
        lists = ("/v1/cases", "/v1/runs", f"/v1/cases/{case.id}/scenarios")
        cursors = [wire.get(path, params={"limit": 1}).json()["next"] for path in lists]
    (*_, last) = owner.events(runs[0].id)
    assert last.id
    assert all(cursors)
    ids = {"case_id": case.id, "scenario_id": "dearer", "run_id": runs[0].id, "decision_id": decision.id}
    return Owned(ids, tag, last.id, cursors)


@pytest.fixture(scope="module")
def stranger(service: House) -> Iterator[httpx2.Client]:
    with service.wire("stranger") as wire:
        yield wire


def seen(answer: httpx2.Response, ids: dict[str, str]) -> tuple[Any, ...]:
    """All that is told, but for the time and for the names that the client itself has sent."""
    text, headers = answer.text, {name: value for name, value in answer.headers.items() if name != "date"}
    for name in ids.values():
        text = text.replace(name, "…")
        headers = {header: value.replace(name, "…") for header, value in headers.items()}
    return answer.status_code, text, headers


def same(stranger: httpx2.Client, method: str, path: str, owned: Owned, **more: Any) -> httpx2.Response:
    """What the other gets for each of the owner's ids, once it is that of nothing."""
    named = {"X-Request-ID": _NAME, **more.pop("headers", {})}
    names = [name for name in owned.ids if f"{{{name}}}" in path]
    nothing = stranger.request(method, filled(path, NOTHING), headers=named, **more)
    for theirs in itertools.product((True, False), repeat=len(names)):
        ids = NOTHING | {name: owned.ids[name] for name, is_theirs in zip(names, theirs, strict=True) if is_theirs}
        answer = stranger.request(method, filled(path, ids), headers=named, **more)
        assert seen(answer, ids) == seen(nothing, NOTHING), (method, path, ids)
    for name, value in HEADERS.items():
        assert nothing.headers[name] == value
    return nothing


def test_every_route_is_described(service: House) -> None:
    described = {path.replace("{scenario_id}", "{scenario_id:path}") for _, path in operations(service)}
    routes = {route.path for route in service.app.routes if isinstance(route, (APIRoute, Route))}
    assert routes - described <= OPEN_TO_ALL


def test_every_route_and_method(service: House, owner: Client, owned: Owned, stranger: httpx2.Client) -> None:
    paths = {path for _, path in operations(service) if "{" in path}
    assert len(paths) >= 6
    for path in sorted(paths):
        for method in METHODS:
            more: dict[str, Any] = {}
            if method in ("PUT", "POST", "PATCH"):
                more = {"json": _PATCH, "headers": {"Content-Type": "application/merge-patch+json"}}
            answer = same(stranger, method, path, owned, **more)
            assert answer.status_code in (404, 405), (method, path)
            assert (answer.status_code == 404) == ((method, path) in operations(service)), (method, path)
    assert owner.case(owned.ids["case_id"]).name == "the owner's"
    assert owner.run(owned.ids["run_id"]).status == "finished"
    assert owner.scenario(owned.ids["case_id"], "dearer").id == "dearer"


@pytest.mark.parametrize(
    "header", ["If-None-Match", "If-Match", "If-Modified-Since", "Range", "Last-Event-ID", "Prefer"]
)
def test_no_header_asks_it_out(service: House, owned: Owned, stranger: httpx2.Client, header: str) -> None:
    values = {
        "If-Modified-Since": "Mon, 01 Jan 2024 00:00:00 GMT",
        "Range": "bytes=0-9",
        "Last-Event-ID": owned.event,
        "Prefer": "respond-async",
    }
    stated = [values[header]] if header in values else ["*", owned.tag, f'"{owned.ids["case_id"]}"', '"other"']
    for method, path in operations(service):
        if "{" in path and method != "PUT":
            for value in stated:
                assert same(stranger, method, path, owned, headers={header: value}).status_code == 404


def test_a_part_of_ones_own_does_not_lead_to_anothers(service: House, owned: Owned, stranger: httpx2.Client) -> None:
    with service.client("stranger") as own:
        case = own.add_case(edited(name="the stranger's")).id
    path = f"/v1/cases/{case}/scenarios/{{scenario_id}}"
    assert same(stranger, "GET", path, owned).status_code == 404
    assert same(stranger, "DELETE", path, owned).status_code == 404
    for name in ("scenario", "baseline"):
        asked = {"kind": "compare" if name == "baseline" else "evaluate", "case": case}
        answers = [
            stranger.post("/v1/runs", json={**asked, name: scenario}, headers={"X-Request-ID": _NAME})
            for scenario in (owned.ids["scenario_id"], NOTHING["scenario_id"])
        ]
        one, other = (seen(answer, ids) for answer, ids in zip(answers, (owned.ids, NOTHING), strict=True))
        assert one == other
        assert one[0] == 422


def test_nothing_of_it_is_listed(service: House, owned: Owned, stranger: httpx2.Client) -> None:
    paths = service.app.openapi()["paths"]
    for path, methods in paths.items():
        stated = [each["name"] for each in methods.get("get", {}).get("parameters", []) if each["in"] == "query"]
        for name in stated:
            answers = []
            for ids in (owned.ids, NOTHING):
                values = {
                    "case": ids["case_id"],
                    "cursor": None,
                    "limit": 10,
                    "status": "finished",
                    "kind": "evaluate",
                    "answer": ids["run_id"],
                    "since": ids["run_id"],
                    "publish": "true",
                    "ocid": "ocds-213czf-1",
                    "date": None,
                }
                query = {name: values[name]} if values[name] is not None else {}
                answer = stranger.get(filled(path, ids), params=query, headers={"X-Request-ID": _NAME})
                assert answer.status_code == 404 or "the owner's" not in answer.text
                answers.append(seen(answer, ids))
            assert answers[0] == answers[1], (path, name)


def test_a_cursor_of_anothers_list_leads_into_ones_own(service: House, owned: Owned) -> None:
    with service.wire("fifth") as fifth:
        for link in owned.cursors:
            answer = fifth.get(link)
            if owned.ids["case_id"] in link:
                assert answer.status_code == 404
            else:
                assert answer.json() == {"items": [], "next": None}


@pytest.mark.parametrize("kind", KINDS)
def test_a_run_of_what_is_anothers_is_of_nothing(
    service: House, owned: Owned, stranger: httpx2.Client, kind: str
) -> None:
    with service.client("stranger") as own:
        mine = own.add_case(edited(name="the stranger's")).id
    bodies: list[tuple[str, dict[str, str]]] = [("case", {"kind": kind}), ("case", {"kind": kind, "award": "0" * 32})]
    if "award" in KINDS[kind].asked.model_fields:
        bodies.append(("award", {"kind": kind, "case": mine}))
    for field, body in bodies:
        answers = []
        for ids in (owned.ids, NOTHING):
            stated = {"case": ids["case_id"], "award": ids["run_id"]}[field]
            for key in (None, "a-key-of-the-owner"):
                headers = {"X-Request-ID": _NAME} | ({} if key is None else {"Idempotency-Key": key})
                answer = stranger.post("/v1/runs", json={**body, field: stated}, headers=headers)
                assert answer.status_code in (404, 422), answer.text
                answers.append(seen(answer, ids))
        assert all(answer == answers[0] for answer in answers), (kind, field)


def test_the_same_request_of_two_tenants_is_two(service: House, owner: Client, owned: Owned) -> None:
    asked = {"kind": "market", "case": owned.ids["case_id"]}
    headers = {"Idempotency-Key": "a-key-of-the-owner"}
    with service.wire("owner") as wire, service.wire("third") as other, service.client("third") as third:
        first = wire.post("/v1/runs", json=asked, headers=headers)
        assert first.status_code == 202
        # The same key and the same body, before and after the other has the same case too.
        assert other.post("/v1/runs", json=asked, headers=headers).status_code == 404
        mine = third.add_case(edited(name="the owner's"))
        assert mine.id == owned.ids["case_id"]
        assert list(third.scenarios(mine.id)) == []
        assert list(third.runs()) == []
        second = other.post("/v1/runs", json=asked, headers=headers)
        assert second.status_code == 202
        assert second.json()["id"] != first.json()["id"]
        assert other.get(f"/v1/runs/{first.json()['id']}").status_code == 404
        third.wait(second.json()["id"])
        assert other.delete(f"/v1/cases/{mine.id}").status_code == 409
    assert {owner.wait(first.json()["id"]).status, owner.case(mine.id).name} == {"finished", "the owner's"}


def test_a_null_character_is_in_no_name(owned: Owned, service: House) -> None:
    case = owned.ids["case_id"]
    with service.wire("owner") as wire:
        for path in ("cases/%00", "runs/%00", f"cases/{case}/scenarios/%00"):
            assert wire.get(f"/v1/{path}").status_code == 404
        assert wire.delete(f"/v1/cases/{case}/scenarios/%00").status_code == 404
        assert wire.get("/v1/runs?case=%00").status_code == wire.get("/v1/runs?kind=%00").status_code == 422
        asked = {"kind": "evaluate", "case": case, "scenario": "a\0b"}
        assert wire.post("/v1/runs", json=asked).status_code == 422
