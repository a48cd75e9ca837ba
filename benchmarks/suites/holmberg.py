"""Single-source location of Holmberg, Rönnqvist and Yuan (1999): up to 30 facilities and 200 customers."""

from collections.abc import Iterator

from benchmarks.formats import holmberg
from benchmarks.suites.published import every
from benchmarks.suites.suite import Entry, Suite


def entries(seeds: int) -> Iterator[Entry]:  # noqa: ARG001  (nothing is drawn)
    """A case for each file."""
    yield from every("sscflp/holmberg", holmberg.FORMAT)


SUITE = Suite(
    "holmberg",
    "single-source location, as programs: Holmberg, Rönnqvist, Yuan 1999",
    seeds=0,
    entries=entries,
    time_limit=120,
)
