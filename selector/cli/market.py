"""``selector market``: concentration, dependence and contestability, or the prospectus for suppliers."""

from pathlib import Path
from typing import Annotated

import typer

from models import Case, CaseInvalid, Fault
from selector.cli.case_file import read_case_and_award, read_case_file
from selector.cli.console import emit, out
from selector.cli.market_tables import print_market
from selector.cli.options import AnswerAsJson, CasePath, EveryLot
from selector.cli.prospectus_tables import print_prospectus
from selector.decide.supply import before_bids, market, prospectus
from selector.files.content import content


def command(
    case: CasePath,
    award: Annotated[
        Path | None,
        typer.Argument(
            metavar="AWARD",
            help="The award.json of this case; if left out, the market before the decision.",
            show_default=False,
        ),
    ] = None,
    for_suppliers: Annotated[
        bool,
        typer.Option(
            "--prospectus", help="Print the prospectus instead: each deal as suppliers may see it, without any bid."
        ),
    ] = False,
    as_json: AnswerAsJson = False,
    lots: EveryLot = False,
) -> None:
    """Tell who can win what: how concentrated the market is, whom the board depends on, and what AWARD makes of it.

    With --prospectus, tell the size and shape of each deal instead, from CASE without its bids; it need not have any
    yet.

    Exit code: 0 the question is answered; 2 a file has faults, or AWARD is not one of CASE; 1 anything else.
    """
    if for_suppliers:
        if award is not None:
            raise typer.BadParameter("leave AWARD out: a prospectus tells nothing of bids", param_hint="--prospectus")
        _tell_suppliers(_tender(case), as_json=as_json, every_lot=lots)
        return
    read, known = read_case_and_award(case, award)
    answer = market(read, award=known)
    if as_json:
        emit(answer.to_json())
    else:
        print_market(out, read, answer, every_lot=lots)


def _tell_suppliers(tender: Case, *, as_json: bool, every_lot: bool) -> None:
    told = prospectus(tender)
    if as_json:
        emit(told.to_json())
    else:
        print_prospectus(out, told, every_lot=every_lot)


def _tender(path: Path) -> Case:
    try:
        return read_case_file(path)
    except CaseInvalid:
        if path.suffix.lower() != ".json" or not path.is_file():
            raise
        text = content(path)
        tender = None if isinstance(text, Fault) else before_bids(text)  # what could not be read is told already
        if tender is None:
            raise
        return tender
