"""``selector without``: what bids are worth, by the best award had each never been made."""

from typing import Annotated

import typer

from models import Without
from selector.cli.case_file import read_case_and_award
from selector.cli.console import emit, out
from selector.cli.exits import OF_STATUS
from selector.cli.hands import hands
from selector.cli.interrupt import stopping
from selector.cli.live import live
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
    read, known = read_case_and_award(case, award)
    with hands(cluster) as executor, stopping() as stop, live() as tell:
        answer = without(read, tuple(bids or ()), options, award=known, executor=executor, on_progress=tell, stop=stop)
    if as_json:
        emit(answer.to_json())
    else:
        print_without(out, read, answer, every_lot=lots)
    raise typer.Exit(_code(answer))


def _code(answer: Without) -> int:
    return OF_STATUS[answer.best.status if answer.answered else "unknown"]
