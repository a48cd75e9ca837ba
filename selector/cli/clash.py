"""Rules that cannot hold together, on a terminal."""

from collections.abc import Sequence
from decimal import Decimal

from rich.console import Console

from models import Case, Clash, ConflictRule
from selector.cli.families import FEW, MOST, by_family, print_family, print_rest, title
from selector.cli.paragraph import print_paragraph
from selector.decide.words import amount

_BULLET = "- "


def print_clash(console: Console, case: Case, clash: Clash) -> None:
    """Print why some rules cannot hold together, then each rule; many of one family as a table."""
    for sentence in clash.explanation:
        print_paragraph(console, sentence)
    if not clash.rules:  # it is the bids that leave no award
        return
    console.print()
    print_paragraph(console, _heading(clash))
    for family, rules in by_family(clash.rules):
        if len(rules) <= FEW:
            for rule in rules:
                print_paragraph(console, " ".join((rule.sentence, *_would_hold(rule, clash))), _BULLET, aside=rule.rule)
        else:
            _print_table(console, case, family, rules)


def _heading(clash: Clash) -> str:
    many = len(clash.rules)
    if many == 1:
        return "The rule that cannot hold, whatever else is given up:"
    if not clash.minimal:
        return f"The {many:,} rules that cannot all hold (that each of them is needed for that is not proven):"
    if many == 2:
        return "The 2 rules that cannot both hold (drop either and the other can):"
    return f"The {many:,} rules that cannot all hold (drop any one of them and the others can):"


def _would_hold(rule: ConflictRule, clash: Clash) -> Sequence[str]:
    """What the limit would have to be, as a sentence, if that is known and the explanation does not say it already."""
    if rule.reach is None:
        return ()
    reach, limit = amount(rule.reach, rule.unit), _figure(rule.limit, rule.unit)
    if any(reach in sentence and limit in sentence for sentence in clash.explanation):
        return ()
    side = {"at least": " or less", "at most": " or more"}.get(rule.sense or "", "")
    return (f"Moved alone, it would have to be {reach}{side}.",)


def _print_table(console: Console, case: Case, family: str, rules: Sequence[ConflictRule]) -> None:
    """One line a rule: whom it is about, its limit, and what that would have to be."""
    print_paragraph(console, title(family, len(rules), "rule"), _BULLET, aside=f"{family}[...]")
    shown = rules[:MOST]
    columns = []
    if any(rule.limit is not None for rule in shown):
        senses = {rule.sense or "limit" for rule in shown}
        sense = senses.pop() if len(senses) == 1 else "limit"
        columns.append((sense.capitalize(), [_figure(rule.limit, rule.unit) for rule in shown]))
    if any(rule.reach is not None for rule in shown):
        columns.append(("Would hold at", [_figure(rule.reach, rule.unit) for rule in shown]))
    rows = list(zip(*(figures for _, figures in columns), strict=True)) or [()] * len(shown)
    print_family(console, case, shown, [heading for heading, _ in columns], rows)
    print_rest(console, len(rules) - len(shown), "  ")


def _figure(value: Decimal | None, unit: str | None) -> str:
    return "" if value is None else amount(value, unit)
