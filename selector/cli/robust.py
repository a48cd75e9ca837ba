"""``selector robust``: an award that is best when some bidders turn out dearer."""

from typing import Annotated

import typer

from selector.cli.console import out
from selector.cli.options import (
    AnswerAsJson,
    AwardPath,
    CasePath,
    ClusterAddress,
    Gap,
    Solver,
    TimeLimit,
    Workers,
    options_asked,
)
from selector.cli.percent import percent
from selector.cli.question import asking, told
from selector.cli.robust_tables import print_robust
from selector.decide.robust import robust


def command(
    case: CasePath,
    award: AwardPath = None,
    prices: Annotated[
        float,
        typer.Option(min=0, max=1000, metavar="PCT", help="By how many per cent a dearer bidder's prices are higher."),
    ] = 10,
    transfer: Annotated[
        float,
        typer.Option(
            min=0,
            max=100,
            metavar="PCT",
            help="By how many per cent of itself the share of staff it takes over is lower.",
        ),
    ] = 10,
    budget: Annotated[
        list[int] | None,
        typer.Option(
            min=0,
            max=10_000,
            metavar="G",
            help="How many bidders turn out dearer at once; 1 if left out. May be repeated.",
            show_default=False,
        ),
    ] = None,
    curve: Annotated[
        bool, typer.Option("--curve", help="Ask for every number of bidders, from none to all of the best award.")
    ] = False,
    time_limit: TimeLimit = None,
    gap: Gap = None,
    solver: Solver = None,
    workers: Workers = None,
    cluster: ClusterAddress = None,
    as_json: AnswerAsJson = False,
) -> None:
    """Find the award of CASE that comes to least when the bidders that hurt it most turn out dearer, and what that costs.

    Exit code: 0 the question is answered, be it within a gap; 2 a file has faults, or AWARD is not one of
    CASE; 3 no award can keep the rules of CASE; 4 nothing is known within the limits; 1 anything else, such as an objective
    that is not in money. Ctrl-C ends it with what was found so far.
    """
    options = options_asked(gap, time_limit, solver)
    with asking(case, award, cluster) as (read, given):
        answer = robust(
            read,
            options,
            prices=percent(prices),
            transfer=percent(transfer),
            budgets=None if curve else tuple(budget or (1,)),
            workers=workers,
            **given,
        )
    told(answer, as_json, lambda: print_robust(out, read, answer))
