"""Tries every kind of hostile request on a service that others use."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.service import cases
from benchmarks.service.hostile.kind import ENDED, Got, Kind
from benchmarks.service.hostile.kinds import KINDS
from benchmarks.service.hostile.neighbour import Neighbour
from benchmarks.service.hostile.target import BODY_LIMIT, CONNECTIONS, PATIENCE, Target
from benchmarks.service.place import place
from benchmarks.service.server import Server

SECOND = 1.0
"""Within which an ordinary request is answered, whatever goes on beside it."""
HAD_TO_WAIT = "another client had to wait"
"""The one complaint that depends on what else the machine has to do."""


@dataclass(frozen=True)
class Tried:
    """What became of one kind."""

    kind: str
    about: str
    attempts: int
    statuses: dict[str, int]
    """How often each status came; ``ended`` where the connection was ended without an answer."""
    seconds: float
    beside: float
    """Seconds that the slowest ordinary request of another client took meanwhile."""
    after: float
    """Seconds that an evaluation of a small case took thereafter."""
    complaints: tuple[str, ...]
    """What was not as it should be."""


def measure(
    note: Callable[[str], None], kinds: Sequence[Kind] = KINDS, server_of_databases: str | None = None
) -> Iterator[dict[str, Any]]:
    """A row for each kind."""
    settings = {
        "patience": str(PATIENCE),
        "connections": str(CONNECTIONS),
        "rate": "0",
        "tenant_rate": "0",
        "workers": "0",
        "body_limit": str(BODY_LIMIT),
    }
    with place(server_of_databases, **settings) as where:
        keys = where.tenant("hostile"), where.tenant("neighbour")
        with Server(where) as server:
            target = _target(server, *keys)
            for kind in kinds:
                tried = _tried(kind, server, target)
                note(f"hostile  {kind.name}  {'; '.join(tried.complaints) or 'as it should be'}")
                yield vars(tried)


def _target(server: Server, key: str, other: str) -> Target:
    small = cases.small(2)
    found: list[tuple[str, str]] = []
    for each, case in zip((key, other), small, strict=True):
        with server.wire(each) as wire:
            wire.ask("POST", "/v1/evaluate", case)  # which has the processes ready
            case_id: str = wire.ask("POST", "/v1/cases", case).json()["id"]
            wire.ask("PUT", f"/v1/cases/{case_id}/scenarios/theirs", b'{"id": "theirs"}')
            asked = b'{"kind": "evaluate", "case": "%s"}' % case_id.encode()
            found.append((case_id, wire.ask("POST", "/v1/runs", asked).json()["id"]))
    (case_id, run), (other_case, other_run) = found
    return Target(server.port, key, other, small[0], case_id, other_case, run, other_run)


def _tried(kind: Kind, server: Server, target: Target) -> Tried:
    before = server.log.stat().st_size
    began = time.monotonic()
    with Neighbour(target) as neighbour:
        try:
            attempts = kind.attempt(target)
        except OSError:
            attempts = [Got(ENDED, sound=False)]
    seconds = time.monotonic() - began
    status, after = _evaluation(server, target)
    statuses: dict[str, int] = {}
    for each in attempts:
        name = str(each.status or "ended")
        statuses[name] = statuses.get(name, 0) + 1
    with server.log.open("rb") as log:
        log.seek(before)
        told = log.read().decode(errors="replace")
    wrong = {each.status for each in attempts} - kind.expected
    complaints = {
        f"unexpected: {', '.join(map(str, sorted(wrong)))}": wrong,
        "an error that is no problem document": any(not each.sound for each in attempts),
        "the log tells of an exception": "Traceback" in told or '"exception"' in told or '"level": "error"' in told,
        "a status of 500": '"status": 500' in told,
        "another client had no answer": neighbour.failed,
        HAD_TO_WAIT: max(neighbour.slowest, after) > SECOND,
        f"an evaluation got {status} thereafter": status != 200,
    }
    return Tried(
        kind=kind.name,
        about=kind.about,
        attempts=len(attempts),
        statuses=dict(sorted(statuses.items())),
        seconds=round(seconds, 2),
        beside=round(neighbour.slowest, 3),
        after=round(after, 3),
        complaints=tuple(text for text, is_so in complaints.items() if is_so),
    )


def _evaluation(server: Server, target: Target) -> tuple[int, float]:
    began = time.perf_counter()
    try:
        with server.wire(target.other) as wire:
            status = wire.ask("POST", "/v1/evaluate", target.case).status
    except OSError:
        status = 0
    return status, time.perf_counter() - began
