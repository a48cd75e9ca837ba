"""``selector verify``: an award held against its case, without a solver."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from selector.cli.console import emit, out
from selector.cli.exits import FAILED
from selector.cli.options import CasePath
from selector.files import read_award_file, read_case_file
from selector.scenarios import under
from selector.verify import Verification, verify


def command(
    case: CasePath,
    award: Annotated[Path, typer.Argument(metavar="AWARD", help="The award.json.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Recompute AWARD from CASE alone, under the scenario that AWARD names: every rule, every figure.

    Exit code: 0 it holds; 2 a file has faults, or CASE has no such scenario; 1 it does not hold.
    """
    read, evaluation = read_case_file(case), read_award_file(award)
    if evaluation.provenance.scenario is not None:
        read = under(read, evaluation.provenance.scenario)
    verification = verify(read, evaluation)
    if as_json:
        emit(_as_json(verification))
    else:
        _print(verification)
    if not verification.valid:
        raise typer.Exit(FAILED)


def _as_json(verification: Verification) -> str:
    document = {
        "valid": verification.valid,
        "findings": [{"rule": finding.rule, "message": finding.message} for finding in verification.findings],
        "rules": [rule.model_dump(mode="json") for rule in verification.rules],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _print(verification: Verification) -> None:
    kept = sum(rule.satisfied for rule in verification.rules)
    out.print(f"Rules: {kept} of {len(verification.rules)} kept.", markup=False)
    if verification.valid:
        out.print("The award holds: every rule and every figure agrees with the case.", style="green")
        return
    table = Table("What", "Finding", title="The award does not hold", title_justify="left", show_lines=True)
    for finding in verification.findings:
        table.add_row(Text(finding.rule), Text(finding.message))
    out.print(table)
