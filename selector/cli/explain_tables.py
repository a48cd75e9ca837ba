"""Why an award is what it is, on a terminal."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from rich.console import Console
from rich.text import Text

from models import Case
from models.explain import Explanation, LosingBid, Threshold, WinningBid
from selector.cli.certificate import level_line
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.verify.words import count, number

_MOST_ROWS = 60
_MOST_TOLD = 12
_LAST = Decimal("Infinity")


def print_explanation(console: Console, case: Case, answer: Explanation) -> None:
    """Print the losing bids, those nearest to winning first, and the winning ones, those of the smallest margin first."""
    print_paragraph(console, Text(case.name, style="bold"))
    if answer.best.totals is None:
        told = (
            "No award keeps every rule of this case. Why, tells: selector conflict CASE"
            if answer.best.status == "infeasible"
            else "No award of this case was found within the limits."
        )
        print_paragraph(console, told)
        return
    levels = answer.best.certificate.levels if answer.best.certificate else ()
    print_paragraph(console, "The award:")
    for level in levels:
        print_paragraph(console, level_line(level), "- ")
    _losing(console, answer)
    _winning(console, answer)
    console.print()
    if answer.open:
        print_paragraph(console, f"Of {count(answer.open, 'bid')} nothing was found within the limits.")


def _losing(console: Console, answer: Explanation) -> None:
    rows = sorted((each for each in answer.losing if each.winning_price is not None), key=_nearness)
    if rows:
        shown = rows[:_MOST_ROWS]
        console.print()
        console.print(
            figures_table(
                console,
                "Bids that have lost, the nearest to winning first",
                ("Bid",),
                ("Price, £", "Wins at, £", "More points"),
                [_losing_row(each) for each in shown],
            )
        )
        for each in shown[:_MOST_TOLD]:
            print_paragraph(console, f"{each.bid}: {each.sentence}", "- ")
        _rest(console, len(rows) - len(shown))
    barred = [each for each in answer.losing if each.winning_price is None]
    if barred:
        console.print()
        print_paragraph(console, f"{count(len(barred), 'bid')} may not be accepted:")
        for each in barred[:_MOST_TOLD]:
            print_paragraph(console, f"{each.bid}: {each.sentence}", "- ")
        _rest(console, len(barred) - _MOST_TOLD)


def _winning(console: Console, answer: Explanation) -> None:
    rows = sorted(answer.winning, key=_margin)
    if not rows:
        return
    console.print()
    console.print(
        figures_table(
            console,
            "Bids that have won, the smallest margin first",
            ("Bid",),
            ("Price, £", "Wins up to, £"),
            [
                (each.bid, "" if each.price is None else _plain(each.price), _figure(each.wins_up_to))
                for each in rows[:_MOST_ROWS]
            ],
        )
    )
    for each in rows[:_MOST_TOLD]:
        print_paragraph(console, f"{each.bid}: {each.sentence}", "- ")
    _rest(console, len(rows) - _MOST_ROWS)


def _rest(console: Console, left: int) -> None:
    if left > 0:
        print_paragraph(console, f"And {left:,} more: --bidder ID lists those of one bidder, --json all.")


def _losing_row(each: LosingBid) -> tuple[str, ...]:
    return (each.bid, _plain(each.price), _figure(each.winning_price), _figure(each.winning_quality, points=True))


def _figure(found: Threshold | None, *, points: bool = False) -> str:
    if found is None:
        return ""
    if found.proof == "none_found":
        return "none found"
    if found.proof in ("never", "always", "open"):
        return found.proof
    least, most = found.at_least, found.at_most
    shown = number if points else _plain
    if least == most and least is not None:
        return shown(least)
    return " to ".join(_ends(least, most, shown))


def _ends(least: Decimal | None, most: Decimal | None, shown: Callable[[Decimal], str]) -> Iterator[str]:
    yield "?" if least is None else shown(least)
    yield "?" if most is None else shown(most)


def _plain(price: Decimal) -> str:
    return f"{price:,.2f}" if price == round(price, 2) else number(price)


def _nearness(each: LosingBid) -> tuple[Decimal, str]:
    """By which part its price would have to fall, as far as that is known."""
    found = each.winning_price
    at = None if found is None else found.at_least
    return (_LAST if at is None or not each.price else (each.price - at) / each.price), each.bid


def _margin(each: WinningBid) -> tuple[Decimal, str]:
    """By which part its price may rise, as far as that is known."""
    found = each.wins_up_to
    at = None if found is None else found.at_least if found.at_least is not None else found.at_most
    return (_LAST if at is None or not each.price else (at - each.price) / each.price), each.bid
