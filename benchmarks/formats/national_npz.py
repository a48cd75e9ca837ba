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
from benchmarks.market import Market, numbered

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
    return Instance(_market(_Arrays(path)).appraisal())


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


def _market(arrays: _Arrays) -> Market:
    buyers, services, bidders = (arrays.size[axis] for axis in "usj")
    buyer = np.repeat(np.arange(buyers), services)
    volume = arrays.units("population", 1000)[buyer]
    setup = arrays.units("setup", 100)
    # As written, not as the nearest binary fraction: 5 % of a volume may be a whole number of people.
    share = Fraction(str(float(arrays["share_cap"])))
    work = float(share * int(volume.sum()) // 1) if share else np.inf
    return Market(
        buyers=numbered("buyer", buyers),
        services=numbered("service", services),
        bidders=numbered("bidder", bidders),
        # Every service for every buyer.
        lots=[f"buyer-{lot // services}:service-{lot % services}" for lot in range(buyers * services)],
        bids=numbered("bid", arrays.size["b"]),
        lot_buyer=buyer,
        lot_service=np.tile(np.arange(services), buyers),
        volume=volume,
        people=arrays.units("population", 1)[buyer],
        bidder=arrays.positions("bidder"),
        lot=arrays.positions("buyer") * services + arrays.positions("service"),
        price=arrays.units("price", 100),
        quality=arrays.units("quality", 1000),
        liability=arrays.units("liability", 100),
        setup=setup,
        floor=np.broadcast_to(arrays.units("floor", 1000).astype(np.float64), setup.shape),
        capacity=arrays.units("capacity", 1000).astype(np.float64),
        max_providers=arrays["max_providers"],
        work=np.full(bidders, work),
    )


FORMAT = Format("national-npz", "a national case as arrays, cost only", program=read)
