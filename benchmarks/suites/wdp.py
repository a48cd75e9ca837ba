"""Winner determination: auctions drawn with CATS (Leyton-Brown, Pearson and Shoham 2000), 40 to 256 goods."""

from collections.abc import Iterator

from benchmarks.formats import cats
from benchmarks.suites.published import every
from benchmarks.suites.suite import Entry, Suite


def entries(seeds: int) -> Iterator[Entry]:  # noqa: ARG001  (nothing is drawn here)
    """A case for each file."""
    yield from every("wdp/cats", cats.FORMAT)


SUITE = Suite("wdp", "winner determination: CATS", seeds=0, entries=entries, time_limit=60)
