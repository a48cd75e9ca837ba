"""``selector verify``: an award held against its case, or a decision record against itself, without a solver."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from selector.cli.case_file import read_case_file
from selector.cli.console import emit, out
from selector.cli.exits import FAILED
from selector.cli.options import EveryLot
from selector.cli.record_difference_tables import print_difference
from selector.cli.record_tables import print_check, print_record
from selector.decide.record import check_record, difference
from selector.decide.record.in_force import in_force
from selector.files import read_award_file
from selector.files.record import read_record_file
from selector.scenarios import under
from selector.verify import Verification, verify


def command(
    case: Annotated[
        Path,
        typer.Argument(metavar="CASE|RECORD", help="The case, or a decision record by itself.", show_default=False),
    ],
    award: Annotated[
        Path | None, typer.Argument(metavar="AWARD", help="The award.json of CASE.", show_default=False)
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option(
            metavar="EARLIER",
            help="Of a RECORD: an earlier record, to be checked too, and what changed since.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    lots: EveryLot = False,
) -> None:
    """Recompute AWARD from CASE alone, under the scenario that AWARD names: every rule, every figure; or check RECORD.

    RECORD is what `selector record` wrote: its seal, its case, its award and all it says of them are checked. No solver
    is used. Exit code: 0 it holds; 2 a file has faults, or CASE has no such scenario; 1 it does not hold.
    """
    if award is None:
        _record(case, since, as_json=as_json, every_lot=lots)
        return
    if since is not None:
        raise typer.BadParameter(
            "an earlier record goes with a RECORD, not with a CASE and its AWARD", param_hint="--since"
        )
    read, evaluation = read_case_file(case), read_award_file(award)
    if evaluation.provenance.scenario is not None:
        read = under(read, evaluation.provenance.scenario)
    verification = verify(read, evaluation)
    if as_json:
        emit(_as_json(verification))
    else:
        _print(out, verification)
    if not verification.valid:
        raise typer.Exit(FAILED)


def _record(path: Path, since: Path | None, *, as_json: bool, every_lot: bool) -> None:
    sealed = read_record_file(path)
    earlier = None if since is None else read_record_file(since)
    checks = {"later": check_record(sealed)}
    changes = None
    if earlier is not None:
        checks["earlier"] = check_record(earlier)
        changes = difference(sealed, earlier)
    if as_json:
        document = checks["later"].model_dump(mode="json")
        if changes is not None:
            earlier_check = checks["earlier"].model_dump(mode="json")
            document["since"] = {"earlier": earlier_check, "difference": changes.model_dump(mode="json")}
        emit(json.dumps(document, indent=2, ensure_ascii=False) + "\n")
    else:
        case = in_force(sealed.record)[0] or sealed.record.case
        print_record(out, sealed.record, case, every_lot=every_lot)
        if changes is not None:
            out.print()
            print_difference(out, changes, case, every_lot=every_lot)
        for which, check in reversed(checks.items()):
            out.print()
            print_check(out, check, "the earlier record" if which == "earlier" else "the record")
    if not all(check.valid for check in checks.values()):
        raise typer.Exit(FAILED)


def _as_json(verification: Verification) -> str:
    document = {
        "valid": verification.valid,
        "findings": [{"rule": finding.rule, "message": finding.message} for finding in verification.findings],
        "rules": [rule.model_dump(mode="json") for rule in verification.rules],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _print(console: Console, verification: Verification) -> None:
    kept = sum(rule.satisfied for rule in verification.rules)
    console.print(f"Rules: {kept} of {len(verification.rules)} kept.", markup=False)
    if verification.valid:
        console.print("The award holds: every rule and every figure agrees with the case.", style="green")
        return
    table = Table("What", "Finding", title="The award does not hold", title_justify="left", show_lines=True)
    for finding in verification.findings:
        table.add_row(Text(finding.rule), Text(finding.message))
    console.print(table)
