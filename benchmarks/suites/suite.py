"""What a suite is to the benchmarks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.instance import Instance


@dataclass(frozen=True)
class Entry:
    """One case of a suite, made or read only when it is run."""

    case: str
    load: Callable[[], Instance]


@dataclass(frozen=True)
class Suite:
    """Cases to be run under one name."""

    name: str
    about: str
    seeds: int
    """How many cases are drawn unless told otherwise."""
    entries: Callable[[int], Iterator[Entry]]
    """The first so many cases."""
    gap: float = 0.0
    """Relative gap asked of every engine; 0 is to the penny."""
