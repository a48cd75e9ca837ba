"""How stable an award is, on a terminal."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from rich.console import Console
from rich.text import Text

from models import Case
from models.stability import Acceptability, Acceptance, Stability, TurningPoint, WeightMap, WeightRange
from selector.cli.certificate import level_line
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.verify.words import count, number, pounds

_MOST, _MOST_LOTS = 10, 15
_TITLES = {
    "cost": "Cost",
    "liability_weight": "Liability",
    "disruption_value": "Disruption",
    "quality_value": "Quality",
    "price_weight": "Price",
    "quality_weight": "Quality",
}


def print_stability(console: Console, case: Case, answer: Stability, *, every: bool) -> None:
    """Print the best award's certificate, how far weights may move, the map, and what samples came to."""
    print_paragraph(console, Text(case.name, style="bold"))
    if answer.best.totals is None:
        told = (
            "No award keeps every rule of this case. Why, tells: selector conflict CASE"
            if answer.best.status == "infeasible"
            else "No award of this case was found within the limits."
        )
        print_paragraph(console, told)
        return
    print_paragraph(console, "The best award:")
    for level in answer.best.certificate.levels if answer.best.certificate else ():
        print_paragraph(console, level_line(level), "- ")
    if answer.no_weights is not None:
        print_paragraph(console, f"No weights to be moved: {answer.no_weights}.")
    for order in answer.orders:
        print_paragraph(console, order.sentence, "- ")
    if answer.smallest is not None:
        print_paragraph(console, answer.smallest.sentence)
    if answer.ranges:
        console.print()
        _print_ranges(console, answer)
    if answer.criteria:
        console.print()
        _print_criteria(console, answer)
    if answer.map is not None:
        _print_map(console, answer.map, every=every)
    if answer.acceptability is not None:
        _print_samples(console, case, answer.acceptability, every=every)


def _print_ranges(console: Console, answer: Stability) -> None:
    rows = [
        (each.weight if way == "down" or not each.stated else "", way, *_turn(each, turn))
        for each in answer.ranges
        for way, turn in (("down", each.below), ("up", each.above))
        if each.stated or way == "up"
    ]
    console.print(
        figures_table(
            console,
            "One weight moved",
            ("Weight", "Moved"),
            ("The best as far as", "Another better beyond"),
            rows,
        )
    )
    for each in answer.ranges:
        print_paragraph(console, each.sentence, "- ")


def _print_criteria(console: Console, answer: Stability) -> None:
    rows = [
        (each.criterion, *(_share(value) for value in (each.stated, *_ends(each.below), *_ends(each.above))))
        for each in answer.criteria
    ]
    console.print(
        figures_table(
            console,
            "The weight of one criterion moved, as a share",
            ("Criterion",),
            ("Today", "Best down to", "Better below", "Best up to", "Better above"),
            rows,
        )
    )
    if answer.fixed_criteria:
        named = ", ".join(each.criterion for each in answer.fixed_criteria)
        print_paragraph(console, f"Not moved: {named}.")


def _ends(turn: TurningPoint) -> tuple[Decimal | str, Decimal | str]:
    if turn.proof == "never":
        return "any", "-"
    stays, ends = ("open" if each is None else each for each in (turn.stays, turn.ends))
    return stays, ends


def _share(value: Decimal | str) -> str:
    return value if isinstance(value, str) else f"{number(round(value * 100, 2))} %"


def _figure(row: WeightRange, value: Decimal) -> str:
    if row.weight == "price_weight":
        return f"{number(round(value * 100, 4))} %"
    return pounds(round(value, 4 if abs(value) < 100 else 2))


def _turn(row: WeightRange, turn: TurningPoint) -> tuple[str, str]:
    if turn.proof == "never":
        return "any", "-"
    stays, ends = ("open" if each is None else _figure(row, each) for each in (turn.stays, turn.ends))
    return stays, ends


