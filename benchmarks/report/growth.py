"""How seconds grow with a case's size, from the names of its cases: ``100x20-seed-00`` has 100 buyers and 20 services."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.running.row import Row
from benchmarks.running.summary import shifted_geometric_mean

_SIZE = re.compile(r"^(\d+)x(\d+)\b")
_AXES = ("buyers", "services")


@dataclass(frozen=True)
class Growth:
    """One engine's seconds along one axis, the other held."""

    engine: str
    axis: str
    held: str
    """Such as ``20 services``."""
    sizes: tuple[int, ...]
    seconds: tuple[float, ...]
    """Shifted geometric means over the seeds."""

    @property
    def slope(self) -> float:
        """The exponent of size that fits the seconds best."""
        return float(np.polyfit(np.log(self.sizes), np.log(np.maximum(self.seconds, 1e-3)), 1)[0])


def growths(rows: Sequence[Row]) -> list[Growth]:
    """For each axis and engine how seconds grow, where there are at least two sizes.

    The other axis is held at the value for which there are most sizes.
    """
    found = []
    for at, axis in enumerate(_AXES):
        for engine in dict.fromkeys(row.engine for row in rows):
            curves: dict[int, dict[int, list[float]]] = {}
            for row in rows:
                size = _SIZE.match(row.case)
                if size is not None and row.engine == engine and row.status != "unknown":
                    pair = int(size[1]), int(size[2])
                    curves.setdefault(pair[1 - at], {}).setdefault(pair[at], []).append(row.seconds)
            if not curves:
                continue
            held = max(curves, key=lambda value: len(curves[value]))
            sizes = tuple(sorted(curves[held]))
            if len(sizes) > 1:
                means = tuple(shifted_geometric_mean(curves[held][size]) for size in sizes)
                found.append(Growth(engine, axis, f"{held} {_AXES[1 - at]}", sizes, means))
    return found
