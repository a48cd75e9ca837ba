"""National cases as arrays: 211 buyers, 20 services, some 60,000 bids, straight into a program.

``population`` by buyer; by bid on one lot ``buyer``, ``service``, ``bidder``, ``price`` (£), ``quality`` (0-100) and
``liability`` (£); by bidder and service ``setup`` (£) and ``capacity`` (people); by service ``floor`` (people a provider
must serve) and ``max_providers``; ``share_cap``, unless 0 the greatest share of the volume of all lots, in people, that one
bidder may hold. Every lot (buyer, service) is required, and the objective is cost: price plus set-up.
"""

import zipfile
import zlib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.errors import InputInvalid
from benchmarks.formats.format import Format
from benchmarks.instance import Instance
from selector import Appraisal, Bidders, Bids, Limits, Lots, Outposts, Services

Array = NDArray[np.float64]
Ints = NDArray[np.int64]

# How each array is counted: equal letters are equal lengths.
_AXES: Mapping[str, str] = {
    "population": "u",
    "buyer": "b",
    "service": "b",
    "bidder": "b",
    "price": "b",
    "quality": "b",
    "liability": "b",
    "setup": "js",
    "capacity": "js",
    "floor": "s",
    "max_providers": "s",
    "share_cap": "",
}
_POSITIONS: Mapping[str, str] = {"buyer": "u", "service": "s", "bidder": "j"}


def read(path: Path) -> Instance:
    """The arrays of a file, in the engine's units: pence, and thousandths of a person or of a point.

    Raises
    ------
    InputInvalid
        if the file is no such file.
    """
    return Instance(_appraisal(_Arrays(path)))


