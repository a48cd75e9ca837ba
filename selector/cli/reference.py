"""The help of every command as one page: ``python -m selector.cli.reference > docs/cli.md``."""

from collections.abc import Iterator
from typing import Any

from typer.main import get_command
from typer.testing import CliRunner

from selector.cli.main import app

_WIDTH = 80
_INTRODUCTION = """\
# The command line

`selector`, also `python -m selector`. This page is what `--help` prints.

Exit codes: 0 an award was made; 2 the input is invalid; 3 proven infeasible; 4 no award within the limits; 1 anything else.
"""


def cli_reference() -> str:
    """The page, as Markdown."""
    return "\n".join([_INTRODUCTION, *_sections(get_command(app), [])])


def _sections(command: Any, words: list[str]) -> Iterator[str]:
    """That of a command, and then those of the commands it is a group of."""
    yield _section(" ".join(["selector", *words]), words)
    if hasattr(command, "list_commands"):
        for name in command.list_commands(None):
            yield from _sections(command.get_command(None, name), [*words, name])


def _section(title: str, command: list[str]) -> str:
    result = CliRunner().invoke(app, [*command, "--help"], prog_name="selector", terminal_width=_WIDTH)
    if result.exception is not None:
        raise result.exception
    text = "\n".join(line.rstrip() for line in result.output.strip().splitlines())
    return f"## {title}\n\n```text\n{text}\n```\n"


if __name__ == "__main__":
    print(cli_reference(), end="")  # noqa: T201