def _print_map(console: Console, found: WeightMap, *, every: bool) -> None:
    shown = found.regions if every else found.regions[:_MOST]
    rows = [
        (
            f"{at}{' (today)' if each.is_best else ''}",
            _percent(each.share),
            f"{len(each.award.handovers):,}",
            *(_span([corner[place] for corner in each.corners]) for place in range(len(found.weights))),
        )
        for at, each in enumerate(shown, start=1)
    ]
    console.print()
    console.print(
        figures_table(
            console,
            "Which award is best at which weights",
            ("Award",),
            ("Of the map", "Lots moved", *(_TITLES[name] for name in found.weights)),
            rows,
        )
    )
    hidden = len(found.regions) - len(shown)
    if hidden:
        print_paragraph(console, f"{count(hidden, 'award')} more: --all lists them.")
    proven = sum((each.share for each in found.regions if each.proven), Decimal(0))
    print_paragraph(
        console,
        "Proven: at no weights is any other award better."
        if found.complete
        else f"Proven of {_percent(proven)} of the map; elsewhere other awards may be better.",
    )


def _span(values: list[Decimal]) -> str:
    low, high = (number(round(each * 100, 1)) for each in (min(values), max(values)))
    return f"{low}-{high} %"


def _print_samples(console: Console, case: Case, drawn: Acceptability, *, every: bool) -> None:
    console.print()
    ranges = ((drawn.prices, "prices"), (drawn.volumes, "volumes"), (drawn.transfer, "transfer shares"))
    what = [f"{name} within {number(each * 100)} %" for each, name in ranges if each]
    what += ["weights"] if drawn.weights else []
    print_paragraph(
        console,
        f"{count(drawn.asked, 'sample')}, seed {drawn.seed}{': ' if what else ''}{', '.join(what)}. "
        + (f"Each is proven within {number(Decimal(repr(drawn.gap)) * 100)} %. " if drawn.gap else "")
        + " ".join(_outcome(drawn)),
    )
    names = {bidder.id: bidder.name for bidder in case.bidders}
    shown = drawn.bidders if every else drawn.bidders[:_MOST_LOTS]
    if not shown:
        return
    console.print()
    console.print(
        figures_table(
            console,
            "How often bidders win anything",
            ("Bidder",),
            ("Samples", "95 % interval", "Lots, mean"),
            [
                (names.get(each.bidder, each.bidder), *_shares(each.acceptance), number(round(each.mean_lots, 2)))
                for each in shown
            ],
        )
    )
    sure, unsure = _lots(drawn)
    print_paragraph(console, f"{count(sure, 'lot')} of {sure + len(unsure):,} went to the same bid in every sample.")
    listed = unsure if every else unsure[:_MOST_LOTS]
    for lot, told in listed:
        print_paragraph(console, f"{lot}: {told}", "- ")
    if len(listed) < len(unsure):
        print_paragraph(console, f"{count(len(unsure) - len(listed), 'lot')} more: --all lists them.")


def _outcome(drawn: Acceptability) -> Iterator[str]:
    if drawn.examined:
        share, interval = _shares(drawn.same)
        yield f"Today's award, to the last bid, is the best in {share} ({interval}); {count(drawn.different, 'different award')} came out."
    if drawn.infeasible:
        yield f"In {count(drawn.infeasible, 'sample')} no award keeps every rule."
    if drawn.open:
        yield f"{count(drawn.open, 'sample')} stayed open within the limits."


def _lots(drawn: Acceptability) -> tuple[int, list[tuple[str, str]]]:
    """How many lots always go to one bid, and the others with who wins them, the least sure first."""
    sure, unsure = 0, []
    for lot, rows in groupby(drawn.lots, key=lambda each: each.lot):
        bids = list(rows)
        if bids[0].acceptance.count == drawn.examined:
            sure += 1
        else:
            told = ", ".join(f"{each.bidder} {_percent(each.acceptance.share)}" for each in bids[:4])
            unsure.append((bids[0].acceptance.share, lot, told))
    return sure, [(lot, told) for _, lot, told in sorted(unsure)]


def _shares(each: Acceptance) -> tuple[str, str]:
    return _percent(each.share), f"{_percent(each.low)} to {_percent(each.high)}"


def _percent(value: Decimal) -> str:
    return f"{number(round(value * 100, 1))} %"
