"""Small instances, written as files and solved by trying everything."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[np.float64]]


@dataclass(frozen=True)
class Location:
    """A location problem with its figures as they stand in the file."""

    capacity: Sequence[str]
    fixed: Sequence[str]
    demand: Sequence[str]
    cost: Sequence[Sequence[str]]

    def text(self) -> str:
        sites = [f"{capacity} {fixed}" for capacity, fixed in zip(self.capacity, self.fixed, strict=True)]
        rows = [" ".join(row) for row in (self.demand, *self.cost)]
        return "\n".join([f"{len(self.capacity)} {len(self.demand)}", *sites, *rows])

    def optimum(self) -> Decimal:
        """The least cost over every way to give each customer to one facility."""
        choices = itertools.product(range(len(self.capacity)), repeat=len(self.demand))
        return min(self._cost(choice) for choice in choices if self._fits(choice))

    def _fits(self, choice: Sequence[int]) -> bool:
        load = [Decimal(0)] * len(self.capacity)
        for facility, demand in zip(choice, self.demand, strict=True):
            load[facility] += Decimal(demand)
        return all(each <= Decimal(most) for each, most in zip(load, self.capacity, strict=True))

    def _cost(self, choice: Sequence[int]) -> Decimal:
        served = (Decimal(self.cost[facility][customer]) for customer, facility in enumerate(choice))
        return sum((*served, *(Decimal(self.fixed[facility]) for facility in set(choice))), Decimal(0))


# The second and the third facility, with the first and fourth customer at the second: 15 + 31 + 3 + 1 + 2 + 1 = 53.
SMALL = Location(
    capacity=("10", "7.", "12"),
    fixed=("20", "15", "31"),
    demand=("4", "3", "5", "2"),
    cost=(("9", "8", "7", "6"), ("3", "9", "8", "1"), ("5", "2", "1", "9")),
)
FINE = Location(
    capacity=("1.5", "2.0005"),
    fixed=("0.10001", "0.2"),
    demand=("0.7", "0.8", "0.5005"),
    cost=(("1.00001", "2.3", "0.7"), ("1.00002", "2.2", "0.70003")),
)


def national(share_cap: float = 0.0) -> dict[str, NDArray[np.float64]]:
    """Two buyers, two services, three bidders; the cheapest of them is cheapest everywhere and can do it all."""
    offers = np.array(list(itertools.product(range(2), range(2), range(3))), dtype=np.float64)
    rng = np.random.default_rng(7)
    base = np.array([100.0, 140.0, 150.0])[offers[:, 2].astype(int)]
    return {
        "population": np.array([100.0, 150.0]),
        "buyer": offers[:, 0],
        "service": offers[:, 1],
        "bidder": offers[:, 2],
        "price": base + np.round(rng.uniform(0, 60, len(offers)), 2),
        "quality": rng.uniform(0, 100, len(offers)),
        "liability": rng.uniform(0, 1000, len(offers)),
        "setup": np.round(rng.uniform(10, 60, (3, 2)), 2),
        "capacity": np.array([[250.0, 250.0], [150.0, 250.0], [250.0, 100.0]]),
        "floor": np.array([0.0, 120.0]),
        "max_providers": np.array([2.0, 1.0]),
        "share_cap": np.array(share_cap),
    }


def national_optimum(arrays: Arrays) -> float | None:
    """The least price plus set-up over every way to give each lot to one bid, by the sentences of the format."""
    lots = list(itertools.product(range(len(arrays["population"])), range(len(arrays["floor"]))))
    offers: dict[tuple[int, int], list[int]] = {lot: [] for lot in lots}
    for bid, lot in enumerate(zip(arrays["buyer"].astype(int), arrays["service"].astype(int), strict=True)):
        offers[lot].append(bid)
    costs = [_national_cost(arrays, choice) for choice in itertools.product(*offers.values())]
    return min((cost for cost in costs if cost is not None), default=None)


def _national_cost(arrays: Arrays, choice: Sequence[int]) -> float | None:
    people: dict[tuple[int, int], float] = {}
    held: dict[int, float] = {}
    for bid in choice:
        bidder, service = int(arrays["bidder"][bid]), int(arrays["service"][bid])
        count = float(arrays["population"][int(arrays["buyer"][bid])])
        people[bidder, service] = people.get((bidder, service), 0) + count
        held[bidder] = held.get(bidder, 0) + count
    for (bidder, service), count in people.items():
        if not arrays["floor"][service] <= count <= arrays["capacity"][bidder, service]:
            return None
    for service in range(len(arrays["floor"])):
        if sum(at == service for _, at in people) > arrays["max_providers"][service]:
            return None
    cap = float(arrays["share_cap"])
    if cap and max(held.values()) > cap * sum(held.values()):
        return None
    return float(sum(arrays["price"][bid] for bid in choice) + sum(arrays["setup"][pair] for pair in people))


def written(folder: Path, text: str, name: str = "tiny.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def write_national(path: Path, arrays: Arrays) -> Path:
    np.savez(path, allow_pickle=False, **arrays)
    return path
