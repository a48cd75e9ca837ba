"""A conflict on a terminal: why there is no award, and what would mend it."""

from collections.abc import Callable

from rich.console import Console
from rich.text import Text

from models import Case, Conflict
from selector.cli.clash import print_clash
from selector.cli.paragraph import print_paragraph
from selector.cli.repair import print_repair, repairs_of

_NOT_MENDABLE = "Proven: no move of the rules that may move gives this case an award. Fix fewer of them."
_NOT_FOUND = "No repair was found in the time there was; whether there is one is open. More time: --time-limit."


def print_conflict(console: Console, case: Case, conflict: Conflict, command: Callable[[int], str]) -> None:
    """Print a conflict of a case, further ones, and the repairs as numbered choices.

    ``command`` gives what to type for a choice.
    """
    clashes = (conflict, *conflict.further)
    for position, clash in enumerate(clashes, 1):
        where = f" ({position} of {len(clashes)}; they share no rule)" if len(clashes) > 1 else ""
        console.print()
        print_paragraph(console, Text(f"What cannot hold together{where}", style="bold"))
        print_clash(console, case, clash)
    console.print()
    print_paragraph(console, Text("What would mend it", style="bold"))
    repairs = repairs_of(conflict)
    if not repairs:
        print_paragraph(console, _NOT_MENDABLE if conflict.mendable is False else _NOT_FOUND)
        return
    for choice, repair in enumerate(repairs, 1):
        print_repair(console, case, repair, choice, command(choice))
    print_paragraph(
        console,
        "To keep a rule as it is: --fixed NAME. To have it move less readily: --weight NAME=2. Names are those in brackets; * stands for any text.",
    )
