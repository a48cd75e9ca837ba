"""``selector break-even``: how much cheaper bidders outside the NHS family must be to make up for redundancy."""

from typing import Annotated

import typer

from selector.cli.break_even_tables import print_break_even
from selector.cli.case_file import read_case_and_award
from selector.cli.console import emit, out
from selector.cli.exits import OF_STATUS
from selector.cli.interrupt import stopping
from selector.cli.live import live
from selector.cli.options import AnswerAsJson, AwardPath, CasePath, Gap, Solver, options_asked
from selector.decide.break_even import break_even


def command(
    case: CasePath,
    award: AwardPath = None,
    time_limit: Annotated[
        float | None,
        typer.Option(min=0.001, max=10**7, metavar="S", help="Seconds after which the best award so far is taken."),
    ] = None,
    gap: Gap = None,
    solver: Solver = None,
    as_json: AnswerAsJson = False,
    lots: Annotated[bool, typer.Option("--lots", help="List the lots that each bidder is compared on.")] = False,
) -> None:
    """Tell how much cheaper bidders outside the NHS family must be.

    Those who do not transfer to them are redundant: what makes up for that is told of each bidder, with what it comes
    to if every buyer leaves the NHS family.

    Exit code: 0 there is an award, and the question is answered; 2 a file has faults, or AWARD is not one of CASE; 3 no
    award can keep the rules of CASE; 4 none was found within the limits; 1 anything else. Ctrl-C ends the search with
    the best award so far.
    """
    options = options_asked(gap, time_limit, solver)
    read, known = read_case_and_award(case, award)
    with stopping() as stop, live() as tell:
        answer = break_even(read, options, award=known, on_progress=tell, stop=stop)
    if as_json:
        emit(answer.to_json())
    else:
        print_break_even(out, read, answer, every_lot=lots)
    raise typer.Exit(OF_STATUS[answer.best.status])
