"""What every bid scores, on a terminal."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from models import Case, Marking
from models.scores import AppliedCriterion, BidScores, LotScores, Marks, ScoreSheet
from selector.cli.names import Names
from selector.cli.paragraph import print_paragraph
from selector.cli.score_words import rule_of_scores, sums
from selector.cli.table import figures_table
from selector.verify.words import number, pounds

_FEW_BIDS = 40
_TREE = (
    "What has parts comes to the mean of its parts by weight, and quality to that of the criteria that are no part of"
    " another; it is rounded to 0.001, and scores are rounded once, to 0.001."
)


def print_scores(console: Console, case: Case, sheet: ScoreSheet, *, in_full: bool) -> None:
    """Print a table for each lot and, where the bids are few or it is asked for, how each score comes about."""
    names = Names(case)
    evaluators = {each.id: each.name for each in case.evaluators}
    in_full = in_full or sum(len(lot.bids) for lot in sheet.lots) <= _FEW_BIDS
    print_paragraph(console, Text(case.name, style="bold"))
    if sheet.objective is None:
        print_paragraph(
            console, "The objective of this case scores no prices: it weighs costs and quality as they are."
        )
    else:
        print_paragraph(console, rule_of_scores(sheet.objective))
    if in_full:
        print_paragraph(console, _TREE)
    console.print()
    for lot in sheet.lots:
        _print_lot(console, names, sheet, lot)
        if in_full:
            for bid in lot.bids:
                _print_bid(console, names, evaluators, sheet, lot, bid)
    if not in_full:
        print_paragraph(console, "How the scores of a lot come about, with every mark: selector scores CASE --lot ID")


def _print_lot(console: Console, names: Names, sheet: ScoreSheet, lot: LotScores) -> None:
    title = f"{names.services[lot.service]} for {names.buyers[lot.buyer]} ({lot.lot})"
    if sheet.objective is None:
        figures: tuple[str, ...] = ("Quality", "List price, £", "Cost, £", "")
    else:
        figures = ("Quality", "Price, £", "Price score", "Score", "")
    rows = [
        (bid.bid, f"{bid.quality:.3f}", *(_costs(bid) if sheet.objective is None else _scores(bid)), _standing(bid))
        for bid in lot.bids
    ]
    console.print(figures_table(console, title, ("Bid",), figures, rows))


def _costs(bid: BidScores) -> tuple[str, ...]:
    return f"{bid.list_price:,.2f}", f"{bid.cost:,.2f}"


def _scores(bid: BidScores) -> tuple[str, ...]:
    return (
        f"{bid.evaluated_price or Decimal(0):,.2f}",
        "-" if bid.price_score is None else f"{bid.price_score:.3f}",
        "-" if bid.score is None else f"{bid.score:.3f}",
    )


def _standing(bid: BidScores) -> str:
    return ", ".join((*(("barred",) if bid.reasons else ()), *(("low",) if bid.abnormally_low else ())))


def _print_bid(
    console: Console, names: Names, evaluators: dict[str, str], sheet: ScoreSheet, lot: LotScores, bid: BidScores
) -> None:
    print_paragraph(console, Text.assemble((bid.bid, "bold"), f", {names.bidder(bid.bidder)}"))
    if bid.criteria:
        console.print(_tree(console, lot, bid))
        for line in _marked(evaluators, sheet.marking, lot, bid):
            print_paragraph(console, line, "- ")
    elif not lot.criteria:
        print_paragraph(console, "No criterion applies: its quality is 0.")
    else:
        print_paragraph(console, f"Its quality is stated: {number(bid.quality)}.")
    if sheet.objective is not None:
        for line in sums(sheet.objective, lot, bid):
            print_paragraph(console, line, "- ")
    for reason in bid.reasons:
        print_paragraph(console, f"Barred by {reason.rule}: {reason.sentence}", "- ")
    if bid.abnormally_low is not None:
        print_paragraph(
            console,
            f"Abnormally low: {pounds(bid.list_price)} a year, where other bidders ask {pounds(bid.abnormally_low.mean)}"
            f" in the mean and {pounds(bid.abnormally_low.next)} at the least. Ask why before it is accepted.",
            "- ",
        )
    console.print()


def _tree(console: Console, lot: LotScores, bid: BidScores) -> Table:
    points = {each.criterion: each.points for each in bid.criteria}
    least = lot.min_quality is not None or any(each.minimum is not None for each in lot.criteria)
    rows = [
        (
            "  " * depth + each.name,
            number(each.weight),
            *(("" if each.minimum is None else number(each.minimum),) if least else ()),
            number(points[each.criterion]),
        )
        for depth, each in _from_the_top(lot.criteria)
    ]
    asked = "" if lot.min_quality is None else number(lot.min_quality)
    return figures_table(
        console,
        "",
        ("Criterion",),
        ("Weight", "At least", "Points") if least else ("Weight", "Points"),
        [*rows, ("Quality", "", *((asked,) if least else ()), number(bid.quality))],
    )


def _from_the_top(criteria: Sequence[AppliedCriterion]) -> Iterator[tuple[int, AppliedCriterion]]:
    """Criteria, each followed by its parts, with how deep it stands."""
    waiting = [(0, each) for each in reversed(criteria) if each.parent is None]
    while waiting:
        depth, criterion = waiting.pop()
        yield depth, criterion
        waiting += [(depth + 1, each) for each in reversed(criteria) if each.parent == criterion.criterion]


def _marked(evaluators: dict[str, str], marking: Marking, lot: LotScores, bid: BidScores) -> Iterator[str]:
    """How each criterion that is marked came to its points."""
    of = {each.criterion: each for each in lot.criteria}
    for each in bid.criteria:
        if each.marked is not None:
            criterion = of[each.criterion]
            yield (
                f"{criterion.name}, out of {number(criterion.out_of or 100)}: {_marks(evaluators, marking, each.marked)}"
                f" {number(each.points)} points."
                + (f" Why: {each.marked.reason}" if each.marked.reason is not None else "")
            )


def _marks(evaluators: dict[str, str], marking: Marking, marked: Marks) -> str:
    given = ", ".join(f"{evaluators.get(who, who)} {number(mark)}" for who, mark in marked.marks.items())
    if marked.agreed is not None:
        return f"{given}; agreed upon {number(marked.agreed)}:"
    return f"{given}; by the {marking.by}"
