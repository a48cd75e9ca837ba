"""Runs builders: each market drawn once, every builder in a process of its own, one at a time."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.building.builder import Builder
from benchmarks.building.drawn import Size, draw
from benchmarks.building.measured import MARKET, Measured, taken
from benchmarks.running import process


@dataclass(frozen=True)
class Row:
    """One builder on one size of market."""

    size: str
    bids: int
    builder: str
    seconds: float | None
    """Median of processor time; None where a market was not built."""
    peak_mb: float | None
    """The most that any market took."""
    columns: int | None
    rows: int | None
    nonzeros: int | None
    complaint: str = ""
    """Why it was not built; empty where it was."""


def run(sizes: Iterable[Size], builders: Sequence[Builder], *, seeds: int, time_limit: float) -> Iterator[Row]:
    """A row for each size and builder; a builder that overstays is ended, and is not asked for another of that size."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folders = [Path(name, str(seed)) for seed in range(seeds)]
            for seed, folder in enumerate(folders):
                folder.mkdir()
                draw(size, folder / MARKET, seed)
            for builder in builders:
                yield _built(size, builder, folders, time_limit)


def _built(size: Size, builder: Builder, folders: Sequence[Path], time_limit: float) -> Row:
    found: list[Measured] = []
    for folder in folders:
        end = process.run(builder.module, folder, seconds=time_limit, gap=0.0, grace=0.0)
        if end.complaint:
            return Row(size.name, size.bids, builder.name, None, None, None, None, None, end.complaint)
        found.append(taken(folder))
    last = found[-1]
    return Row(
        size.name,
        size.bids,
        builder.name,
        seconds=median(each.seconds for each in found),
        peak_mb=max(each.peak_mb for each in found),
        columns=last.columns,
        rows=last.rows,
        nonzeros=last.nonzeros,
    )
