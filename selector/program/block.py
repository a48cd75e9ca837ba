"""Rows of one family, before they are joined to the others."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True)
class Block:
    """Rows of one family: entries (``row``, ``column``, ``value``), limits and keys; rows count from 0 within the block."""

    name: str
    row: NDArray[np.int64]
    column: NDArray[np.int64]
    value: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    key: Callable[[int], tuple[str, ...]]

    def __len__(self) -> int:
        return len(self.lower)


class Entries:
    """Gathers the entries of a block from arrays."""

    def __init__(self) -> None:
        self._parts: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]] = []

    def add(self, row: ArrayLike, column: ArrayLike, value: ArrayLike) -> "Entries":
        """Add entries; scalars are repeated to the length of the others."""
        rows, columns, values = np.broadcast_arrays(
            np.asarray(row, dtype=np.int64), np.asarray(column, dtype=np.int64), np.asarray(value, dtype=np.float64)
        )
        self._parts.append((np.atleast_1d(rows), np.atleast_1d(columns), np.atleast_1d(values)))
        return self

    def block(
        self, name: str, lower: ArrayLike, upper: ArrayLike, rows: int, key: Callable[[int], tuple[str, ...]]
    ) -> Block:
        """The block of all entries added, with ``rows`` rows between ``lower`` and ``upper``."""
        row, column, value = (
            (np.concatenate(part) for part in zip(*self._parts, strict=True))
            if self._parts
            else (np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
        )
        return Block(
            name,
            row,
            column,
            value,
            np.broadcast_to(np.asarray(lower, dtype=np.float64), rows),
            np.broadcast_to(np.asarray(upper, dtype=np.float64), rows),
            key,
        )
