"""Cases of the size one board decides: 8 buyers, 16 services, 12 bidders, all families of rows of the engine's example."""

from collections.abc import Iterator
from functools import partial

from benchmarks.instance import Instance
from benchmarks.suites.suite import Entry, Suite
from selector import synthetic

BUYERS, SERVICES, BIDDERS = 8, 16, 12


def entries(seeds: int) -> Iterator[Entry]:
    """A case for each seed from 0."""
    for seed in range(seeds):
        yield Entry(f"seed-{seed:02d}", partial(_drawn, seed))


def _drawn(seed: int) -> Instance:
    return Instance(synthetic(BUYERS, SERVICES, BIDDERS, seed))


SUITE = Suite("board", f"{BUYERS} buyers x {SERVICES} services x {BIDDERS} bidders", seeds=20, entries=entries)
