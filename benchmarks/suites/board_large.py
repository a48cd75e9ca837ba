"""Cases of a board that decides for many buyers: 20 buyers, 16 services, 20 bidders, drawn like those of ``board``."""

from collections.abc import Iterator
from functools import partial

from benchmarks.instance import Instance
from benchmarks.suites.suite import Entry, Suite
from selector import synthetic

BUYERS, SERVICES, BIDDERS = 20, 16, 20


def entries(seeds: int) -> Iterator[Entry]:
    """A case for each seed from 0."""
    for seed in range(seeds):
        yield Entry(f"seed-{seed:02d}", partial(_drawn, seed))


def _drawn(seed: int) -> Instance:
    return Instance(synthetic(BUYERS, SERVICES, BIDDERS, seed))


SUITE = Suite("board-large", f"{BUYERS} buyers x {SERVICES} services x {BIDDERS} bidders", seeds=5, entries=entries)
