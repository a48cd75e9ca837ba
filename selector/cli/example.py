"""``selector example``: a bundled case as a file."""

from pathlib import Path
from typing import Annotated

import typer

from selector.cli.console import out
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
) -> None:
    """Write a bundled case to DIR/case.json, whole or for some areas and regions."""
    path = write_example(name, directory, area or (), region or ())
    out.print(f"Written: {path}", markup=False, soft_wrap=True)
