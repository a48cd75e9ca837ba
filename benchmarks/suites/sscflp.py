"""All sets of single-source location together, each case with the time limit that it has in its own suite."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.suites import delmaire, holmberg, orlib, tbed, yang
from benchmarks.suites.suite import Entry, Suite

_SETS = (holmberg.SUITE, delmaire.SUITE, orlib.SUITE, yang.SUITE, tbed.SUITE)


def entries(seeds: int) -> Iterator[Entry]:
    """The cases of all sets."""
    for each in _SETS:
        for entry in each.entries(seeds):
            yield replace(entry, case=f"{each.name}/{entry.case}", time_limit=entry.time_limit or each.time_limit)


SUITE = Suite("sscflp", "single-source location, as programs: all sets", seeds=0, entries=entries)
