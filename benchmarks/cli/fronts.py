"""``benchmarks fronts``: whole fronts, the engine beside PyAUGMECON."""

import sys
from dataclasses import asdict
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from benchmarks import instances, rows_file
from benchmarks.cli.console import complain, note, out
from benchmarks.cli.interrupt import ending_like_interrupting
from benchmarks.cli.pareto import find
from benchmarks.errors import InputInvalid
from benchmarks.fronts import FORMATS
from benchmarks.fronts.compared import CASES, Row, compared, published
from benchmarks.running.machine import machine

_INTERRUPTED, _WRONG = 130, 1


def command(
    pattern: Annotated[
        str,
        typer.Option("--cases", metavar="PATTERN", help=f"Of {', '.join(CASES)} those of such a name, such as '2kp*'."),
    ] = "*",
    known_points: Annotated[
        int | None,
        typer.Option(
            "--published",
            min=1,
            metavar="N",
            help="Every instance of which no more than N points are published, the engine alone.",
            show_default=False,
        ),
    ] = None,
    python: Annotated[
        str,
        typer.Option(
            metavar="PATH", help="The interpreter that has PyAUGMECON, which needs Python 3.12; this one if left out."
        ),
    ] = sys.executable,
    workers: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that each has.")] = 2,
    time_limit: Annotated[float, typer.Option(min=1, metavar="S", help="Seconds that each has for a case.")] = 1800.0,
    alone: Annotated[bool, typer.Option("--alone", help="The engine alone, without the peer.")] = False,
    file: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write the rows here, after each one.", show_default=False),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--instances",
            metavar="DIR",
            help=f"Folder of instances; else {instances.VARIABLE}, else ../shared/instances beside the checkout.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Find the whole front of each case with the engine and with PyAUGMECON, one at a time, and print what it took.

    Exit code: 0 all was run, 1 points differ from those published, 2 a name or FILE cannot be used, 130 ended by Ctrl-C;
    FILE keeps the rows so far.
    """
    alone = alone or known_points is not None
    every = CASES.values() if known_points is None else published(instances.folder(folder), known_points)
    cases = [case for case in every if fnmatchcase(case.name, pattern)]
    if not cases:
        raise InputInvalid(
            f"no case is named like {pattern!r}; there are {', '.join(case.name for case in every) or 'none'}"
        )
    here = machine(("highspy", "numpy", "scipy"))
    rows: list[Row] = []
    ended = 0
    try:
        with ending_like_interrupting():
            for case in cases:
                file_format = FORMATS[case.format]
                front = file_format.read(find(file_format, Path(case.path), instances.folder(folder)))
                for row in compared(case, front, python=None if alone else python, workers=workers, seconds=time_limit):
                    rows.append(row)
                    note(f"{row.case}  {row.engine}  {row.points} points  {row.told}")
                    _write(file, rows, here)
    except KeyboardInterrupt:
        note(f"Stopped after {len(rows)} rows.")
        ended = _INTERRUPTED
    if rows:
        out.print(_table(rows))
    for row in rows:
        if row.engine == "selector" and row.missing:
            complain(f"{row.case}: {row.missing} published points are missing")
            ended = ended or _WRONG
    raise typer.Exit(ended)


def _table(rows: list[Row]) -> Table:
    table = Table(title="Whole fronts", title_justify="left")
    for name in ("case", "engine", "points", "of", "complete", "searches", "s"):
        table.add_column(name, justify="left" if name in ("case", "engine") else "right")
    for row in rows:
        table.add_row(
            row.case,
            row.engine,
            str(row.points),
            str(row.known or "-"),
            "yes" if row.complete else "no",
            str(row.searches or "-"),
            row.told,
        )
    return table


def _write(file: Path | None, rows: list[Row], here: dict[str, object]) -> None:
    if file is not None:
        rows_file.write(file, {"machine": here, "fronts": [asdict(row) for row in rows]})
