"""``selector template``: a blank workbook to fill in."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from selector.cli.console import out
from selector.cli.paragraph import print_command


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The workbook, a .xlsx file.", show_default=False)],
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there already.")] = False,
) -> None:
    """Write a blank workbook to fill in: its first sheet says how."""
    if file.suffix.lower() != ".xlsx":
        raise typer.BadParameter(f"{file.name} is not a .xlsx file: name one such as case.xlsx", param_hint="FILE")
    if file.exists() and not force:
        raise typer.BadParameter(f"{file} is there already: name another, or add --force", param_hint="FILE")
    from selector.files.workbook.template import write_template  # other commands do without

    write_template(file)
    print_command(out, f"Written: {file}")
    print_command(out, f"Fill it in as its first sheet says. Next: {shlex.join(['selector', 'check', str(file)])}")
