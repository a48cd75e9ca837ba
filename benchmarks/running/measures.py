"""What the course of a search comes to: when a gap was reached, and how good its awards were over time."""

from collections.abc import Mapping, Sequence

from benchmarks.running.course import Point

GAPS: Mapping[str, float] = {"1%": 0.01, "0.1%": 0.001, "0.01%": 0.0001}
"""Gaps whose times are told, by their names."""
_ARITHMETIC = 1e-9


def seconds_to_gap(course: Sequence[Point], base: float | None) -> dict[str, float | None]:
    """Seconds after which |incumbent - bound| was at most each gap of ``GAPS`` x base; None where it never was.

    ``base`` is what the gap is a share of, that of the last award; None where there is none.
    """
    return {name: _first(course, gap, base) for name, gap in GAPS.items()}


def primal_integral(course: Sequence[Point], best: float, seconds: float) -> float:
    """Seconds that the best solution was missed by, each second counting by how far: from 0 to ``seconds``.

    The integral over time of p(t) = 1 while there is no solution, else |x - best| / max(|x|, |best|), which is 1 where
    the two differ in sign and 0 where both are 0.

    References
    ----------
    Berthold, T. (2013). Measuring the impact of primal heuristics. Operations Research Letters 41(6), 611-614.
    """
    total, since, missed = 0.0, 0.0, 1.0
    for point in course:
        at = min(point.seconds, seconds)
        total += (at - since) * missed
        since = at
        if point.incumbent is not None:
            missed = _missed(point.incumbent, best)
    return total + (seconds - since) * missed


def _missed(found: float, best: float) -> float:
    if found * best < 0:
        return 1.0
    larger = max(abs(found), abs(best))
    return abs(found - best) / larger if larger else 0.0


def _first(course: Sequence[Point], gap: float, base: float | None) -> float | None:
    if base is None:
        return None
    allowed = gap * abs(base) * (1 + _ARITHMETIC)
    known = ((at, abs(found - proven)) for at, found, proven in course if found is not None and proven is not None)
    return next((at for at, between in known if between <= allowed), None)
