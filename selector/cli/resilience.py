"""``selector resilience``: what the failure of a winner costs."""

from typing import Annotated

import typer

from selector.cli.console import out
from selector.cli.options import (
    AnswerAsJson,
    AwardPath,
    CasePath,
    ClusterAddress,
    EveryLot,
    Gap,
    LargeLimit,
    Solver,
    Workers,
    options_asked,
)
from selector.cli.question import asking, told
from selector.cli.resilience_tables import print_resilience
from selector.decide.resilience import resilience


def command(
    case: CasePath,
    award: AwardPath = None,
    bidder: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="A bidder that may fail; everybody who has won something if left out. May be repeated.",
            show_default=False,
        ),
    ] = None,
    pairs: Annotated[bool, typer.Option("--pairs", help="Ask also what becomes of it if two of them fail.")] = False,
    free: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="A bidder whose lots a repair may give to others. May be repeated.",
            show_default=False,
        ),
    ] = None,
    free_all: Annotated[
        bool, typer.Option("--free-all", help="A repair may give any lot to any bid: the award is made anew.")
    ] = False,
    time_limit: LargeLimit = None,
    gap: Gap = None,
    solver: Solver = None,
    workers: Workers = None,
    cluster: ClusterAddress = None,
    as_json: AnswerAsJson = False,
    lots: EveryLot = False,
) -> None:
    """Tell what the failure of a winner costs: the best repair of the award of CASE.

    Exit code: 0 the question is answered, be it that lots stay without a supplier; 2 a file has faults, there is no such
    bidder, or AWARD is not one of CASE; 3 no award can keep the rules of CASE, failure or not; 4 something was not found
    within the limits; 1 anything else. Ctrl-C ends it with what was found so far.
    """
    options = options_asked(gap, time_limit, solver)
    with asking(case, award, cluster) as (read, given):
        answer = resilience(
            read,
            options,
            bidders=tuple(bidder or ()),
            pairs=pairs,
            freed=tuple(free or ()),
            free_all=free_all,
            workers=workers,
            **given,
        )
    told(answer, as_json, lambda: print_resilience(out, read, answer, every_lot=lots))
