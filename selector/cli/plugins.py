"""Commands of other packages, found by their entry points and loaded only when they are asked for."""

from importlib.metadata import EntryPoint, entry_points
from typing import Any

import typer
from typer.core import TyperGroup

from models import ExtraMissing

COMMANDS = "selector.commands"
"""Entry-point group of commands that other packages add; each is a function that typer can read."""


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
    except ImportError as error:
        raise ExtraMissing(f"the command {point.name} needs a package that is not installed: {error}") from error
    holder = typer.Typer(add_completion=False, rich_markup_mode=None)
    holder.command(name=point.name)(function)
    return typer.main.get_command(holder)
