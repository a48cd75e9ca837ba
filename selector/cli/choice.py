"""``selector choice``: each buyer's freedom of choice."""

from typing import Annotated

import typer

from models import ShareMethod
from selector.cli.choice_tables import print_choice
from selector.cli.console import out
from selector.cli.options import (
    AnswerAsJson,
    AwardPath,
    CasePath,
    ClusterAddress,
    EveryLot,
    Gap,
    Solver,
    TimeLimit,
    options_asked,
)
from selector.cli.question import asking, told
from selector.decide.choice import choice


def command(
    case: CasePath,
    award: AwardPath = None,
    coalitions: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="K",
            help="Look at coalitions of up to so many buyers. [default: 2 up to 12 buyers, 1 above]",
            show_default=False,
        ),
    ] = None,
    shares: Annotated[ShareMethod, typer.Option(help="How charges less discounts are shared.")] = "volume",
    time_limit: TimeLimit = None,
    gap: Gap = None,
    solver: Solver = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=256,
            metavar="N",
            help="Processes that may work at the same time. [default: one for each processor, or for each place of a cluster]",
            show_default=False,
        ),
    ] = None,
    cluster: ClusterAddress = None,
    as_json: AnswerAsJson = False,
    lots: EveryLot = False,
) -> None:
    """Tell how free each buyer is to choose: its part of the award beside what it would choose alone.

    Told are its fair share of charges and discounts, its regret, whether it or a coalition gains by leaving the pool,
    and how many of its lots go to its favourite.

    Exit code: 0 the question is answered; 2 a file has faults, or AWARD is not one of CASE; 3 no award can keep the
    rules of CASE; 4 something was not found within the limits; 1 anything else. Ctrl-C ends it with what was found so
    far.
    """
    options = options_asked(gap, time_limit, solver)
    with asking(case, award, cluster) as (read, given):
        answer = choice(read, options, coalitions=coalitions, shares=shares, workers=workers, **given)
    told(answer, as_json, lambda: print_choice(out, read, answer, every_lot=lots))
