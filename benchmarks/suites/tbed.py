"""Single-source location of Avella and Boccia (2009): as many facilities as customers, 300 to 1,000."""

from collections.abc import Iterator

from benchmarks.formats import tbed
from benchmarks.suites.published import every
from benchmarks.suites.suite import Entry, Suite


def entries(seeds: int) -> Iterator[Entry]:  # noqa: ARG001  (nothing is drawn)
    """A case for each file."""
    yield from every("sscflp/tbed", tbed.FORMAT)


SUITE = Suite(
    "tbed", "single-source location, as programs: Avella, Boccia 2009", seeds=0, entries=entries, time_limit=120
)
