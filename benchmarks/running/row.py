"""One line of results."""

from dataclasses import dataclass

from benchmarks.answer import Answer, Status


@dataclass(frozen=True)
class Row:
    """What one engine made of one case. ``objective`` and ``bound`` in £; ``gap`` a fraction."""

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


def row_of(suite: str, case: str, engine: str, answer: Answer, peak_mb: float | None) -> Row:
    """The row of an answer, its seconds to the millisecond."""
    return Row(
        suite=suite,
        case=case,
        engine=engine,
        status=answer.status,
        objective=answer.objective,
        bound=answer.bound,
        gap=answer.gap,
        seconds=round(answer.seconds, 3),
        peak_mb=peak_mb,
    )
