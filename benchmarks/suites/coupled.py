"""National cases whose services are tied together.

``coupled-0``, shared as arrays, caps each bidder's share of all volume. ``drawn`` cases are those of the national suite with
everything on: pooled viability, budgets, liability caps, capacity over services. ``example`` cases are the bundled one
and others drawn like it, with packages, discounts, joint purchases, outposts and staff who move as well.
"""

from collections.abc import Iterator
from functools import partial

import selector
from benchmarks.formats import national_npz
from benchmarks.instance import Instance
from benchmarks.suites.national import BIDDERS, BUYERS, SERVICES
from benchmarks.suites.published import one
from benchmarks.suites.suite import Entry, Suite
from selector import synthetic

_SHARE_CAPS, _FULL = 0.0005, 0.001
_EXAMPLE = 2013
"""The seed of the bundled example."""


def entries(seeds: int) -> Iterator[Entry]:
    """The shared case; then for each seed one of the synthetic cases, and one of the examples."""
    yield one("national/coupled-0.npz", national_npz.FORMAT, gap=_SHARE_CAPS)
    for seed in range(seeds):
        yield Entry(f"drawn-{seed:02d}", partial(_drawn, seed))
    for seed in range(_EXAMPLE, _EXAMPLE + seeds):
        yield Entry(f"example-{seed}", partial(_example, seed))


def _drawn(seed: int) -> Instance:
    return Instance(synthetic(BUYERS, SERVICES, BIDDERS, seed))


def _example(seed: int) -> Instance:
    # By its full name: the function shares it with a package, which this one may not import.
    return Instance(selector.england_2013(seed=seed))


SUITE = Suite(
    "coupled",
    "national cases with share caps, or with all families of rows of the engine's example",
    seeds=5,
    entries=entries,
    gap=_FULL,
    time_limit=120,
)
