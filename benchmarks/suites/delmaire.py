"""Single-source location of Delmaire, Díaz, Fernández and Ortega (1999): up to 30 facilities and 90 customers."""

from collections.abc import Iterator

from benchmarks.formats import delmaire
from benchmarks.suites.published import every
from benchmarks.suites.suite import Entry, Suite


def entries(seeds: int) -> Iterator[Entry]:  # noqa: ARG001  (nothing is drawn)
    """A case for each file."""
    yield from every("sscflp/delmaire", delmaire.FORMAT)


SUITE = Suite(
    "delmaire", "single-source location, as programs: Delmaire et al. 1999", seeds=0, entries=entries, time_limit=60
)
