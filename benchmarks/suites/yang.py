"""Single-source location of Yang, Chu and Chen (2012): 30 to 80 facilities, 200 to 400 customers."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.formats import holmberg
from benchmarks.suites.published import every
from benchmarks.suites.suite import Entry, Suite

_LARGER = 600.0
_SMALL = "1-"
"""What the names of those with 30 facilities begin with."""


def entries(seeds: int) -> Iterator[Entry]:  # noqa: ARG001  (nothing is drawn)
    """A case for each file; twice the time for those with 60 facilities and more."""
    for entry in every("sscflp/yang", holmberg.FORMAT):
        yield entry if entry.case.startswith(_SMALL) else replace(entry, time_limit=_LARGER)


SUITE = Suite(
    "yang", "single-source location, as programs: Yang, Chu, Chen 2012", seeds=0, entries=entries, time_limit=300
)
