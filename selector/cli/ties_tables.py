"""Awards near the best, on a terminal."""

from collections.abc import Iterator
from decimal import Decimal

from rich.console import Console
from rich.text import Text

from models import Case
from models.ties import NearTies, OtherAward
from selector.cli.certificate import level_line
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.decide.without.measure import in_pounds
from selector.verify.words import count


def print_ties(console: Console, case: Case, answer: NearTies) -> None:
    """Print the best award's certificate, the others as a table, what distinguishes each, and what is proven of the rest."""
    print_paragraph(console, Text(case.name, style="bold"))
    if answer.best.totals is None:
        told = (
            "No award keeps every rule of this case. Why, tells: selector conflict CASE"
            if answer.status == "infeasible"
            else "No award of this case was found within the limits."
        )
        print_paragraph(console, told)
        return
    print_paragraph(console, "The best award:")
    levels = answer.best.certificate.levels if answer.best.certificate else ()
    for level in levels:
        print_paragraph(console, level_line(level), "- ")
    pounds = all(in_pounds(level.objective) for level in levels[:1])
    if answer.awards:
        console.print()
        console.print(
            figures_table(
                console,
                "Awards next to it",
                ("",),
                ("Behind", "Cost, £", "Quality", "Liability, £", "Lots changed"),
                [_row(at, each, pounds) for at, each in enumerate(answer.awards, start=1)],
            )
        )
        for at, each in enumerate(answer.awards, start=1):
            print_paragraph(console, each.sentence, f"{at}. ")
        console.print()
    for line in _verdict(answer, pounds):
        print_paragraph(console, line)


def _row(at: int, each: OtherAward, pounds: bool) -> tuple[str, ...]:
    difference = each.difference
    return (
        str(at),
        "equal" if each.equal else _amount(each.behind, pounds),
        f"{difference.cost:+,.2f}",
        f"{difference.quality:+.3f}",
        f"{difference.liability:+,.2f}",
        f"{len(each.handovers):,}",
    )


def _amount(value: Decimal, pounds: bool) -> str:
    return f"£{value:,.2f}" if pounds else f"{value:,.3f}"


def _verdict(answer: NearTies, pounds: bool) -> Iterator[str]:
    near = f"within {_amount(answer.within, pounds)} of it" if answer.within else "as good"
    if answer.status != "optimal":
        yield "The best award is not proven the best: what is near it was not looked at."
    elif answer.complete:
        yield f"Proven: no {'further' if answer.awards else 'other'} award is {near}."
    elif answer.awards:
        yield f"There may be more than {'this' if len(answer.awards) == 1 else 'these'} {count(len(answer.awards), 'award')}."
    else:
        yield f"Whether another award is {near} is open."
    if answer.beyond is not None and answer.beyond > answer.within:
        yield f"Every award that is not listed is at least {_amount(answer.beyond, pounds)} behind."
