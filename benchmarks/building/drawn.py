"""Markets of stated size, drawn like the national cases: as the arrays of their format, whole people and whole pence."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Size:
    """How large a market is. Four in ten of the bids that there might be are made, one for each lot at the least."""

    name: str
    buyers: int
    services: int
    bidders: int

    @property
    def bids(self) -> int:
        """Bids, each for one lot: accept columns."""
        return self.buyers * self.services * self.bidders * 2 // 5


SIZES: Mapping[str, Size] = {
    size.name: size for size in (Size("10k", 100, 10, 25), Size("100k", 250, 20, 50), Size("1M", 1000, 50, 50))
}


def draw(size: Size, path: Path, seed: int = 0) -> None:
    """Draw a market and write it as ``national-npz``."""
    np.savez(path, allow_pickle=False, **_arrays(size, np.random.default_rng(seed)))


def _arrays(size: Size, random: np.random.Generator) -> dict[str, NDArray[Any]]:
    population = random.integers(60_000, 600_000, size.buyers)
    lot, bidder = np.divmod(_made(size, random), size.bidders)
    buyer, service = np.divmod(lot, size.services)
    a_head = random.uniform(0.5, 4, size.services)[service] * random.uniform(0.8, 1.3, size.bids)
    every = (size.bidders, size.services)
    return {
        "population": population,
        "buyer": buyer,
        "service": service,
        "bidder": bidder,
        "price": np.round(population[buyer] * a_head, 2),
        "quality": np.round(random.uniform(20, 100, size.bids), 3),
        "liability": np.round(random.uniform(1e3, 5e5, size.bids), 2),
        "setup": np.round(random.uniform(9e4, 1.9e6, every), 2),
        "capacity": np.rint(population.sum() * random.uniform(0.1, 0.3, every)),
        "floor": np.full(size.services, 300_000),
        "max_providers": np.full(size.services, size.bidders // 2),
        "share_cap": np.zeros(()),
    }


def _made(size: Size, random: np.random.Generator) -> NDArray[np.int64]:
    """Which of all bids are made, in the order of their lots: ``lot x bidders + bidder``."""
    lots = size.buyers * size.services
    rank = random.random(lots * size.bidders)
    rank[np.arange(lots) * size.bidders + random.integers(size.bidders, size=lots)] = -1
    return np.sort(np.argpartition(rank, size.bids - 1)[: size.bids])
