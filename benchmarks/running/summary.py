"""What the rows of a suite come to, engine by engine."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.running.row import Row

SHIFT = 1.0
"""Seconds by which the geometric mean is shifted, so that cases solved in a moment do not rule it."""
_PENNY = 0.01
# Of what the engines' sums of floats may differ by, as a share of the objective.
_ARITHMETIC = 1e-9


@dataclass(frozen=True)
class Summary:
    """One engine over all its rows."""

    engine: str
    statuses: Counter[str]
    median_seconds: float
    mean_seconds: float
    """Shifted geometric mean; a case that met the limit counts with the seconds it took."""
    largest_gap: float | None
    """Over the rows that have a gap; None where none has."""
    ratio: float | None
    """Mean over the first engine's, on the cases both have run; None where there is none."""


def summaries(rows: Sequence[Row]) -> list[Summary]:
    """A summary for each engine, in the order in which they first ran."""
    return [_summary(engine, rows) for engine in dict.fromkeys(row.engine for row in rows)]


def shifted_geometric_mean(seconds: Sequence[float]) -> float:
    """exp(mean(log(s + SHIFT))) - SHIFT, as Mittelmann's benchmarks of solvers define it."""
    return math.exp(math.fsum(math.log(each + SHIFT) for each in seconds) / len(seconds)) - SHIFT


def contradictions(rows: Sequence[Row]) -> Iterator[str]:
    """Sentences on engines that cannot both be right: an award better than another's proven bound, or where none can be."""
    for one in rows:
        for other in rows:
            if other.case != one.case or other.engine == one.engine or other.objective is None:
                continue
            if one.status == "infeasible":
                yield f"{one.case}: {one.engine} says infeasible, and {other.engine} has an award"
            elif one.bound is not None:
                allowed = _PENNY + _ARITHMETIC * abs(other.objective)
                if other.objective < one.bound - allowed:
                    yield (
                        f"{one.case}: {other.engine} has an award of {other.objective:,.2f}, "
                        f"better than {one.bound:,.2f}, the bound of {one.engine}"
                    )


def _summary(engine: str, rows: Sequence[Row]) -> Summary:
    own = {row.case: row for row in rows if row.engine == engine}
    first = {row.case: row for row in rows if row.engine == rows[0].engine}
    common = own.keys() & first.keys()
    seconds = [row.seconds for row in own.values()]
    return Summary(
        engine=engine,
        statuses=Counter(row.status for row in own.values()),
        median_seconds=median(seconds),
        mean_seconds=shifted_geometric_mean(seconds),
        largest_gap=max((row.gap for row in own.values() if row.gap is not None), default=None),
        ratio=shifted_geometric_mean([own[case].seconds for case in common])
        / shifted_geometric_mean([first[case].seconds for case in common])
        if common
        else None,
    )
