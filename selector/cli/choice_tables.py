"""Freedom of choice, on a terminal."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from rich.console import Console
from rich.text import Text

from models import BuyerChoice, BuyerFigures, Case, Choice, ShareMethod, ValuedBy
from selector.cli.certificate import level_line
from selector.cli.families import MOST
from selector.cli.names import Names
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.verify.words import count, pounds

_MOST_COALITIONS = 20
_SHARED: dict[ShareMethod, str] = {
    "volume": "by volume",
    "shapley": "by their Shapley value",
    "nucleolus": "by the nucleolus",
}
_VALUED: dict[ValuedBy, str] = {
    "own": "{} by weights of {} own",
    "board": "{} as the board does",
    "cost_and_liability": "{} by cost and redundancy alone",
}


def print_choice(console: Console, case: Case, answer: Choice, *, every_lot: bool) -> None:
    """Print what each buyer has of the award, what it would have alone, who gains by leaving, and favourites."""
    names = Names(case)
    print_paragraph(console, Text(case.name, style="bold"))
    if answer.best.totals is None:
        print_paragraph(console, _no_award(answer))
        return
    print_paragraph(console, "The award of the pool:")
    for level in answer.best.certificate.levels if answer.best.certificate else ():
        print_paragraph(console, level_line(level), "- ")
    print_paragraph(
        console, f"Its charges less discounts, {pounds(answer.charges)}, are shared {_SHARED[answer.shares]}."
    )
    console.print()
    _print_figures(console, names, "In the pool", [(row.buyer, row.award) for row in answer.buyers])
    alone = [(row.buyer, row.alone.figures) for row in answer.buyers if row.alone.figures is not None]
    if alone:
        _print_figures(console, names, "Alone, with all charges of an award of its own", alone)
    print_paragraph(console, _meaning(answer.buyers))
    console.print()
    for row in answer.buyers:
        print_paragraph(console, row.sentence, "- ")
    _print_coalitions(console, answer)
    console.print()
    _print_favourites(console, names, answer.buyers)
    lots = sum(len(row.lots) for row in answer.buyers)
    if every_lot or lots <= MOST:
        _print_lots(console, names, answer.buyers)


def _no_award(answer: Choice) -> str:
    if answer.best.status == "infeasible":
        return "No award keeps every rule of this case. Why, tells: selector conflict CASE"
    return "No award of this case was found within the limits."


def _print_figures(console: Console, names: Names, title: str, rows: Iterable[tuple[str, BuyerFigures]]) -> None:
    console.print(
        figures_table(
            console,
            title,
            ("Buyer",),
            ("Cost, £", "Charges, £", "Quality", "Redundancy, £", "Value, £"),
            (
                (
                    names.buyers[buyer],
                    _whole(figures.cost),
                    _whole(figures.charges),
                    f"{figures.quality:,.2f}",
                    _whole(figures.liability),
                    _whole(figures.value),
                )
                for buyer, figures in rows
            ),
        )
    )


def _whole(amount: Decimal) -> str:
    return f"{amount:,.0f}"


def _meaning(buyers: Sequence[BuyerChoice]) -> str:
    parts = []
    for by, words in _VALUED.items():
        many = sum(row.valued_by == by for row in buyers)
        if many:
            parts.append(words.format("1 values" if many == 1 else f"{many:,} value", "its" if many == 1 else "their"))
    return f"Value: what counts for the buyer, less is better; of {count(len(buyers), 'buyer')} {', '.join(parts)}."


def _print_coalitions(console: Console, answer: Choice) -> None:
    asked = answer.coalitions
    if not asked.number:
        return
    blocking = asked.blocking
    many = count(asked.number, "coalition")
    seen = "" if asked.examined == asked.number else f", of which {asked.examined:,} were examined in time"
    sizes = "2 buyers" if asked.most == 2 else f"2 to {asked.most} buyers"
    found = f"{len(blocking):,} would gain, or may" if blocking else "none would gain"
    end = ", the greatest gains first:" if blocking else "."
    print_paragraph(console, f"Of {many} of {sizes}{seen}, {found}{end}")
    ranked = sorted(blocking, key=lambda each: -(each.gain_at_least or Decimal(0)))
    for each in ranked[:_MOST_COALITIONS]:
        print_paragraph(console, each.sentence, "- ")
    if len(ranked) > _MOST_COALITIONS:
        print_paragraph(console, f"and {len(ranked) - _MOST_COALITIONS:,} more, which --json lists.", "- ")


def _print_favourites(console: Console, names: Names, buyers: Sequence[BuyerChoice]) -> None:
    console.print(
        figures_table(
            console,
            "Lots that go to the buyer's favourite, charges apart",
            ("Buyer",),
            ("Lots", "To its favourite", "Worth forgone, £"),
            (
                (
                    names.buyers[row.buyer],
                    f"{len(row.lots):,}",
                    f"{row.favourites:,}",
                    _whole(sum((lot.forgone for lot in row.lots), Decimal(0))),
                )
                for row in buyers
            ),
        )
    )


def _print_lots(console: Console, names: Names, buyers: Sequence[BuyerChoice]) -> None:
    rows = [(row.buyer, lot) for row in buyers for lot in row.lots if not lot.given]
    if not rows:
        return
    console.print(
        figures_table(
            console,
            "Lots that do not",
            ("Buyer", "Service", "Goes to", "Favourite"),
            ("Forgone, £",),
            (
                (
                    names.buyers[buyer],
                    names.services[lot.service],
                    names.bidder(lot.bidder),
                    names.bidder(lot.favourite_bidder),
                    _whole(lot.forgone),
                )
                for buyer, lot in rows
            ),
        )
    )
