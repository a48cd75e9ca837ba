"""The storm: runs come, two workers drain them, and every now and then something is killed."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.service import cases
from benchmarks.service.alone_process import answer
from benchmarks.service.kills import audit
from benchmarks.service.kills.client import Client
from benchmarks.service.kills.look import Look
from benchmarks.service.kills.workers import Workers
from benchmarks.service.place import Place, place
from benchmarks.service.same import essence
from benchmarks.service.server import Server
from benchmarks.service.wire import Wire

_CASES = 20
_LOOK = 0.05
_TENANT = "storm"
_VICTIMS = ("worker", "solver", "server")


@dataclass(frozen=True)
class Storm:
    """What came of it."""

    accepted: int
    finished: int
    lost: int
    """Accepted, and not finished."""
    doubled: int
    """Begun twice over: runs that no request was answered with, or whose end is not written down once."""
    different: int
    """Finished, with another result than the engine's."""
    kills: dict[str, int]
    asked_again: int
    """Requests that had no answer, and were sent once more under the same Idempotency-Key."""
    audit_whole: bool
    seconds: float
    """From the first request to the last end."""
    a_second: float


def measure(
    server_of_databases: str, runs: int, kills: int, time_limit: float, note: Callable[[str], None], seed: int = 0
) -> Iterator[dict[str, Any]]:
    """One row."""
    small = cases.small(_CASES)
    with place(server_of_databases, rate="0", tenant_rate="0") as where:
        key = where.tenant(_TENANT, queued_limit=max(runs, 1000))
        with Server(where, "--workers", "0") as server, Workers(where, 2) as workers:
            with server.wire(key) as wire:
                case_ids = [wire.ask("POST", "/v1/cases", case).json()["id"] for case in small]
            look = Look(server, key)
            client = Client(server, key, case_ids, runs, lambda: look.waiting)
            began = time.monotonic()
            look.start()
            client.start()
            try:
                killed = _kill(server, workers, look, runs, kills, began + time_limit, random.Random(seed), note)
                while look.ended < runs and time.monotonic() < began + time_limit:
                    time.sleep(_LOOK)
                seconds = time.monotonic() - began
            finally:
                client.stopping.set()
                client.join()
                look.stopping.set()
                look.join()
            with server.wire(key) as wire:
                yield vars(_judged(where, wire, client, small, killed, seconds))


def _kill(
    server: Server,
    workers: Workers,
    look: Look,
    runs: int,
    kills: int,
    last: float,
    dice: random.Random,
    note: Callable[[str], None],
) -> Counter[str]:
    """Kill something after each so many runs, give or take."""
    killed: Counter[str] = Counter()
    for number in range(kills):
        due = runs * (number + dice.random()) / (kills + 1)
        while look.ended < due:
            if time.monotonic() > last:
                return killed
            time.sleep(_LOOK)
        time.sleep(dice.uniform(0, 0.3))
        victim = dice.choice(_VICTIMS)
        if victim == "server":
            server.kill()
            server.restart()
        elif not (workers.kill_solver(dice) if victim == "solver" else workers.kill_worker(dice)):
            victim = "worker"
            workers.kill_worker(dice)
        killed[victim] += 1
        if (number + 1) % 10 == 0:
            note(f"kills  {number + 1} of {kills}, {look.ended} of {runs} runs have ended")
    return killed


def _judged(
    where: Place, wire: Wire, client: Client, small: list[bytes], killed: Counter[str], seconds: float
) -> Storm:
    statuses = dict(_runs(wire))
    due = [essence(answer(case)) for case in small]
    finished = [(number, run) for number, run in client.accepted.items() if statuses.get(run) == "finished"]
    different = 0
    for number, run in finished:
        reply = wire.ask("GET", f"/v1/runs/{run}/result")
        different += reply.status != 200 or essence(reply.body) != due[client.case(number)]
    written = audit.ends(where, _TENANT)
    unknown = set(statuses) - set(client.accepted.values())
    return Storm(
        accepted=len(client.accepted),
        finished=len(finished),
        lost=len(client.accepted) - len(finished),
        doubled=len(unknown) + sum(written[run] != 1 for _, run in finished),
        different=different,
        kills=dict(sorted(killed.items())),
        asked_again=client.asked_again,
        audit_whole=audit.is_whole(where),
        seconds=round(seconds, 1),
        a_second=round(len(finished) / seconds, 2),
    )


def _runs(wire: Wire) -> Iterator[tuple[str, str]]:
    """All runs, with their statuses."""
    following: str | None = "/v1/runs?limit=200"
    while following is not None:
        page = wire.ask("GET", following).json()
        yield from ((run["id"], run["status"]) for run in page["items"])
        following = page["next"]
