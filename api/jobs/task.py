"""A run on its way to the process that solves it, and what comes back.

The process of a worker only passes these on: it loads none of the engine, which takes a second and 60 MB. Whoever
calls ``solve`` or ``warm`` does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Task:
    """A run, as the process that solves it needs it."""

    kind: str
    asked: str
    """As JSON."""
    content: bytes
    """The case: JSON, by zlib."""
    kept: tuple[str, ...]
    """The scenarios asked for that are kept beside the case, as JSON."""
    most_seconds: float
    """How long it may take, whatever is asked."""
    award: bytes | None = None
    """The award that is asked about, as JSON, where it is known."""


@dataclass(frozen=True)
class Begun:
    """The case is read, and the search begins, to take so many seconds at most."""

    seconds: float


@dataclass(frozen=True)
class Solved:
    """An answer."""

    result: bytes
    """As JSON."""
    status: str | None


def solve(task: Task, tell: Callable[[Any], None]) -> Solved:
    """As ``api.jobs.solving.solve``."""
    from api.jobs import solving

    return solving.solve(task, tell)


def warm(tell: Callable[[Any], None]) -> None:
    """As ``api.jobs.solving.warm``."""
    from api.jobs import solving

    solving.warm(tell)
