"""What the board stated and decided by hand, and where an award stands against it."""

from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from models import Case, Evaluation, LowBid, RuleState
from selector.cli.names import Names
from selector.cli.paragraph import print_paragraph
from selector.verify.words import count, number, pounds, quantity

_MOST = 12
"""Rows of a list, unless all of them are asked for."""


def print_board_rules(console: Console, case: Case, evaluation: Evaluation, *, every_row: bool) -> None:
    """Print the state of the board's rules, what was decided by hand, and which bids are out or too low to be true."""
    stated = [rule for rule in evaluation.rules if rule.rule.startswith("rule[")]
    # What gives way comes first: it is what the board has to know.
    states = sorted(stated, key=lambda rule: rule.satisfied)
    _list(console, "The board's rules", [_state(rule) for rule in states], every_row=every_row)
    by_hand = [f"{each.sentence} Reason: {each.reason}" for each in evaluation.by_hand]
    _list(console, "Decided by hand", by_hand, every_row=True)
    low = [_low(case, each) for each in evaluation.abnormally_low if each.accepted]
    _list(console, "Accepted, and abnormally low: ask why before signing", low, every_row=every_row)
    _list(console, "Disqualified", list(_disqualified(evaluation)), every_row=True)


def _list(console: Console, title: str, sentences: list[str], *, every_row: bool) -> None:
    if not sentences:
        return
    console.print(Text(title, style="bold"))
    shown = sentences if every_row else sentences[:_MOST]
    for sentence in shown:
        print_paragraph(console, sentence, "- ")
    if len(shown) < len(sentences):
        print_paragraph(console, f"and {len(sentences) - len(shown):,} more: --lots lists them all.", "  ")
    console.print()


def _state(rule: RuleState) -> str:
    if rule.satisfied:
        found = "Kept"
    elif rule.penalty is not None:
        found = f"Gives way, which counts for {pounds(rule.penalty)}"
    else:
        found = "Gives way"
    return f"{rule.sentence} {found}: {_value(rule)}."


def _value(rule: RuleState) -> str:
    # A share is stored as a fraction, and read as a percentage.
    return f"{number(round(rule.value * 100, 2))} %" if rule.unit == "fraction" else quantity(rule.value, rule.unit)


def _low(case: Case, low: LowBid) -> str:
    names = Names(case)
    lot = next(lot for lot in case.tendered if lot.id == low.lot)
    return (
        f"{names.services[lot.service]} for {names.buyers[lot.buyer]}: bid {low.bid} by {names.bidder(low.bidder)} asks for"
        f" {pounds(low.price)} a year; the others ask for {pounds(low.mean)} in the mean and {pounds(low.next)} at the least."
    )


def _disqualified(evaluation: Evaluation) -> Iterator[str]:
    reasons = Counter(reason.rule.partition("[")[0] for each in evaluation.disqualified for reason in each.reasons)
    if reasons:
        by_reason = ", ".join(f"{family.replace('_', ' ')} {times:,}" for family, times in reasons.most_common())
        yield (
            f"{count(len(evaluation.disqualified), 'bid')} may not be accepted ({by_reason}): award.json and"
            " `selector scores` tell why of each."
        )
