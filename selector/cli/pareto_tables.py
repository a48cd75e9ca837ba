"""A front, on a terminal."""

from collections.abc import Iterator
from decimal import Decimal

from rich.console import Console
from rich.text import Text

from models import Case
from models.front import Front, FrontObjective, FrontPoint
from selector.cli.certificate import level_line
from selector.cli.paragraph import print_paragraph
from selector.cli.share import share
from selector.cli.table import figures_table
from selector.verify.words import count, number

_MOST = 40
"""Points listed, unless all are asked for."""


def print_front(console: Console, case: Case, answer: Front, *, every: bool) -> None:
    """Print the best award's certificate, the points as a table, and what is proven of others."""
    print_paragraph(console, Text(case.name, style="bold"))
    if answer.best.totals is None:
        told = (
            "No award keeps every rule of this case. Why, tells: selector conflict CASE"
            if answer.best.status == "infeasible"
            else "No award of this case was found within the limits."
        )
        print_paragraph(console, told)
        return
    print_paragraph(console, "The best award, by the board's own objective:")
    for level in answer.best.certificate.levels if answer.best.certificate else ():
        print_paragraph(console, level_line(level), "- ")
    shown = answer.points if every else _spread(answer.points)
    console.print()
    console.print(
        figures_table(
            console,
            "Awards to which no other is preferable",
            ("",),
            [_heading(each) for each in answer.objectives],
            [_row(answer, at, each) for at, each in shown_rows(answer, shown)],
        )
    )
    for line in (*_left_out(answer, len(shown)), *_where(answer), *_verdict(answer)):
        print_paragraph(console, line)


def shown_rows(answer: Front, shown: tuple[FrontPoint, ...]) -> Iterator[tuple[int, FrontPoint]]:
    """The points shown, with their numbers."""
    listed = {each.values for each in shown}
    return ((at, each) for at, each in enumerate(answer.points, start=1) if each.values in listed)


def _spread(points: tuple[FrontPoint, ...]) -> tuple[FrontPoint, ...]:
    """At most so many, spread over all, with the first, the last and the best award."""
    if len(points) <= _MOST:
        return points
    kept = {round(at * (len(points) - 1) / (_MOST - 1)) for at in range(_MOST)}
    return tuple(each for at, each in enumerate(points) if at in kept or each.best)


def _heading(objective: FrontObjective) -> str:
    unit = {"£": ", £", "points": "", "lots": ", lots", "WTE": ", WTE"}[objective.unit]
    return f"{objective.name.capitalize()}{unit}"


def _row(answer: Front, at: int, point: FrontPoint) -> tuple[str, ...]:
    cells = (_exact(each, point) for each in answer.objectives)
    return (f"{at} best" if point.best else str(at), *cells)


def _exact(objective: FrontObjective, point: FrontPoint) -> str:
    value: Decimal = getattr(point.totals, objective.name)
    return f"{value:,.2f}" if objective.unit == "£" else f"{value:,.3f}"


def _amount(objective: FrontObjective, value: Decimal) -> str:
    return f"£{value:,.0f}" if objective.unit == "£" else f"{number(value)} {objective.unit}"


def _left_out(answer: Front, shown: int) -> Iterator[str]:
    if shown < len(answer.points):
        yield f"{len(answer.points) - shown:,} of {len(answer.points):,} points are not listed; --all lists them."


def _where(answer: Front) -> Iterator[str]:
    if answer.on_front is False:
        yield "The best award of the case is not among them: by other objectives than these, it is worth more."


def _verdict(answer: Front) -> Iterator[str]:
    found = count(len(answer.points), "point")
    if answer.complete and not answer.epsilon:
        yield f"Proven: {found}, to the nearest {_steps(answer)}, and there is no other."
        return
    if not answer.complete:
        yield f"There may be others than these {found}{'' if answer.gap else '; nothing is proven of them'}."
    if answer.gap:
        yield f"Proven: no award is better than every one of these by more than {share(answer.gap)} in some objective."


def _steps(answer: Front) -> str:
    return _and(list(dict.fromkeys(_amount(each, each.step) for each in answer.objectives)))


def _and(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
