"""Text wrapped to the terminal, hung from a bullet or a number."""

from rich.console import Console
from rich.text import Text

_NARROWEST = 20


def print_paragraph(console: Console, text: str | Text, first: str = "", *, style: str = "", aside: str = "") -> None:
    """Print text as it stands, without markup: lines after the first begin under it.

    ``first`` stands before the first line; ``aside`` follows the text, less bright and in brackets.
    """
    shown = text.copy() if isinstance(text, Text) else Text(text, style=style)
    if aside:
        shown.append(f" ({aside})", style="dim")
    lead = first
    for line in shown.wrap(console, max(console.width - len(first), _NARROWEST)):
        line.rstrip()
        console.print(Text.assemble(lead, line), soft_wrap=True)
        lead = " " * len(first)


def print_command(console: Console, command: str) -> None:
    """Print what may be copied on one line, however long: a line break would be copied too."""
    console.print(Text(command), soft_wrap=True)
