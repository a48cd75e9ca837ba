"""One knapsack by dynamic programming over its room."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LONGEST = 4096
"""The longest table. Above it volumes are rounded down, which lets by more, never less."""


def best_filling(gain: Floats, size: Ints, room: int) -> tuple[float, list[int]]:
    """The most gain that a room holds, and the positions taken."""
    best = np.zeros(room + 1)
    steps: list[NDArray[np.bool_] | None] = []
    for worth, need in zip(gain.tolist(), size.tolist(), strict=True):
        if need > room or worth <= 0:
            steps.append(None)
            continue
        with_it = best[: room + 1 - need] + worth
        better = with_it > best[need:]
        np.copyto(best[need:], with_it, where=better)
        steps.append(better)
    picked, left = [], room
    for position in range(len(steps) - 1, -1, -1):
        step, need = steps[position], int(size[position])
        if step is not None and left >= need and step[left - need]:
            picked.append(position)
            left -= need
    return float(best[room]), picked


def widened(best: Ints, gain: int, size: int) -> None:
    """Let a table of the most gain in every room take one more lot."""
    if gain > 0 and size < len(best):
        np.maximum(best[size:], best[: len(best) - size] + gain, out=best[size:])
