"""Single-source location of Avella and Boccia (2009): as many facilities as customers, 300 to 1,000.

What is published of them is of customers that several facilities may serve (see the format): nothing to hold an award to.
"""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.formats import tbed
from benchmarks.suites.published import every
from benchmarks.suites.suite import Entry, Suite


def entries(seeds: int) -> Iterator[Entry]:  # noqa: ARG001  (nothing is drawn)
    """A case for each file."""
    for entry in every("sscflp/tbed", tbed.FORMAT):
        yield replace(entry, known=None)


SUITE = Suite(
    "tbed", "single-source location, as programs: Avella, Boccia 2009", seeds=0, entries=entries, time_limit=120
)
