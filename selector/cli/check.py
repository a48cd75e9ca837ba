"""``selector check``: every fault of a case at once."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from models import CaseInvalid, Fault
from selector.appraise import appraise
from selector.cli.case_file import read_case_file
from selector.cli.console import emit, err, out
from selector.cli.exits import INVALID
from selector.cli.options import CasePath

_WORKBOOK = ".xlsx"


def command(
    case: CasePath,
    annotate: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT.xlsx",
            help="Of a workbook: also write a copy in which the cells at fault are marked and commented.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the faults as JSON.")] = False,
) -> None:
    """List every fault of CASE, each with its place. Exit code: 0 there are none, 2 there are."""
    if annotate is not None:
        _check_copy(case, annotate)
    faults: Sequence[Fault] = ()
    try:
        read = read_case_file(case)
        appraise(read)  # some figures are fields in order, and yet too large together
    except CaseInvalid as error:
        faults, invalid = error.faults, error
    if annotate is not None:
        # Loaded only where it is asked for: every command would be slower to start.
        from selector.files.workbook.annotate import annotate as write_annotated

        write_annotated(case, annotate, faults)
        err.print(f"Written: {annotate}", markup=False, soft_wrap=True)
    if as_json:
        emit(json.dumps({"faults": [_as_json(fault) for fault in faults]}, indent=2, ensure_ascii=False) + "\n")
        if faults:
            raise typer.Exit(INVALID)
        return
    if faults:
        raise invalid
    out.print(
        f"No faults. {read.name}: {len(read.buyers):,} buyers, {len(read.services):,} services, "
        f"{len(read.tendered):,} lots, {len(read.bidders):,} bidders, {len(read.bids):,} bids.",
        markup=False,
        soft_wrap=True,
    )


def _check_copy(source: Path, target: Path) -> None:
    """Refuse a copy that would not be one.

    Raises
    ------
    typer.BadParameter
        which says why.
    """
    hint = "--annotate"
    if source.is_dir() or (source.exists() and source.suffix.lower() != _WORKBOOK):
        raise typer.BadParameter(f"only a workbook (.xlsx) can be marked, and {source} is none", param_hint=hint)
    if target.suffix.lower() != _WORKBOOK:
        raise typer.BadParameter(f"{target} must end in .xlsx: the copy is a workbook", param_hint=hint)
    if source.exists() and target.exists() and target.samefile(source):
        raise typer.BadParameter(
            f"{target} is CASE itself, which is never written over: name another file", param_hint=hint
        )


def _as_json(fault: Fault) -> dict[str, Any]:
    place = fault.place
    return {
        "pointer": fault.pointer,
        "message": fault.message,
        "sheet": place.sheet if place else None,
        "cell": (place.cell or None) if place else None,
        "heading": (place.heading or None) if place else None,
    }
