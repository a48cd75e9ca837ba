"""Results as a run leaves them, to be kept and held against each other."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.running import results
from benchmarks.running.course import Point
from benchmarks.running.row import Row

MACHINE: dict[str, Any] = {
    "python": "3.11.7",
    "platform": "Linux",
    "cpu": "A processor",
    "cpu_count": 2,
    "cores": 2,
    "versions": {"selector": "0.1.0", "highspy": "1.15.1"},
}
ENGINES = {"selector": "its defaults", "highs": "threads: all cores"}


def row(engine: str = "selector", case: str = "seed-00", **figures: Any) -> Row:
    """A row that proved 100 in 3 s, but for the figures stated."""
    usual: dict[str, Any] = {
        "suite": "board",
        "case": case,
        "engine": engine,
        "status": "optimal",
        "objective": 100.0,
        "bound": 100.0,
        "gap": 0.0,
        "seconds": 3.0,
        "peak_mb": 50.0,
        "time_limit": 60.0,
        "base": 100.0,
        "seconds_to_gap": {"1%": 1.0, "0.1%": 2.0, "0.01%": 3.0},
        "primal_integral": 1.5,
        "curve": (Point(1.0, 101.0, 100.0), Point(3.0, 100.0, 100.0)),
    }
    return Row(**(usual | figures))


def results_file(path: Path, rows: Iterable[Row], **machine: Any) -> Path:
    """A file of results on ``MACHINE``, but for what is stated of it."""
    results.write(path, list(rows), MACHINE | machine, ENGINES)
    return path
