"""``selector without``: what bids are worth, by the best award had each never been made."""

from pathlib import Path
from typing import Annotated

import typer

from models import Options, Without
from selector.cli.console import emit, out
from selector.cli.exits import OF_STATUS
from selector.cli.interrupt import stopping
from selector.cli.live import live
from selector.cli.without_tables import print_without
from selector.decide.without import without
from selector.files import read_award_file, read_case_file
from selector.solve import chosen


def command(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case, a .json file.", show_default=False)],
    bids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BID",
            help="Ids of bids; if left out, every package that the best award accepts.",
            show_default=False,
        ),
    ] = None,
    award: Annotated[
        Path | None,
        typer.Option(
            metavar="AWARD",
            help="The award.json of this case, in place of finding the best award again.",
            show_default=False,
        ),
    ] = None,
    time_limit: Annotated[
        float | None,
        typer.Option(min=0.001, max=10**7, metavar="S", help="Seconds for all of it; what is open then stays open."),
    ] = None,
    gap: Annotated[
        float | None,
        typer.Option(
            min=0, max=1, metavar="G", help="Gap at which an award counts as proven, a fraction; 0 is to the penny."
        ),
    ] = None,
    solver: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Solver to use, as docs/solvers.md lists them.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON instead of tables.")] = False,
    lots: Annotated[bool, typer.Option("--lots", help="List every lot, however many there are.")] = False,
) -> None:
    """Tell what a BID is worth: the best award had it never been made.

    Exit code: 0 the question is answered, be it that there is no award without a bid; 2 a file has faults, there is no
    such bid, or AWARD is not one of CASE; 3 no award can keep the rules of CASE, with or without; 4 something was not
    found within the limits; 1 anything else. Ctrl-C ends it with what was found so far.
    """
    options = Options(gap=gap, time_limit=time_limit, solver=None if solver is None else chosen(solver))
    read = read_case_file(case)
    known = None if award is None else read_award_file(award)
    with stopping() as stop, live() as tell:
        answer = without(read, tuple(bids or ()), options, award=known, on_progress=tell, stop=stop)
    if as_json:
        emit(answer.to_json())
    else:
        print_without(out, read, answer, every_lot=lots)
    raise typer.Exit(_code(answer))


def _code(answer: Without) -> int:
    return OF_STATUS[answer.best.status if answer.answered else "unknown"]
