"""National cases without coupling: each service could be decided by itself.

``open-0`` and ``tight-1`` are shared as arrays, and cost is their objective; the others are drawn by the generator of the
engine's example, and go through the whole engine as cases.
"""

from collections.abc import Iterator
from functools import partial

from benchmarks.formats import national_npz
from benchmarks.instance import Instance
from benchmarks.suites.published import one
from benchmarks.suites.suite import Entry, Suite
from benchmarks.suites.uncoupled import uncoupled
from selector import synthetic

BUYERS, SERVICES, BIDDERS = 211, 20, 40


def entries(seeds: int) -> Iterator[Entry]:
    """The shared cases, and one for each seed from 0."""
    for name in ("open-0", "tight-1"):
        yield one(f"national/{name}.npz", national_npz.FORMAT)
    for seed in range(seeds):
        yield Entry(f"drawn-{seed:02d}", partial(_drawn, seed))


def _drawn(seed: int) -> Instance:
    return Instance(uncoupled(synthetic(BUYERS, SERVICES, BIDDERS, seed)))


SUITE = Suite(
    "national",
    f"{BUYERS} buyers x {SERVICES} services x {BIDDERS} bidders, nothing couples the services",
    seeds=5,
    entries=entries,
    gap=0.0001,
    time_limit=60,
)
