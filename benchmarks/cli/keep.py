"""``benchmarks keep``: figures put where the gate and the report find them."""

import json
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.cli.console import note
from benchmarks.report import building, figures


def command(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Results of `benchmarks run --json`, of one suite, or of `benchmarks build --json`.",
            show_default=False,
        ),
    ],
) -> None:
    """Keep the figures of FILE as those of its suite, in place of what was kept.

    Several files of one suite, machine and version become one, of a case and engine in several the last; name the kept
    file first to add to it. Exit code: 0 kept, 2 a file cannot be used.
    """
    built = building.content_of(files[-1])
    if built is not None:
        path = figures.KEPT / f"{building.NAME}.json"
        path.write_text(json.dumps(built, indent=2) + "\n", encoding="utf-8")
        note(f"{len(built['rows'])} rows of building are kept in {path.name}.")
        return
    found = figures.together([figures.read(file) for file in files])
    path = figures.keep(found)
    note(f"{len(found.rows)} rows of {found.suite} are kept in {path.name}.")
