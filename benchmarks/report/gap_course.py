"""The gap of an engine over time, on one case or as the median over several."""

import math
from collections.abc import Sequence
from statistics import median

from benchmarks.running.course import Point
from benchmarks.running.row import Row

LEAST = 1e-6
"""What is drawn for a gap of less: 0 has no place on a scale of powers of ten."""


def gap_at(row: Row, seconds: float) -> float:
    """The gap that an engine had reached after so many seconds, as a fraction; infinite where it had none."""
    last = Point(0.0, None, None)
    for point in row.curve:
        if point.seconds > seconds:
            break
        last = point
    base = row.base or (abs(row.objective) if row.objective else None)
    if last.incumbent is None or last.bound is None or not base:
        return math.inf
    return max(abs(last.incumbent - last.bound) / base, LEAST)


def course(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Seconds and median gap over the rows, at each moment at which one of them learnt something; finite gaps only."""
    if not rows:
        return []
    moments = sorted({point.seconds for row in rows for point in row.curve})
    limit = max(row.time_limit or row.seconds for row in rows)
    found = [(at, median(gap_at(row, at) for row in rows)) for at in (*moments, limit)]
    return [(at, gap) for at, gap in found if math.isfinite(gap)]
