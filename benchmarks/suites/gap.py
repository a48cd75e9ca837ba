"""Generalised assignment: OR-Library, and the types A to E up to 40 agents and 1,600 jobs."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.formats import gap
from benchmarks.suites.published import every
from benchmarks.suites.suite import Entry, Suite

_SETS = ("cattrysse1994", "chu1997", "yagiura2004")


def entries(seeds: int) -> Iterator[Entry]:  # noqa: ARG001  (nothing is drawn)
    """A case for each file of each set."""
    for each in _SETS:
        for entry in every(f"gap/{each}", gap.FORMAT):
            yield replace(entry, case=f"{each}/{entry.case}")


SUITE = Suite("gap", "generalised assignment: OR-Library; Yagiura et al. 2004", seeds=0, entries=entries, time_limit=60)
