"""``selector convert``: a case in another form."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from models import Case
from selector.cli.case_file import read_case_file
from selector.cli.console import out
from selector.cli.paragraph import print_command
from selector.files import write_case_file


def command(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="FROM", help="The case: a .json or .xlsx file, OCDS, or a folder of CSV files.", show_default=False
        ),
    ],
    target: Annotated[
        Path,
        typer.Argument(
            metavar="TO", help="What to write: a .json or .xlsx file, else a folder of CSV files.", show_default=False
        ),
    ],
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there already.")] = False,
) -> None:
    """Write the case FROM as TO: JSON, an Excel workbook or a folder of CSV files. Nothing of it changes."""
    write = _writer(target)
    if write is None:
        raise typer.BadParameter(
            f"{target.suffix} files are not written: name a .json or .xlsx file, or a folder for CSV files",
            param_hint="TO",
        )
    if target.exists() and source.exists() and target.samefile(source):
        raise typer.BadParameter("this is FROM itself, which is never written over: name another", param_hint="TO")
    if target.is_file() and not force:
        raise typer.BadParameter(f"{target} is there already: name another, or add --force", param_hint="TO")
    write(target, read_case_file(source))
    print_command(out, f"Written: {target}")
    print_command(out, f"Next: {shlex.join(['selector', 'evaluate', str(target)])}")


def _writer(target: Path) -> Callable[[Path, Case], None] | None:
    """What writes such a file or folder; None where nothing does."""
    # Others are spared the import of what they do not need.
    suffix = target.suffix.lower()
    if target.is_dir() or not suffix:
        from selector.files.folder.writing import write_folder

        return write_folder
    if suffix == ".xlsx":
        from selector.files.workbook.writing import write_workbook

        return write_workbook
    return write_case_file if suffix == ".json" else None
