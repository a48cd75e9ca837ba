"""``selector example``: a bundled case as a file."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from selector.cli.case_file import read_case_file
from selector.cli.console import out
from selector.cli.paragraph import print_command
from selector.examples import NAMES, write_example


def command(
    name: Annotated[str, typer.Argument(metavar="NAME", help=f"Which: {', '.join(NAMES)}.", show_default=False)],
    directory: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder to write case.json into.", show_default=False)
    ],
    area: Annotated[
        list[str] | None, typer.Option(metavar="A", help="Only the buyers of this area; may be repeated.")
    ] = None,
    region: Annotated[
        list[str] | None, typer.Option(metavar="R", help="Only the buyers of this region; may be repeated.")
    ] = None,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="Write it as a workbook too, DIR/case.xlsx.")] = False,
) -> None:
    """Write a bundled case to DIR/case.json, whole or for some areas and regions."""
    path = write_example(name, directory, area or (), region or ())
    print_command(out, f"Written: {path}")
    if xlsx:
        from selector.files.workbook.writing import write_workbook  # other commands do without

        case = read_case_file(path)
        path = path.with_suffix(".xlsx")
        write_workbook(path, case)
        print_command(out, f"Written: {path}")
    print_command(out, f"Next: {shlex.join(['selector', 'evaluate', str(path)])}")
