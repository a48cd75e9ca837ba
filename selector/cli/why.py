"""A conflict on a terminal: why there is no award, and what would mend it."""

from collections.abc import Callable

from rich.console import Console
from rich.text import Text

from models import Case, Conflict
from selector.cli.clash import print_clash
from selector.cli.paragraph import print_paragraph
from selector.cli.repair import print_repair, repairs_of

_BY_BIDS = (
    "No rule can be moved to mend it. What it takes is bids: for a lot that is named here by itself, or for other sets"
    " of lots. Ask bidders to take a package apart, or not to make their bids exclude each other."
)
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
        heading = f"What cannot hold together{where}" if clash.rules else "What cannot be awarded together"
        print_paragraph(console, Text(heading, style="bold"))
        print_clash(console, case, clash)
    console.print()
    print_paragraph(console, Text("What would mend it", style="bold"))
    repairs = repairs_of(conflict)
    if not repairs:
        mendable = _NOT_MENDABLE if conflict.mendable is False else _NOT_FOUND
        print_paragraph(console, mendable if conflict.rules else _BY_BIDS)
        return
    for choice, repair in enumerate(repairs, 1):
        print_repair(console, case, repair, choice, command(choice))
    print_paragraph(
        console,
        "To keep a rule as it is: --fixed NAME. To have it move less readily: --weight NAME=2. Names are those in brackets; * stands for any text.",
    )
