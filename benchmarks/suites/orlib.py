"""Single-source location of OR-Library (Beasley 1988), each customer served from one place: up to 100 x 1,000."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.formats import holmberg
from benchmarks.suites.published import every
from benchmarks.suites.suite import Entry, Suite

_LARGER = 120.0
_LARGE = "2-"
"""What the names of those with 1,000 customers begin with."""


def entries(seeds: int) -> Iterator[Entry]:  # noqa: ARG001  (nothing is drawn)
    """A case for each file; twice the time for those with 1,000 customers."""
    for entry in every("sscflp/orlib", holmberg.FORMAT):
        yield replace(entry, time_limit=_LARGER) if entry.case.startswith(_LARGE) else entry


SUITE = Suite("orlib", "single-source location, as programs: OR-Library", seeds=0, entries=entries, time_limit=60)
