"""What is measured of the service, each part by its name."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.errors import InputInvalid
from benchmarks.service import cases, latency, memory
from benchmarks.service.hostile import running as hostile
from benchmarks.service.kills import storm
from benchmarks.suites.board import SUITE

POSTGRES = "SELECTOR_TEST_POSTGRES"

Row = dict[str, Any]
Note = Callable[[str], None]


@dataclass(frozen=True)
class Asked:
    """How much of it."""

    clients: Sequence[int] = (1, 8)
    seconds: float = 60.0
    runs: int = 2000
    kills: int = 60
    reads: int = 20_000
    evaluations: int = 1000
    time_limit: float = 600.0
    """Seconds after which the runs must have been drained."""
    postgres: str | None = None
    """URL of a database of the PostgreSQL server."""


@dataclass(frozen=True)
class Part:
    """A part."""

    name: str
    about: str
    measure: Callable[[Asked, Note], Iterator[Row]]
    needs_postgres: bool = False


def _kills(asked: Asked, note: Note) -> Iterator[Row]:
    if asked.postgres is None:
        raise InputInvalid(f"this needs a PostgreSQL server: --postgres URL, or {POSTGRES}")
    return storm.measure(asked.postgres, asked.runs, asked.kills, asked.time_limit, note)


PARTS: dict[str, Part] = {
    part.name: part
    for part in (
        Part(
            "latency",
            "board-size evaluations by one client and by several, beside the engine alone",
            lambda asked, note: latency.measure(cases.board(SUITE.seeds), asked.clients, asked.seconds, note),
        ),
        Part("kills", "runs drained by two workers while they are killed, on PostgreSQL", _kills, needs_postgres=True),
        Part("hostile", "requests that mean harm, beside an ordinary client", lambda _, note: hostile.measure(note)),
        Part(
            "memory",
            "memory over very many requests",
            lambda asked, note: memory.measure(asked.reads, asked.evaluations, note),
        ),
    )
}
