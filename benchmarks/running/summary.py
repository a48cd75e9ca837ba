"""What the rows of a suite come to, engine by engine."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.running.measures import GAPS
from benchmarks.running.row import Row

SHIFT = 1.0
"""Seconds by which the geometric mean is shifted, so that cases solved in a moment do not rule it."""
SELECTOR = "selector"
"""The engine's name among the rows; every other engine is a peer."""
PROVEN = ("optimal", "infeasible")
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
    seconds_to_gap: Mapping[str, float | None]
    """By the name of a gap, the median of when it was reached; None where most cases never did."""
    peak_mb: float | None
    """The most that a case took."""
    primal_integral: float | None
    """Shifted geometric mean, in seconds."""
    against_best: float | None
    """Geometric mean of (seconds + SHIFT) over those of the best peer of each case, the engine itself left out."""


def summaries(rows: Sequence[Row]) -> list[Summary]:
    """A summary for each engine, in the order in which they first ran."""
    return [_summary(engine, rows) for engine in dict.fromkeys(row.engine for row in rows)]


def shifted_geometric_mean(seconds: Sequence[float]) -> float:
    """exp(mean(log(s + SHIFT))) - SHIFT, as Mittelmann's benchmarks of solvers define it."""
    return math.exp(math.fsum(math.log(each + SHIFT) for each in seconds) / len(seconds)) - SHIFT


def contradictions(rows: Sequence[Row]) -> Iterator[str]:
    """Sentences on what cannot both be right.

    An award better than another engine's proven bound or than a published optimum, or where none can be; a bound beyond
    what is known to be had.
    """
    for one in rows:
        if one.refuted:
            yield f"{one.case}: {one.engine} {one.refuted}"
        for other in rows:
            if other.case != one.case or other.engine == one.engine or other.objective is None:
                continue
            if one.status == "infeasible":
                yield f"{one.case}: {one.engine} says infeasible, and {other.engine} has an award"
            elif one.bound is not None:
                allowed = _PENNY + _ARITHMETIC * abs(other.objective)
                beyond = one.bound - other.objective if one.sense == "minimise" else other.objective - one.bound
                if beyond > allowed:
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
        seconds_to_gap={
            name: _median_or_never([row.seconds_to_gap.get(name) for row in own.values()]) for name in GAPS
        },
        peak_mb=max((row.peak_mb for row in own.values() if row.peak_mb is not None), default=None),
        primal_integral=_mean([row.primal_integral for row in own.values()]),
        against_best=_against_best(own, rows),
    )


def _median_or_never(seconds: Sequence[float | None]) -> float | None:
    """The median, those that never came counting as later than all others; None where it is one of them."""
    middle = median([math.inf if each is None else each for each in seconds])
    return None if math.isinf(middle) else middle


def _mean(values: Sequence[float | None]) -> float | None:
    known = [each for each in values if each is not None]
    return shifted_geometric_mean(known) if known else None


def _against_best(own: Mapping[str, Row], rows: Sequence[Row]) -> float | None:
    """Geometric mean, case by case, of the engine's seconds over those of the best of the others."""
    ratios = []
    for case, row in own.items():
        best = best_of([other for other in rows if other.case == case and other.engine not in (row.engine, SELECTOR)])
        if best is not None:
            ratios.append(math.log((row.seconds + SHIFT) / (best.seconds + SHIFT)))
    return math.exp(math.fsum(ratios) / len(ratios)) if ratios else None


def best_of(rows: Sequence[Row]) -> Row | None:
    """The row that did best: by the gap that was left, then by the seconds; None where none found an award or a proof."""
    done = [row for row in rows if row.gap is not None or row.status == "infeasible"]
    return min(done, key=lambda row: (row.status not in PROVEN, row.gap or 0.0, row.seconds), default=None)
