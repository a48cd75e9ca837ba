"""Two tenants: nothing of one can be told from nothing at all by the other."""

import re
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from api.http.headers import HEADERS
from selector.client import Client
from tests.api.cases import edited, smallest
from tests.service.resources.house import House, eventually

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_PATCH = {"Content-Type": "application/merge-patch+json"}


@pytest.fixture(scope="module")
def owner(service: House) -> Iterator[Client]:
    with service.client("owner") as client:
        yield client


@pytest.fixture(scope="module")
def owned(owner: Client) -> dict[str, str]:
    case = owner.add_case(edited(name="the owner's"))
    owner.add_scenario(case.id, "dearer", {"bids": {"csu-1": {"price": 130000}}})
    run = owner.start("evaluate", case.id)
    owner.wait(run.id)
    return {"case_id": case.id, "scenario_id": "dearer", "run_id": run.id}


@pytest.fixture(scope="module")
def stranger(service: House) -> Iterator[httpx2.Client]:
    with service.wire("stranger") as wire:
        yield wire


def routes(service: House) -> list[str]:
    return [path for path in service.app.openapi()["paths"] if path.startswith("/v1/") and "{" in path]


def filled(path: str, ids: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: ids[found[1]], path)


def seen(answer: httpx2.Response, ids: dict[str, str]) -> tuple[Any, ...]:
    """What tells two answers apart, but for the names that the client itself has sent."""
    text = answer.text
    for name in (*ids.values(), answer.headers["X-Request-ID"]):
        text = text.replace(name, "…")
    left_out = {"date", "x-request-id", "content-length"}
    headers = {name: value for name, value in answer.headers.items() if name not in left_out}
    return answer.status_code, text, headers


def test_every_route_and_method(service: House, owner: Client, owned: dict[str, str], stranger: httpx2.Client) -> None:
    nothing = {"case_id": "0" * 64, "scenario_id": "nobody", "run_id": "0" * 32}
    paths = routes(service)
    assert len(paths) >= 6
    for path in paths:
        for method in METHODS:
            more: dict[str, Any] = {"json": {}, "headers": _PATCH} if method == "PUT" else {}
            one = stranger.request(method, filled(path, owned), **more)
            other = stranger.request(method, filled(path, nothing), **more)
            assert seen(one, owned) == seen(other, nothing), (method, path)
            assert one.status_code in (404, 405), (method, path)
            for name, value in HEADERS.items():
                assert one.headers[name] == value
    assert owner.case(owned["case_id"]).name == "the owner's"
    assert owner.run(owned["run_id"]).status == "finished"
    assert owner.scenario(owned["case_id"], "dearer").id == "dearer"


def test_nothing_of_it_is_listed(owned: dict[str, str], stranger: httpx2.Client) -> None:
    for path in ("/v1/cases", "/v1/runs", f"/v1/runs?case={owned['case_id']}"):
        answer = stranger.get(path)
        assert answer.json() == {"items": [], "next": None}


def test_a_run_of_anothers_case_is_of_no_case(owned: dict[str, str], stranger: httpx2.Client) -> None:
    answers = [
        stranger.post("/v1/runs", json={"kind": kind, "case": case, **asked})
        for case in (owned["case_id"], "0" * 64)
        for kind, asked in (("market", {}), ("evaluate", {"scenario": "dearer"}), ("without", {"bids": ["csu-1"]}))
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert {answer.json()["detail"] for answer in answers} == {"There is no such case."}


def test_the_same_case_of_two_tenants_is_two(owner: Client, service: House) -> None:
    with service.client("third") as third:
        mine = third.add_case(edited(name="the owner's"))
        assert list(third.scenarios(mine.id)) == []
        third.delete_case(mine.id)
    assert owner.case(mine.id).name == "the owner's"


def test_a_cursor_of_anothers_list_leads_into_ones_own(service: House) -> None:
    with service.client("fourth") as fourth, service.wire("fourth") as wire, service.wire("fifth") as fifth:
        for number in range(3):
            fourth.add_case(edited(name=str(number)))
        following = wire.get("/v1/cases?limit=1").json()["next"]
        assert fifth.get(following).json() == {"items": [], "next": None}


@pytest.mark.parametrize("scope", ["read", "evaluate"])
def test_what_a_key_may_do(service: House, owned: dict[str, str], scope: str) -> None:
    scopes = ("read",) if scope == "read" else ("read", "evaluate")
    with service.wire("owner", scopes) as wire:  # type: ignore[arg-type]
        assert wire.get(f"/v1/runs/{owned['run_id']}").status_code == 200
        made = wire.post("/v1/cases", content=smallest(), headers={"Content-Type": "application/json"})
        assert made.status_code == (403 if scope == "read" else 201)
        for method, path in (
            ("DELETE", f"/v1/cases/{'0' * 64}"),
            ("DELETE", f"/v1/runs/{'0' * 32}"),
            ("POST", "/v1/runs"),
            ("POST", "/v1/evaluate"),
            ("POST", "/v1/compare"),
            ("POST", "/v1/without"),
            ("POST", "/v1/break-even"),
            ("POST", "/v1/choice"),
            ("PUT", f"/v1/cases/{'0' * 64}/scenarios/a"),
        ):
            status = wire.request(method, path).status_code
            assert (status == 403) is (scope == "read"), (method, path)


def test_a_null_character_is_in_no_name(owned: dict[str, str], stranger: httpx2.Client, service: House) -> None:
    with service.wire("owner") as wire:
        for path in ("cases/%00", "runs/%00", f"cases/{owned['case_id']}/scenarios/%00"):
            assert wire.get(f"/v1/{path}").status_code == 404
        assert wire.delete(f"/v1/cases/{owned['case_id']}/scenarios/%00").status_code == 404
        assert wire.get("/v1/runs?case=%00").status_code == wire.get("/v1/runs?kind=%00").status_code == 422
        asked = {"kind": "evaluate", "case": owned["case_id"], "scenario": "a\0b"}
        assert wire.post("/v1/runs", json=asked).status_code == 422


def test_without_a_key_nothing_is_told(service: House, owned: dict[str, str]) -> None:
    service.key("owner")
    with httpx2.Client(base_url=service.url, trust_env=False) as wire:
        for path in [*(filled(path, owned) for path in routes(service)), "/v1/cases", "/v1/runs"]:
            answer = wire.get(path)
            assert answer.status_code == 401
            assert "WWW-Authenticate" in answer.headers
        eventually(lambda: wire.get("/livez").status_code == 200)
