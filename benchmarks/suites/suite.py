"""What a suite is to the benchmarks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.instance import Instance
from benchmarks.known import Known


@dataclass(frozen=True)
class Entry:
    """One case of a suite, made or read only when it is run."""

    case: str
    load: Callable[[], Instance]
    """Raises ``InputInvalid`` where the case cannot be made."""
    known: Known | None = None
    """What is published of it."""
    gap: float | None = None
    """Relative gap asked of every engine, where it is not the suite's."""
    time_limit: float | None = None
    """Seconds that each engine has, where it is not the suite's."""
    skip: str = ""
    """Why it cannot be run here, in a sentence; empty where it can."""


@dataclass(frozen=True)
class Suite:
    """Cases to be run under one name."""

    name: str
    about: str
    seeds: int
    """How many cases are drawn unless told otherwise; 0 where none is."""
    entries: Callable[[int], Iterator[Entry]]
    """All cases, of those that are drawn the first so many."""
    gap: float = 0.0
    """Relative gap asked of every engine; 0 is to the penny."""
    time_limit: float = 60.0
    """Seconds that each engine has for a case unless told otherwise."""
