"""``selector choice``: each buyer's freedom of choice."""

from typing import Annotated

import typer

from models import Choice, ShareMethod
from selector.cli.case_file import read_case_and_award
from selector.cli.choice_tables import print_choice
from selector.cli.console import emit, out
from selector.cli.exits import OF_STATUS
from selector.cli.hands import hands
from selector.cli.interrupt import stopping
from selector.cli.live import live
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
    read, known = read_case_and_award(case, award)
    with hands(cluster) as executor, stopping() as stop, live() as tell:
        answer = choice(
            read,
            options,
            award=known,
            coalitions=coalitions,
            shares=shares,
            executor=executor,
            workers=workers,
            on_progress=tell,
            stop=stop,
        )
    if as_json:
        emit(answer.to_json())
    else:
        print_choice(out, read, answer, every_lot=lots)
    raise typer.Exit(_code(answer))


def _code(answer: Choice) -> int:
    return OF_STATUS[answer.best.status if answer.answered else "unknown"]
