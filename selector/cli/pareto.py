"""``selector pareto``: the awards to which no other is preferable."""

from pathlib import Path
from typing import Annotated

import typer

from models.front import Front
from selector.cli.console import out
from selector.cli.front_chart import drawn
from selector.cli.options import (
    AnswerAsJson,
    AwardPath,
    CasePath,
    ClusterAddress,
    Gap,
    LargeLimit,
    Solver,
    Workers,
    options_asked,
)
from selector.cli.pareto_tables import print_front
from selector.cli.part import part
from selector.cli.question import asking, told
from selector.decide.pareto import pareto
from selector.files import write_text


def command(
    case: CasePath,
    award: AwardPath = None,
    objectives: Annotated[
        str,
        typer.Option(
            metavar="NAME,...", help="One or more of cost, quality, liability, disruption and penalty, each once."
        ),
    ] = "cost,quality,liability",
    epsilon: Annotated[
        str,
        typer.Option(
            metavar="E",
            help="Enough points that no award is better than all of them by more than this in any objective, such as 1% or 0.01 of a point's own value; 0 for all points.",
        ),
    ] = "0",
    time_limit: LargeLimit = None,
    gap: Gap = None,
    solver: Solver = None,
    workers: Workers = None,
    cluster: ClusterAddress = None,
    chart: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.svg",
            help="Draw the points there, again and again while they are found; the third objective is the colour.",
            show_default=False,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="List every point, however many there are.")] = False,
    as_json: AnswerAsJson = False,
) -> None:
    """List the awards of CASE to which no other is preferable: at least as good in every objective, and better in one.

    Exit code: 0 there are points, be they all or not; 2 a file has faults, there is no such objective, or AWARD is not one
    of CASE; 3 no award can keep the rules of CASE; 4 no award was found within the limits; 1 anything else. Ctrl-C ends it
    with what was found so far.
    """
    options = options_asked(gap, time_limit, solver)
    names = [name.strip() for name in objectives.split(",") if name.strip()]
    if not names:
        raise typer.BadParameter("name at least one objective", param_hint="--objectives")
    asked = part(epsilon)
    with asking(case, award, cluster) as (read, given):
        answer = pareto(
            read,
            options,
            objectives=names,
            epsilon=asked,
            workers=workers,
            on_front=lambda so_far: _draw(chart, so_far),
            **given,
        )
    _draw(chart, answer)
    told(answer, as_json, lambda: print_front(out, read, answer, every=every))


def _draw(chart: Path | None, front: Front) -> None:
    if chart is not None and front.points:
        write_text(chart, drawn(front))
