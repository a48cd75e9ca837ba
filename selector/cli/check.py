"""``selector check``: every fault of a case at once."""

import json
from typing import Annotated

import typer

from models import CaseInvalid
from selector.appraise import appraise
from selector.cli.console import emit, out
from selector.cli.exits import INVALID
from selector.cli.options import CasePath
from selector.files import read_case_file


def command(
    case: CasePath,
    as_json: Annotated[bool, typer.Option("--json", help="Print the faults as JSON.")] = False,
) -> None:
    """List every fault of CASE, each with its place. Exit code: 0 there are none, 2 there are."""
    try:
        read = read_case_file(case)
        appraise(read)  # some figures are fields in order, and yet too large together
    except CaseInvalid as error:
        if not as_json:
            raise
        faults = [{"pointer": fault.pointer, "message": fault.message} for fault in error.faults]
        emit(json.dumps({"faults": faults}, indent=2, ensure_ascii=False) + "\n")
        raise typer.Exit(INVALID) from None
    if as_json:
        emit(json.dumps({"faults": []}, indent=2) + "\n")
        return
    out.print(
        f"No faults. {read.name}: {len(read.buyers):,} buyers, {len(read.services):,} services, "
        f"{len(read.tendered):,} lots, {len(read.bidders):,} bidders, {len(read.bids):,} bids.",
        markup=False,
        soft_wrap=True,
    )
