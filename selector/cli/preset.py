"""``selector preset``: what was recommended or is often asked for, put into a case as plain figures and plain rules."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from models.faults import from_validation
from selector.cli.case_file import read_case_file
from selector.cli.console import err, out
from selector.cli.options import CasePath
from selector.cli.paragraph import print_command, print_paragraph
from selector.files import write_case_file
from selector.presets import PARAMETERS, PRESETS, Stated, apply_preset

_OPTIONS: Mapping[str, str] = {
    "services": "--service",
    "buyers": "--buyer",
    "bidders": "--bidder",
    "tags": "--tag",
    "quality_standard": "--quality-standard",
} | {name: f"--{name}" for name in ("share", "number", "least", "most", "penalty", "priority")}
"""Options by the names that presets have for them."""

_Names = list[str] | None


def _list(asked: bool) -> None:
    if asked:
        for name, sentence in PRESETS.items():
            print_paragraph(out, sentence, f"{name}  ", aside=", ".join(_takes(name)))
        raise typer.Exit


def _takes(name: str) -> list[str]:
    """The options of a preset, each with its default where that is a figure."""
    fields = PARAMETERS[name].model_fields
    figures = {key: field.default for key, field in fields.items() if isinstance(field.default, int | Decimal)}
    return [
        f"{option} {figures[key]}" if key in figures else option for key, option in _OPTIONS.items() if key in fields
    ]


def command(
    name: Annotated[str, typer.Argument(metavar="NAME", help=f"Which: {', '.join(PRESETS)}.", show_default=False)],
    case: CasePath,
    out_file: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="Write the case into this file, never over CASE itself."),
    ],
    service: Annotated[
        _Names, typer.Option(metavar="ID", help="A service that is meant; may be repeated.", show_default=False)
    ] = None,
    buyer: Annotated[
        _Names, typer.Option(metavar="ID", help="A buyer that is meant; may be repeated.", show_default=False)
    ] = None,
    bidder: Annotated[
        _Names, typer.Option(metavar="ID", help="A bidder that is meant; may be repeated.", show_default=False)
    ] = None,
    tag: Annotated[
        _Names, typer.Option(metavar="TAG", help="Bidders with this tag are meant; may be repeated.")
    ] = None,
    share: Annotated[float | None, typer.Option(min=0, max=1, metavar="S", help="Share, a fraction.")] = None,
    number: Annotated[int | None, typer.Option(min=0, metavar="N", help="How many providers, or lots.")] = None,
    least: Annotated[int | None, typer.Option(min=0, metavar="N", help="How many providers at least.")] = None,
    most: Annotated[int | None, typer.Option(min=0, metavar="N", help="How many providers at most.")] = None,
    penalty: Annotated[
        float | None,
        typer.Option(
            min=0,
            metavar="P",
            help="Makes the rule soft: £ for each unit beyond its limit; of a share the unit is the whole.",
        ),
    ] = None,
    priority: Annotated[
        int | None,
        typer.Option(min=1, max=100, metavar="N", help="Makes the rule soft, kept before all else: 1 first."),
    ] = None,
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
        bool, typer.Option("--list", callback=_list, is_eager=True, help="List the presets, what each takes, and end.")
    ] = False,
) -> None:
    """Put what was recommended, or is often asked for, into CASE.

    It becomes plain figures and plain rules; what they replace is told. Applied again, a preset replaces its own rule. Exit code: 0 it was written; 2 CASE has faults, the preset does not fit it, or there is no such preset.
    """
    if out_file.exists() and case.exists() and out_file.samefile(case):
        raise typer.BadParameter(
            "this is CASE itself, which is never written over: name another file", param_hint="--out"
        )
    stated = Stated(
        services=service,
        buyers=buyer,
        bidders=bidder,
        tags=tag,
        share=_decimal(share),
        number=number,
        least=least,
        most=most,
        penalty=_decimal(penalty),
        priority=priority,
        quality_standard=_decimal(quality_standard),
    )
    _refuse_others(name, stated)
    try:
        preset = apply_preset(name, read_case_file(case), **stated)
    except ValidationError as error:
        raise _unfit(name, error) from None
    write_case_file(out_file, preset.case)
    for replaced in preset.replaced:
        print_paragraph(out, str(replaced), "- ")
    if not preset.replaced:
        print_paragraph(out, "The case states all of it already.")
    for remark in preset.remarks:
        print_paragraph(out, remark)
    print_command(err, f"Written: {out_file}")


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _refuse_others(name: str, stated: Stated) -> None:
    """Refuse, by the names of the options, what the preset does not take; a preset that there is not is told later."""
    for key, value in stated.items():
        if name in PARAMETERS and value not in (None, []) and key not in PARAMETERS[name].model_fields:
            raise typer.BadParameter(
                f"{name} does not take it: it takes {', '.join(_takes(name))}", param_hint=_OPTIONS[key]
            )


def _unfit(name: str, error: ValidationError) -> typer.BadParameter:
    fault = from_validation(error, PARAMETERS[name])[0]
    field = fault.pointer.lstrip("/").partition("/")[0]
    return typer.BadParameter(fault.message, param_hint=_OPTIONS.get(field, name))
