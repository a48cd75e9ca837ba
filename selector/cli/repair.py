"""A repair as a choice on a terminal: what to move, what the award would then be, and what to type."""

from rich.console import Console
from rich.text import Text

from models import Case, Conflict, Mended, Repair
from selector.cli.moves import print_moves
from selector.cli.paragraph import print_command, print_paragraph
from selector.cli.share import share
from selector.verify.words import count, number, pounds

_INDENT = "   "


def repairs_of(conflict: Conflict | None) -> tuple[Repair, ...]:
    """The repairs in the order of their numbers: choice 1 is the first."""
    return () if conflict is None or conflict.repair is None else (conflict.repair, *conflict.alternatives)


def print_repair(console: Console, case: Case, repair: Repair, choice: int, command: str) -> None:
    """Print a repair as choice ``choice``, which ``command`` takes."""
    first = f"{choice}. "
    print_paragraph(console, Text(_proof(repair, choice), style="bold"), first.ljust(len(_INDENT)))
    print_moves(console, case, repair.moves, _INDENT)
    print_paragraph(console, _award(case, repair), _INDENT)
    print_command(console, f"{_INDENT}$ {command}")


def _proof(repair: Repair, choice: int) -> str:
    among = "" if choice == 1 else " that differs from those above"
    moves = count(len(repair.moves), "change")
    if repair.least:
        return f"{moves}. Proven: no repair{among} moves less."
    bound = f"none{among} moves less than {share(repair.bound)}" if repair.bound > 0 else "how little would do is open"
    return f"{moves}, moving {share(repair.distance)} in all. Not proven the least: {bound}."


def _award(case: Case, repair: Repair) -> str:
    totals = repair.award.totals
    lots = case.objective.disruption == "lots"
    disruption = count(int(totals.disruption), "lot") if lots else f"{number(totals.disruption)} WTE"
    return (
        f"{_which(repair.award)} would then cost {pounds(totals.cost)}, with a quality of"
        f" {number(round(totals.quality, 3))} points, a liability of {pounds(totals.liability)} and {disruption}"
        " changing supplier."
    )


def _which(award: Mended) -> str:
    if award.gap is None:
        return "An award"
    if award.gap == 0 and award.status == "optimal":
        return "The best award"
    return f"An award within {share(award.gap)} of the best"
