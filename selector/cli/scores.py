"""``selector scores``: what every bid scores, and how."""

from typing import Annotated

import typer

from models import Case, Provenance, Ratio, UnknownName
from models.faults import shown, suggestion
from models.scores import ScoreSheet
from selector.appraise import appraise
from selector.appraise.score_sheet import score_sheet
from selector.cli.case_file import read_case_file
from selector.cli.console import emit, out
from selector.cli.options import AnswerAsJson, CasePath
from selector.cli.scores_tables import print_scores
from selector.version import __version__


def command(
    case: CasePath,
    lots: Annotated[
        list[str] | None,
        typer.Option("--lot", metavar="ID", help="A lot, with all its marks; may be given again.", show_default=False),
    ] = None,
    as_json: AnswerAsJson = False,
) -> None:
    """Tell what every bid scores on each lot, from marks to total, which bids are barred and which are abnormally low.

    Exit code: 0 it is told; 2 CASE has faults, or there is no such lot.
    """
    read = read_case_file(case)
    wanted = frozenset(lots or ())
    _known(read, wanted)
    sheet = ScoreSheet(
        name=read.name,
        marking=read.marking,
        objective=read.objective if isinstance(read.objective, Ratio) else None,
        lots=score_sheet(read, appraise(read), wanted or None),
        provenance=Provenance(case_sha256=read.sha256, version=__version__, options={}),
    )
    if as_json:
        emit(sheet.to_json())
    else:
        print_scores(out, read, sheet, in_full=bool(wanted))


def _known(case: Case, wanted: frozenset[str]) -> None:
    there = {lot.id for lot in case.tendered}
    for name in sorted(wanted - there):
        raise UnknownName(f"there is no lot {shown(name)}{suggestion(name, there)}")
