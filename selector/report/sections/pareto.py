"""What could be had instead: the awards to which no other is preferable."""

from collections.abc import Iterator
from dataclasses import replace

from models.front import Front
from selector.report.blocks import Block, Column, Paragraph, Row, Table
from selector.report.charts.pareto import pareto as chart
from selector.report.facts import Facts, at, rows
from selector.report.legend import letters
from selector.report.listed import listed
from selector.report.paper import Section
from selector.report.sections.baselines import TOTALS
from selector.report.text import Figure, Piece

_MOST = 15
_PLANE = 2


def pareto(facts: Facts) -> Section | None:
    """The awards that no other beats in every objective; None where nobody asked, or none was found."""
    answer = facts.answers.pareto
    if answer is None or not answer.points:
        return None
    blocks: list[Block] = [Paragraph(tuple(_told(answer)))]
    ends = tuple(_ends(facts, answer))
    if ends:
        blocks.append(Paragraph(ends))
    if len(answer.objectives) >= _PLANE and (len(answer.points) > 1 or answer.on_front is False):
        blocks.append(chart(answer))
    body = tuple(_row(facts, answer, place) for place in range(len(answer.points)))
    columns = (
        Column("Award", wide=1.2),
        Column("Cost, £", figures=True),
        Column("Quality, points", figures=True),
        Column("Liability, £", figures=True),
        Column(f"Disruption, {facts.disruption_unit}", figures=True),
    )
    if len(body) > _MOST:
        chosen = [place for place, point in enumerate(answer.points) if point.best]
        some = sorted({*range(0, len(body), -(-len(body) // (_MOST - 1))), len(body) - 1, *chosen})
        blocks.append(Table("Some of these awards", columns, tuple(body[place] for place in some)))
    blocks.append(Table("Awards on the front", columns, body, sheet="Pareto front", book_only=len(body) > _MOST))
    return Section("pareto", ("What could be had instead",), tuple(blocks))


def _told(answer: Front) -> Iterator[Piece]:
    """How many there are, what is proven of others, and whether the award proposed is among them."""
    one = len(answer.points) == 1
    names = listed([objective.name for objective in answer.objectives])
    yield rows("pareto", "/points", len(answer.points), "")
    yield (
        f" award{'' if one else 's'} {'was' if one else 'were'} found that no other beats in all of {names}:"
        " what is better in one of these is worse in another. "
    )
    if answer.complete and not answer.epsilon:
        yield "It is proven that there are no others."
    elif answer.gap:
        yield "There may be others, but it is proven that none is better than every one of these by more than "
        yield replace(at("pareto", "/gap", answer.gap, "share"), up=True)
        yield " in some objective."
    else:
        yield "There may be others: the search ended early."
    if answer.on_front is False:
        yield " The award proposed is not among them: it is the best by the board's own objective, which weighs other things too."


def _ends(facts: Facts, answer: Front) -> Iterator[Piece]:
    """From the cheapest to the best in quality, where the front is of both and has both ends."""
    if not {"cost", "quality"} <= {objective.name for objective in answer.objectives}:
        return
    places = range(len(answer.points))
    cheapest = min(places, key=lambda place: (answer.points[place].totals.cost, -answer.points[place].totals.quality))
    finest = max(places, key=lambda place: (answer.points[place].totals.quality, -answer.points[place].totals.cost))
    if cheapest == finest:
        return
    for place, words in ((cheapest, "The cheapest costs "), (finest, "; the best in quality costs ")):
        yield from (
            words,
            _total(facts, answer, place, "cost"),
            " and has quality of ",
            _total(facts, answer, place, "quality"),
        )
    yield "."


def _row(facts: Facts, answer: Front, place: int) -> Row:
    name = letters(place).lower()
    mark = " (this award)" if answer.points[place].best else ""
    return (f"{name}{mark}", *(_total(facts, answer, place, total) for total in TOTALS))


def _total(facts: Facts, answer: Front, place: int, total: str) -> Figure:
    value = getattr(answer.points[place].totals, total)
    return at("pareto", f"/points/{place}/totals/{total}", value, facts.unit(total))
