"""The command line put together, and errors put into words."""

import sys
from typing import Annotated

import typer

from models import AwardInvalid, CaseInvalid, RecordInvalid, SelectorError, UnknownName
from selector.cli import (
    analyse,
    audit,
    break_even,
    check,
    choice,
    compare,
    conflict,
    convert,
    evaluate,
    example,
    explain,
    market,
    preset,
    prices,
    record,
    release,
    resilience,
    rules,
    schema,
    scores,
    template,
    ties,
    verify,
    without,
)
from selector.cli.console import complain, replace_what_cannot_be_shown
from selector.cli.exits import FAILED, INVALID
from selector.cli.plugins import Commands
from selector.version import __version__

app = typer.Typer(
    name="selector",
    cls=Commands,
    help="Choose suppliers on cost, quality, liability and disruption, with proof.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    pass


for _command in (
    evaluate,
    compare,
    conflict,
    without,
    explain,
    break_even,
    choice,
    ties,
    prices,
    resilience,
    audit,
    market,
    analyse,
    scores,
    check,
    verify,
    record,
    template,
    example,
    convert,
    release,
    preset,
    rules,
    schema,
):
    app.command(name=_command.__name__.rpartition(".")[2].replace("_", "-"))(_command.command)


def main() -> None:
    """Run the command line, and end the process with its exit code."""
    replace_what_cannot_be_shown()
    try:
        app()
    except (CaseInvalid, AwardInvalid, RecordInvalid, UnknownName) as error:
        complain(str(error))
        sys.exit(INVALID)
    except SelectorError as error:
        complain(str(error))
        sys.exit(FAILED)
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        sys.exit(FAILED)
