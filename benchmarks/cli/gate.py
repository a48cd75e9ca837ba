"""``benchmarks gate``: new figures against those kept."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from benchmarks.cli.console import complain, note, out
from benchmarks.errors import InputInvalid
from benchmarks.report import figures
from benchmarks.report.gate import FACTOR, GAP_FACTOR, Verdict, verdicts

_WORSE = 1


def command(
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Results of `benchmarks run --json`.", show_default=False)],
    kept: Annotated[
        Path | None,
        typer.Argument(metavar="[KEPT]", help="Results to hold them against; those kept of the suite unless told."),
    ] = None,
    factor: Annotated[float, typer.Option(min=1.0, help="How much slower beside a peer counts as worse.")] = FACTOR,
) -> None:
    """Hold the engine's figures of NEW against those of KEPT, case by case, and say what got worse.

    A case is worse that lost its proof, whose gap grew, or whose seconds over those of a peer in the same run grew by
    more than the factor. Figures of another machine are compared by the last alone. Exit code: 0 nothing got worse,
    1 something did, 2 a file cannot be used or the two have no case in common.
    """
    now = figures.read(new)
    path = kept or figures.KEPT / f"{now.suite}.json"
    before = figures.read(path)
    if now.suite != before.suite:
        raise InputInvalid(f"{new} is of the suite {now.suite}, {path} of {before.suite}")
    found = verdicts(now, before, factor)
    if not found:
        raise InputInvalid(f"{new} and {path} have no case of the engine in common")
    if not now.same_machine(before):
        note("Another machine than that of the kept figures: only seconds over those of a peer are compared.")
    out.print(_table(found, factor))
    worse = [verdict for verdict in found if verdict.judgement == "worse"]
    for verdict in worse:
        complain(f"{verdict.case}: {verdict.figure} was {verdict.kept}, and is {verdict.new}")
    raise typer.Exit(_WORSE if worse else 0)


def _table(found: list[Verdict], factor: float) -> Table:
    table = Table(
        caption=f"worse: a proof lost, a gap {GAP_FACTOR - 1:.0%} larger, {factor:g} times slower beside a peer",
        caption_justify="left",
    )
    for heading in ("case", "figure", "kept", "new", ""):
        table.add_column(heading, justify="right" if heading in ("kept", "new") else "left")
    for each in found:
        table.add_row(each.case, each.figure, each.kept, each.new, each.judgement)
    return table
