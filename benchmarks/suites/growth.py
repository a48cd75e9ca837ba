"""How time grows: with the buyers at 20 services, and with the services at 100 buyers; 40 bidders, nothing couples."""

from collections.abc import Iterator
from functools import partial

from benchmarks.instance import Instance
from benchmarks.suites.market_draw import market
from benchmarks.suites.suite import Entry, Suite

BUYERS = (50, 100, 200, 400, 1000)
SERVICES = (5, 10, 20, 40, 80)
_AT_SERVICES, _AT_BUYERS, _BIDDERS = 20, 100, 40
SIZES = (*((buyers, _AT_SERVICES) for buyers in BUYERS), *((_AT_BUYERS, services) for services in SERVICES))


def entries(seeds: int) -> Iterator[Entry]:
    """For each size, smallest first, a case for each seed from 0."""
    for buyers, services in sorted(set(SIZES), key=lambda size: size[0] * size[1]):
        for seed in range(seeds):
            yield Entry(f"{buyers}x{services}-seed-{seed:02d}", partial(_drawn, buyers, services, seed))


def _drawn(buyers: int, services: int, seed: int) -> Instance:
    return Instance(market(buyers, services, _BIDDERS, seed).appraisal())


SUITE = Suite(
    "growth",
    f"{BUYERS[0]} to {BUYERS[-1]} buyers, {SERVICES[0]} to {SERVICES[-1]} services, {_BIDDERS} bidders",
    seeds=5,
    entries=entries,
    gap=0.0001,
    time_limit=300,
)
