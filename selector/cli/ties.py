"""``selector ties``: awards as good as the best one, or nearly so."""

from decimal import Decimal
from typing import Annotated

import typer

from selector.cli.case_file import read_case_and_award
from selector.cli.console import emit, out
from selector.cli.exits import OF_STATUS
from selector.cli.interrupt import stopping
from selector.cli.live import live
from selector.cli.options import AnswerAsJson, AwardPath, CasePath, Gap, LargeLimit, Solver, options_asked
from selector.cli.ties_tables import print_ties
from selector.decide.ties import ties


def command(
    case: CasePath,
    award: AwardPath = None,
    within: Annotated[
        float,
        typer.Option(
            min=0,
            max=10**12,
            metavar="X",
            help="How far behind the best an award may be, in the board's first objective: £, or points.",
        ),
    ] = 0,
    most: Annotated[
        int, typer.Option(min=0, max=1000, metavar="K", help="How many awards to look for, besides the best.")
    ] = 10,
    time_limit: LargeLimit = None,
    gap: Gap = None,
    solver: Solver = None,
    as_json: AnswerAsJson = False,
) -> None:
    """List the awards that are as good as the best of CASE, or within X of it, and what distinguishes them.

    Exit code: 0 the question is answered, be it that there is no other; 2 a file has faults, or AWARD is not one of
    CASE; 3 no award can keep the rules of CASE; 4 it is open, after what was found, whether there are more; 1 anything
    else. Ctrl-C ends it with what was found so far.
    """
    options = options_asked(gap, time_limit, solver)
    read, known = read_case_and_award(case, award)
    with stopping() as stop, live() as tell:
        answer = ties(read, options, award=known, within=Decimal(repr(within)), most=most, on_progress=tell, stop=stop)
    if as_json:
        emit(answer.to_json())
    else:
        print_ties(out, read, answer)
    answered = answer.complete or (bool(answer.awards) and len(answer.awards) == most)
    raise typer.Exit(OF_STATUS[answer.status if answered or answer.status == "infeasible" else "unknown"])
