"""What rules cost, on a terminal."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rich.console import Console
from rich.text import Text

from models import Case
from models.prices import Prices, RulePrice
from selector.cli.certificate import level_line
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.decide.without.measure import in_pounds
from selector.verify.words import count, number

_MOST, _MOST_TOLD = 20, 5
"""Rows of a table, and sentences below it, unless all are asked for."""
_LISTED = ("costs", "pays", "open", "no_award", "no_case")


def print_prices(console: Console, case: Case, answer: Prices, *, every: bool) -> None:
    """Print the best award's certificate, what rules cost as a table, the dearest in words, and what costs nothing."""
    print_paragraph(console, Text(case.name, style="bold"))
    if answer.best.totals is None:
        told = (
            "No award keeps every rule of this case. Why, tells: selector conflict CASE"
            if answer.best.status == "infeasible"
            else "No award of this case was found within the limits: nothing is known of what its rules cost."
        )
        print_paragraph(console, told)
        return
    print_paragraph(console, "The best award, with every rule:")
    for level in answer.best.certificate.levels if answer.best.certificate else ():
        print_paragraph(console, level_line(level), "- ")
    listed = [each for each in answer.rules if every or each.verdict in _LISTED]
    shown = listed if every else listed[:_MOST]
    if shown:
        console.print()
        _print_table(console, shown)
        for each in shown if every else shown[:_MOST_TOLD]:
            if each.verdict in _LISTED:
                print_paragraph(console, f"{each.rule}: {each.told}{_hint(each)}", "- ")
        console.print()
    for line in _rest(answer, len(listed) - len(shown)):
        print_paragraph(console, line)
    _print_pairs(console, answer, every=every)


def _print_table(console: Console, shown: Sequence[RulePrice]) -> None:
    rows = [(each.rule, *(_amount(each.objective, end) for end in (each.at_least, each.at_most))) for each in shown]
    console.print(figures_table(console, "What rules cost", ("Rule",), ("At least", "At most"), rows))


def _amount(objective: str | None, value: Decimal | None) -> str:
    if value is None or objective is None:
        return "open"
    if not in_pounds(objective):
        return number(value)
    return f"{'-' if value < 0 else ''}£{abs(value):,.2f}"


def _hint(each: RulePrice) -> str:
    if each.hint is None:
        return ""
    return f" Hint, and no price: in the linear relaxation {number(each.hint.amount)} a unit ({each.hint.unit}) of its limit."


def _rest(answer: Prices, hidden: int) -> Iterator[str]:
    if hidden:
        yield f"{count(hidden, 'rule')} more may cost something: --all lists them."
    nothing = sum(each.verdict == "costs_nothing" for each in answer.rules)
    if nothing:
        yield f"Proven: {count(nothing, 'rule')} that {'binds' if nothing == 1 else 'bind'} somebody cost{'s' if nothing == 1 else ''} nothing."
    if answer.unbinding:
        several = len(answer.unbinding) != 1
        yield f"{count(len(answer.unbinding), 'rule')} no award could break: {'they cost' if several else 'it costs'} nothing."


def _print_pairs(console: Console, answer: Prices, *, every: bool) -> None:
    if not answer.paired:
        return
    shown = answer.pairs if every else answer.pairs[:_MOST_TOLD]
    console.print()
    print_paragraph(console, Text(f"Two by two, of {count(len(answer.paired), 'rule')}", style="bold"))
    for each in shown:
        print_paragraph(console, f"{each.rules[0]} and {each.rules[1]}: {each.told}", "- ")
    if len(shown) < len(answer.pairs):
        print_paragraph(console, f"{count(len(answer.pairs) - len(shown), 'pair')} more: --all lists them.")
    if answer.pairs_open:
        print_paragraph(console, f"{count(answer.pairs_open, 'pair')} not come to within the limits.")
    elif not answer.pairs:
        print_paragraph(console, "No pair costs more, or less, than the sum of the two.")
    if answer.unpaired:
        print_paragraph(
            console, f"{count(answer.unpaired, 'rule')} left out: pairs are of the {len(answer.paired)} likeliest."
        )
