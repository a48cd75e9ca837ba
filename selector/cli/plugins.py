"""Commands of other packages, found by their entry points and loaded only when they are asked for."""

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from typing import Any

import typer
from typer.core import TyperGroup

from models import ExtraMissing

COMMANDS = "selector.commands"
"""Entry-point group of commands that other packages add; each is a function that typer can read, or a group of such."""


class Commands(TyperGroup):
    """The commands of this package, and those of others."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Names of all commands: this package's first."""
        own = super().list_commands(ctx)
        return [*own, *sorted(point.name for point in entry_points(group=COMMANDS) if point.name not in own)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, or None."""
        own = super().get_command(ctx, cmd_name)
        if own is not None:
            return own
        found = tuple(entry_points(group=COMMANDS, name=cmd_name))
        return _loaded(found[0]) if found else None


def _loaded(point: EntryPoint) -> Any:
    try:
        function = point.load()
    except ModuleNotFoundError as error:
        # Listed all the same: whoever lacks an extra still has the help of everything else.
        return _command(point.name, _missing(error), allow_extra_args=True, ignore_unknown_options=True)
    if isinstance(function, typer.Typer):
        function.info.name = point.name
        return typer.main.get_command(function)
    return _command(point.name, function)


def _command(name: str, function: Callable[..., None], **context: bool) -> Any:
    holder = typer.Typer(add_completion=False, rich_markup_mode=None)
    holder.command(name=name, context_settings=context)(function)
    return typer.main.get_command(holder)


def _missing(error: ModuleNotFoundError) -> Callable[[], None]:
    def missing() -> None:
        """Part of the service, whose extra is not installed."""
        raise ExtraMissing("the service needs its extra: pip install 'supplier-selector[service]'") from error

    return missing
