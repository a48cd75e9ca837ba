"""A builder's process: arrays in, a model in HiGHS out, time and memory of the way told. Imports nothing of the engine."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from benchmarks.running.memory import peak_mb

if TYPE_CHECKING:
    import highspy

Arrays = TypeVar("Arrays")
MARKET, MEASURED = "market.npz", "measured.json"


@dataclass(frozen=True)
class Measured:
    """What building took, and what came of it."""

    seconds: float
    """Of processor time, from arrays in memory to the model in the solver."""
    peak_mb: float
    """Of the whole process, with the libraries that it loads and the arrays."""
    columns: int
    rows: int
    nonzeros: int


def serve(read: Callable[[Path], Arrays], build: Callable[[Arrays], "highspy.Highs"]) -> None:
    """Be a builder's process: build the market in the folder that the command line names, and leave the figures there."""
    folder = Path(sys.argv[1])
    arrays = read(folder / MARKET)
    began = time.process_time()
    highs = build(arrays)
    measured = Measured(
        seconds=round(time.process_time() - began, 4),
        peak_mb=peak_mb(),
        columns=highs.getNumCol(),
        rows=highs.getNumRow(),
        nonzeros=highs.getNumNz(),
    )
    (folder / MEASURED).write_text(json.dumps(asdict(measured)), encoding="utf-8")


def taken(folder: Path) -> Measured:
    """The figures that a builder's process left."""
    return Measured(**json.loads((folder / MEASURED).read_text(encoding="utf-8")))