class _Arrays:
    """The arrays of a file, checked: present, of matching lengths, finite, none negative, every position a place."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._all = self._loaded(path)
        self.size = self._sizes()
        for array, axis in _POSITIONS.items():
            if self[array].max(initial=0) >= self.size[axis] or (self[array] % 1).any():
                raise InputInvalid(f"{self.name}: {array} names one that is not there")

    def __getitem__(self, name: str) -> Array:
        return self._all[name]

    def positions(self, name: str) -> Ints:
        """An array of positions."""
        return self[name].astype(np.int64)

    def units(self, name: str, units: int) -> Ints:
        """An array in whole ``units``-ths of one, rounded half up."""
        return np.floor(self[name] * units + 0.5).astype(np.int64)

    def _loaded(self, path: Path) -> dict[str, Array]:
        if not zipfile.is_zipfile(path):
            raise InputInvalid(f"{self.name} is not a whole .npz file")
        try:
            with np.load(path) as file:
                arrays = {name: np.asarray(file[name], dtype=np.float64) for name in _AXES if name in file}
        except (OSError, ValueError, TypeError, EOFError, zipfile.BadZipFile, zlib.error):
            raise InputInvalid(f"{self.name} holds something other than arrays of numbers") from None
        missing = [name for name in _AXES if name not in arrays]
        if missing:
            raise InputInvalid(f"{self.name} lacks {', '.join(missing)}")
        return arrays

    def _sizes(self) -> dict[str, int]:
        sizes: dict[str, int] = {}
        for name, axes in _AXES.items():
            shape = self[name].shape
            if len(shape) != len(axes):
                raise InputInvalid(f"{self.name}: {name} has {len(shape)} dimensions in place of {len(axes)}")
            for axis, length in zip(axes, shape, strict=True):
                if sizes.setdefault(axis, length) != length:
                    raise InputInvalid(f"{self.name}: {name} has {length} entries in place of {sizes[axis]}")
            if not (np.isfinite(self[name]) & (self[name] >= 0)).all():
                raise InputInvalid(f"{self.name}: {name} holds a figure that is negative or none at all")
        return sizes


def _appraisal(arrays: _Arrays) -> Appraisal:
    buyers, services, bidders = (arrays.size[axis] for axis in "usj")
    lots = _lots(arrays, buyers, services)
    nothing = np.zeros(0, dtype=np.int64)
    return Appraisal(
        lots=lots,
        bids=_bids(arrays, services),
        bidders=_bidders(arrays, bidders, int(lots.volume.sum())),
        services=_services(arrays, services),
        limits=Limits(
            buyers=_names("buyer", buyers),
            budget_buyer=np.zeros(0, dtype=np.int64),
            budget_years=(),
            budget_year=np.zeros(0, dtype=np.int64),
            budget=np.zeros(0, dtype=np.int64),
            liability_caps=np.full(buyers, np.inf),
            liability_cap=np.inf,
            mean_quality=np.full(buyers, -np.inf),
            counted=np.ones(buyers, dtype=np.bool_),
            max_lots=np.inf,
        ),
        outposts=Outposts(
            service=nothing,
            area=nothing,
            wte=nothing,
            cost=np.zeros((bidders, 0), dtype=np.int64),
            areas=(),
            of_buyer=np.full(buyers, -1),
        ),
    )


def _lots(arrays: _Arrays, buyers: int, services: int) -> Lots:
    """Every service for every buyer; lot ``buyer x services + service``."""
    buyer = np.repeat(np.arange(buyers), services)
    people = arrays.units("population", 1)[buyer]
    volume = arrays.units("population", 1000)[buyer]
    return Lots(
        ids=[f"buyer-{lot // services}:service-{lot % services}" for lot in range(buyers * services)],
        buyer=buyer,
        service=np.tile(np.arange(services), buyers),
        volume=volume,
        people=people,
        weight=people,
        wte=volume,  # so that a cap on work is one on people
    )


def _bids(arrays: _Arrays, services: int) -> Bids:
    price = arrays.units("price", 100)
    liability = arrays.units("liability", 100)
    return Bids(
        ids=_names("bid", len(price)),
        bidder=arrays.positions("bidder"),
        pair_bid=np.arange(len(price)),
        pair_lot=arrays.positions("buyer") * services + arrays.positions("service"),
        list_price=price,
        cost=price,
        price_value=price,
        amounts=np.zeros((len(price), 0), dtype=np.int64),
        quality=arrays.units("quality", 1000),
        liability=liability,
        buyers_liability=liability,
        disruption=np.zeros(len(price), dtype=np.int64),
        consequences=(),
        exclusive=np.full(len(price), -1),
        exclusive_groups=(),
        open=np.ones(len(price), dtype=np.bool_),
        bars={},
    )


def _bidders(arrays: _Arrays, bidders: int, volume: int) -> Bidders:
    setup = arrays.units("setup", 100)
    # As written, not as the nearest binary fraction: 5 % of a volume may be a whole number of people.
    share = Fraction(str(float(arrays["share_cap"])))
    nothing = np.zeros(0, dtype=np.int64)
    return Bidders(
        ids=_names("bidder", bidders),
        overhead=np.zeros(bidders, dtype=np.int64),
        setup=setup,
        floor=np.broadcast_to(arrays.units("floor", 1000).astype(np.float64), setup.shape),
        capacity=arrays.units("capacity", 1000).astype(np.float64),
        capacity_wte=np.full(bidders, float(share * volume // 1) if share else np.inf),
        viability=np.zeros(bidders),
        group=np.arange(bidders),
        partnership=nothing,
        partner=nothing,
        share=nothing,
        at_home=np.zeros(bidders, dtype=np.bool_),
        fallback=np.zeros(bidders, dtype=np.bool_),
    )


def _services(arrays: _Arrays, services: int) -> Services:
    none = np.full(services, -np.inf)
    return Services(
        ids=_names("service", services),
        local=np.zeros(services, dtype=np.bool_),
        min_providers=np.zeros(services, dtype=np.int64),
        max_providers=arrays["max_providers"],
        single=np.zeros(services, dtype=np.bool_),
        plural=np.zeros(services, dtype=np.bool_),
        network=np.zeros(services, dtype=np.bool_),
        standard=none,
        provider_standard=none,
        max_lots=np.full(services, np.inf),
    )


def _names(noun: str, count: int) -> list[str]:
    return [f"{noun}-{number}" for number in range(count)]


FORMAT = Format("national-npz", "a national case as arrays, cost only", read)
