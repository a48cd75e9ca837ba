"""Robust awards, on a terminal."""

from decimal import ROUND_UP, Decimal

from rich.console import Console
from rich.text import Text

from models import Case
from models.robust import Robust, RobustAward
from selector.cli.certificate import level_line
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.verify.words import number

_TENTH = Decimal("0.1")


def print_robust(console: Console, case: Case, answer: Robust) -> None:
    """Print the best award's certificate, what each robust award costs and saves as a table, and each in words."""
    print_paragraph(console, Text(case.name, style="bold"))
    if answer.best.totals is None:
        told = (
            "No award keeps every rule of this case. Why, tells: selector conflict CASE"
            if answer.best.status == "infeasible"
            else "No award of this case was found within the limits."
        )
        print_paragraph(console, told)
        return
    print_paragraph(console, "The best award, as bids stand:")
    for level in answer.best.certificate.levels if answer.best.certificate else ():
        print_paragraph(console, level_line(level), "- ")
    print_paragraph(
        console,
        f"A bidder that turns out dearer asks {number(answer.prices * 100)} % more, and takes over "
        f"{number(answer.transfer * 100)} % fewer of the staff that it would.",
    )
    console.print()
    console.print(
        figures_table(
            console,
            "Robust awards, £",
            ("Dearer",),
            ("As bids stand", "Worst case", "Costs more", "Saves", "Lots"),
            [_row(each) for each in answer.awards],
        )
    )
    for each in answer.awards:
        print_paragraph(console, each.sentence, f"{each.budget}: ")
        for line in _beside(each):
            print_paragraph(console, line, "   ")


def _row(each: RobustAward) -> tuple[str, ...]:
    if each.robust is None or each.price is None or each.saves is None:
        return (f"{each.budget}", "open", "open", "open", "open", "open")
    return (
        f"{each.budget}",
        f"{each.robust.counted:,.2f}",
        f"{each.robust.worst:,.2f}",
        f"{each.price:,.2f}",
        f"{each.saves:,.2f}",
        f"{len(each.handovers):,}",
    )


def _beside(each: RobustAward) -> list[str]:
    """What else there is to know of an award: how likely it is to be dearer, and whose budget may be exceeded."""
    if each.robust is None or not each.budget:
        return []
    lines = []
    if each.robust.exceeded:
        likely = number((each.robust.exceeded * 100).quantize(_TENTH, ROUND_UP))  # at most
        lines.append(
            f"Were each of its {each.robust.uncertain} bidders as likely cheaper as dearer, it would come out above its worst case with a probability of at most {likely} %."
        )
    if each.robust.over_budget:
        lines.append(f"In a worst case the budget would not do of: {', '.join(each.robust.over_budget)}.")
    return lines
