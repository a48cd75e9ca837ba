"""One line of results."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from benchmarks.answer import Answer, Status
from benchmarks.instance import Sense
from benchmarks.running.course import Point
from benchmarks.running.measures import primal_integral, seconds_to_gap


@dataclass(frozen=True)
class Row:
    """What one engine made of one case. ``objective`` and ``bound`` in the case's money; ``gap`` a fraction."""

    suite: str
    case: str
    engine: str
    status: Status
    objective: float | None
    bound: float | None
    gap: float | None
    seconds: float
    peak_mb: float | None
    """MiB; None where the process was ended."""
    time_limit: float | None = None
    """Seconds that the engine had."""
    build_seconds: float | None = None
    """What laying a peer's model took, beside ``seconds``; None for the engine, whose seconds hold it."""
    seconds_to_gap: Mapping[str, float | None] = field(default_factory=dict)
    """By the name of a gap, when it was reached; None where it never was."""
    primal_integral: float | None = None
    """Berthold's, against the best that is known or was found in the run, up to the time limit."""
    known: float | None = None
    """The published value."""
    refuted: str = ""
    """Why this row and what is published cannot both be right; empty where they can."""
    base: float | None = None
    """What ``gap`` is a share of."""
    sense: Sense = "minimise"
    size: Mapping[str, int] = field(default_factory=dict)
    """Of the program that was asked: ``rows``, ``columns``, ``entries``; empty where no peer got it."""
    curve: tuple[Point, ...] = ()
    """Seconds, incumbent and bound, each where something became known; None where nothing was."""


def row_of(row: Row, answer: Answer, course: tuple[Point, ...]) -> Row:
    """A row that an answer and its course are entered into, its seconds to the millisecond."""
    return replace(
        row,
        status=answer.status,
        objective=answer.objective,
        bound=answer.bound,
        gap=answer.gap,
        seconds=round(answer.seconds, 3),
        seconds_to_gap=seconds_to_gap(course, answer.base),
        base=answer.base,
        curve=course,
    )


def with_integrals(rows: Iterable[Row]) -> list[Row]:
    """Rows with their primal integrals, against the best of each case that any of them has or that is published."""
    rows = list(rows)
    best: dict[str, float] = {}
    for row in rows:
        choose = min if row.sense == "minimise" else max
        for value in (row.objective, row.known):
            if value is not None:
                best[row.case] = choose(best.get(row.case, value), value)
    return [_with_integral(row, best.get(row.case)) for row in rows]


def _with_integral(row: Row, best: float | None) -> Row:
    if best is None or row.time_limit is None or row.peak_mb is None:
        return row
    return replace(row, primal_integral=round(primal_integral(row.curve, best, row.time_limit), 6))
