"""``selector without``: what bids are worth, by the best award had each never been made."""

from typing import Annotated

import typer

from selector.cli.console import out
from selector.cli.options import (
    AnswerAsJson,
    CasePath,
    ClusterAddress,
    EveryLot,
    Gap,
    KnownAward,
    Solver,
    TimeLimit,
    options_asked,
)
from selector.cli.question import asking, told
from selector.cli.without_tables import print_without
from selector.decide.without import without


def command(
    case: CasePath,
    bids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BID",
            help="Ids of bids; if left out, every package that the best award accepts.",
            show_default=False,
        ),
    ] = None,
    award: KnownAward = None,
    time_limit: TimeLimit = None,
    gap: Gap = None,
    solver: Solver = None,
    cluster: ClusterAddress = None,
    as_json: AnswerAsJson = False,
    lots: EveryLot = False,
) -> None:
    """Tell what a BID is worth: the best award had it never been made.

    Exit code: 0 the question is answered, be it that there is no award without a bid; 2 a file has faults, there is no
    such bid, or AWARD is not one of CASE; 3 no award can keep the rules of CASE, with or without; 4 something was not
    found within the limits; 1 anything else. Ctrl-C ends it with what was found so far.
    """
    options = options_asked(gap, time_limit, solver)
    with asking(case, award, cluster) as (read, given):
        answer = without(read, tuple(bids or ()), options, **given)
    told(answer, as_json, lambda: print_without(out, read, answer, every_lot=lots))
