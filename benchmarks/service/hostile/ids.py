"""Requests for what is not there, is somebody else's, or is no name of anything."""

import base64
from collections.abc import Iterator

from benchmarks.service.hostile.kind import Got, Kind, all_of, got
from benchmarks.service.hostile.raw import exchange, head
from benchmarks.service.hostile.target import PATIENCE, Target

_NOWHERE = "0" * 64, "0" * 32


def _paths(target: Target) -> list[Got]:
    paths = (
        "/v1/cases/../../../etc/passwd",
        "/v1/cases/%2e%2e/%2e%2e/etc/passwd",
        "/v1/cases/..%2f..%2fselector.db",
        "/v1/cases/..%5c..%5cselector.db",
        "//v1//cases",
        "/v1/cases/",
        "/V1/CASES",
        "/v1/cases;a=b",
        "/v1/cases/%00",
        "/v1/cases/%ff%fe",
        "/v1/cases/%u0000",
        "/v1/runs/%0d%0aX-Injected:%201",
        "/v1/cases/'%20OR%20'1'='1",
        "/static/../api/settings.py",
        "/.env",
    )
    came = [
        exchange(target.port, head("GET", path, target.authorization, "Connection: close"), timeout=5 * PATIENCE)
        for path in paths
    ]
    return [found for each in came for found in all_of(each)]


def _methods(target: Target) -> list[Got]:
    methods = ("TRACE", "CONNECT", "PATCH", "PROPFIND", "get", "A" * 5000)
    came = [
        exchange(
            target.port, head(method, "/v1/cases", target.authorization, "Connection: close"), timeout=5 * PATIENCE
        )
        for method in methods
    ]
    return [found for each in came for found in all_of(each)]


def _others(target: Target) -> list[Got]:
    """What belongs to another is answered as what does not exist: with the same bytes, but for the request's name."""
    found: list[Got] = []
    with target.wire() as wire:
        theirs, nowhere = _roads(target.other_case_id, target.other_run_id), _roads(*_NOWHERE)
        for (method, path, body), (_, path_to_nothing, _) in zip(theirs, nowhere, strict=True):
            one = wire.ask(method, path, body)
            two = wire.ask(method, path_to_nothing, body)
            same = (one.status, _told(one.json())) == (two.status, _told(two.json()))
            found.append(Got(one.status, sound=same and got(one).sound))
    return found


def _roads(case: str, run: str) -> Iterator[tuple[str, str, bytes | None]]:
    scenario = b'{"id": "another"}'
    yield "GET", f"/v1/cases/{case}", None
    yield "DELETE", f"/v1/cases/{case}", None
    yield "GET", f"/v1/cases/{case}/scenarios", None
    yield "GET", f"/v1/cases/{case}/scenarios/theirs", None
    yield "PUT", f"/v1/cases/{case}/scenarios/another", scenario
    yield "DELETE", f"/v1/cases/{case}/scenarios/theirs", None
    for part in ("", "/result", "/events"):
        yield "GET", f"/v1/runs/{run}{part}", None
    yield "DELETE", f"/v1/runs/{run}", None


def _told(problem: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in problem.items() if name != "instance"}


def _cursors(target: Target) -> list[Got]:
    texts = (b"[]", b"null", b'[1e999, "a"]', b'["a", "b"]', b"[" * 1400, b'[1, "\\u0000"]', b"\xff\xfe", b"{}")
    cursors = [base64.urlsafe_b64encode(text).decode() for text in texts]
    with target.wire() as wire:
        return [
            got(wire.ask("GET", f"/v1/{list_}?cursor={cursor}"))
            for list_ in ("cases", "runs")
            for cursor in (*cursors, "%00", "=", "a" * 3000, "1'--")
        ]


def _tags(target: Target) -> list[Got]:
    tags = ('"', '"' * 5000, "W/" * 3000, "*, *", f'"{"a" * 9000}"', "\xff\xfe", ",,,,,")
    with target.wire() as wire:
        return [got(wire.ask("GET", f"/v1/cases/{target.case_id}", None, If_None_Match=tag)) for tag in tags]


def _keys_of_requests(target: Target) -> list[Got]:
    """An Idempotency-Key that another request came under, and some that are none."""
    run, other = (b'{"kind": "%s", "case": "%s"}' % (kind, target.case_id.encode()) for kind in (b"evaluate", b"ties"))
    with target.wire() as wire:
        first = wire.ask("POST", "/v1/runs", run, Idempotency_Key="stale")
        again = wire.ask("POST", "/v1/runs", run, Idempotency_Key="stale")
        same = first.status == again.status == 202 and first.json()["id"] == again.json()["id"]
        keys = ["stale", "", "a" * 5000, "\xff", "\t"]
        found = [got(wire.ask("POST", "/v1/runs", other, Idempotency_Key=key)) for key in keys]
        wire.ask("DELETE", f"/v1/runs/{first.json()['id']}")
    return [*found, Got(found[0].status, sound=same)]


def _guesses(target: Target) -> list[Got]:
    """Keys that are none, until the address must wait."""
    guesses = ["", "x", "sel_", "sel_" + "a" * 12 + "_" + "a" * 52, "sel_" + "\xff" * 20, "eyJ" + "a" * 9000, "a.b.c"]
    found: list[Got] = []
    for guess in guesses * 4:
        first = head("GET", "/v1/cases", f"Authorization: Bearer {guess}", "Connection: close")
        found += all_of(exchange(target.port, first, timeout=5 * PATIENCE))
    return found


IDS = (
    Kind("paths that lead out", "dots, slashes, the character 0, quotes", frozenset({400, 404}), _paths),
    Kind("methods that are none", "TRACE, CONNECT, one of 5,000 letters", frozenset({400, 404, 405}), _methods),
    Kind("ids of another tenant", "each route and method, as of nothing", frozenset({404}), _others),
    Kind("bad cursors", "lists, depths, quotes", frozenset({422}), _cursors),
    Kind("bad entity tags", "quotes, stars, thousands", frozenset({200, 304, 400}), _tags),
    Kind(
        "stale idempotency keys", "of another request, and some that are none", frozenset({400, 422}), _keys_of_requests
    ),
)
GUESSES = Kind("guessed keys", "dozens from one address", frozenset({401, 429}), _guesses)
"""The last of all: the address has to wait after it."""
