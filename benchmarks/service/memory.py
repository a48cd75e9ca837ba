"""What the service holds after very many requests: as much as after the first quarter of them."""

from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.service import cases
from benchmarks.service.flat import course
from benchmarks.service.place import place
from benchmarks.service.processes import descendants, resident_mb
from benchmarks.service.server import Server
from benchmarks.service.wire import Wire

_POINTS = 100
_CASES = 10


def measure(reads: int, evaluations: int, note: Callable[[str], None]) -> Iterator[dict[str, Any]]:
    """Rows: the memory of the server, and that of its processes that read and solve, after so many reads and evaluations."""
    small = cases.small(_CASES)
    with place(rate="0", tenant_rate="0", workers="1") as where:
        key = where.key()
        with Server(where) as server, server.wire(key) as wire:
            paths = list(_paths(wire, small))
            points: list[tuple[int, float, float]] = []
            failed = 0
            steps = min(_POINTS, reads, evaluations)
            done = read = evaluated = 0
            for step in range(1, steps + 1):
                while read * steps < step * reads:
                    failed += wire.ask("GET", paths[read % len(paths)]).status not in (200, 404)
                    read += 1
                while evaluated * steps < step * evaluations:
                    failed += wire.ask("POST", "/v1/evaluate", small[evaluated % _CASES]).status != 200
                    evaluated += 1
                done = read + evaluated
                own = resident_mb(server.process.pid)
                points.append((done, own, sum(map(resident_mb, descendants(server.process.pid)))))
            requests = [point[0] for point in points]
            for position, what in ((1, "the server"), (2, "its processes")):
                curve = [point[position] for point in points]
                found = course(requests, curve)
                note(
                    f"memory  {what}  {found.quarter_mb:.0f} to {found.end_mb:.0f} MiB, {found.slope_kb:.3f} KiB a request"
                )
                yield {
                    "what": what,
                    "reads": read,
                    "evaluations": evaluated,
                    "failed": failed,
                    **vars(found),
                    "flat": found.flat,
                    "curve": [[at, round(mb, 1)] for at, mb in zip(requests, curve, strict=True)],
                }


def _paths(wire: Wire, small: list[bytes]) -> Iterator[str]:
    """What is read: documents, lists, parts of them, and what is not there."""
    for case in small:
        case_id = wire.ask("POST", "/v1/cases", case).json()["id"]
        wire.ask("PUT", f"/v1/cases/{case_id}/scenarios/one", b'{"id": "one"}')
        run = wire.ask("POST", "/v1/runs", b'{"kind": "evaluate", "case": "%s"}' % case_id.encode()).json()["id"]
        yield f"/v1/cases/{case_id}"
        yield f"/v1/cases/{case_id}/scenarios"
        yield f"/v1/cases/{case_id}/scenarios/one"
        yield f"/v1/runs/{run}"
    yield from ("/v1/cases", "/v1/cases?limit=3", "/v1/runs?limit=5", "/livez", "/metrics", "/openapi.json")
    yield from (f"/v1/cases/{'0' * 64}", f"/v1/runs/{'0' * 32}", "/nowhere")
