"""A market as the arrays that a modelling library's user would have at hand: pounds and people. Imports nothing of the engine."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Market:
    """Bids for a lot each, and the places: bidder and service, where that bidder has bids.

    The program, to be minimised: price of accepted bids + set-up of places that provide. Each lot is given to one bid; a
    bid is accepted only where its place provides, and a place provides only where a bid of it is accepted; people served
    lie between floor and capacity of each place; a service has so many providers at most, with room for all its people.
    """

    price: Floats
    """Of each bid, as are the next three."""
    people: Ints
    lot: Ints
    place: Ints
    setup: Floats
    """Of each place, as are the next four."""
    floor: Floats
    capacity: Floats
    room: Floats
    """Its capacity, or all that it bids for where that is less."""
    service: Ints
    max_providers: Ints
    """Of each service."""
    total: Ints
    """Of each service: people of all its lots."""
    lots: int

    @classmethod
    def read(cls, path: Path) -> "Market":
        """The market of a file as ``drawn`` writes it."""
        with np.load(path) as file:
            arrays = {name: file[name] for name in file.files}
        population, buyer, service = arrays["population"], arrays["buyer"], arrays["service"]
        services = len(arrays["floor"])
        key, place = np.unique(arrays["bidder"] * services + service, return_inverse=True)
        at = (key // services, key % services)
        people = population[buyer]
        capacity = arrays["capacity"][at]
        return cls(
            price=arrays["price"],
            people=people,
            lot=buyer * services + service,
            place=place.astype(np.int64),
            setup=arrays["setup"][at],
            floor=arrays["floor"][at[1]].astype(np.float64),
            capacity=capacity,
            room=np.minimum(capacity, np.bincount(place, people)),
            service=at[1],
            max_providers=arrays["max_providers"],
            total=np.full(services, population.sum()),
            lots=len(population) * services,
        )

    @cached_property
    def bids_of_lot(self) -> list[list[int]]:
        """Bids for each lot."""
        return _gathered(self.lot, self.lots)

    @cached_property
    def bids_of_place(self) -> list[list[int]]:
        """Bids of each place."""
        return _gathered(self.place, len(self.setup))

    @cached_property
    def places_of_service(self) -> list[list[int]]:
        """Places of each service."""
        return _gathered(self.service, len(self.total))


def _gathered(group: Ints, groups: int) -> list[list[int]]:
    order = np.argsort(group, kind="stable")
    return [part.tolist() for part in np.split(order, np.searchsorted(group[order], np.arange(1, groups)))]
