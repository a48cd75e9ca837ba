"""``selector preset``: what was recommended for a service, put into a case as plain figures."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from selector.cli.console import err, out
from selector.cli.options import CasePath
from selector.cli.paragraph import print_command, print_paragraph
from selector.files import read_case_file, write_case_file
from selector.presets import PRESETS, apply_preset


def _list(asked: bool) -> None:
    if asked:
        for name, sentence in PRESETS.items():
            print_paragraph(out, sentence, f"{name}  ")
        raise typer.Exit


def command(
    name: Annotated[str, typer.Argument(metavar="NAME", help=f"Which: {', '.join(PRESETS)}.", show_default=False)],
    case: CasePath,
    service: Annotated[str, typer.Option(metavar="ID", help="The service that is to state it.", show_default=False)],
    out_file: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="Write the case into this file, never over CASE itself."),
    ],
    quality_standard: Annotated[
        float | None,
        typer.Option(
            min=0,
            max=100,
            metavar="P",
            help="Points that each provider has to meet; if left out, the service's own standard, else 60.",
        ),
    ] = None,
    listed: Annotated[  # noqa: ARG001  (its callback does the work)
        bool, typer.Option("--list", callback=_list, is_eager=True, help="List the presets and end.")
    ] = False,
) -> None:
    """Put what was recommended for a service into CASE.

    It becomes plain figures in place of those that the service states; what was replaced is told. Exit code: 0 it was written; 2 CASE has faults, or there is no such preset or service.
    """
    if out_file.exists() and case.exists() and out_file.samefile(case):
        raise typer.BadParameter(
            "this is CASE itself, which is never written over: name another file", param_hint="--out"
        )
    points = None if quality_standard is None else round(Decimal(str(quality_standard)), 6)
    preset = apply_preset(name, read_case_file(case), service, quality_standard=points)
    write_case_file(out_file, preset.case)
    for replaced in preset.replaced:
        print_paragraph(out, str(replaced), "- ")
    if not preset.replaced:
        print_paragraph(out, "The service states all of it already.")
    for remark in preset.remarks:
        print_paragraph(out, remark)
    print_command(err, f"Written: {out_file}")
