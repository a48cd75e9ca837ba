"""What could be had instead: the Pareto front, and how stable the award is."""

from collections.abc import Iterator

from selector.report.blocks import Block, Bullets, Column, Paragraph, Row, Table
from selector.report.charts.pareto import pareto as chart
from selector.report.clean import clean
from selector.report.facts import Facts, at, rows
from selector.report.front import Front
from selector.report.paper import Section
from selector.report.sections.baselines import TOTALS
from selector.report.text import Piece, Quote, Text

_MOST = 15
_PLANE = 2


def pareto(facts: Facts) -> Section | None:
    """The awards that no other beats in every objective; None where nobody asked, or none was found."""
    answer = facts.answers.pareto
    if answer is None or not answer.points:
        return None
    names = [objective.name for objective in answer.objectives]
    told: Text = (
        rows("pareto", "/points", len(answer.points), ""),
        f" awards were found that no other award beats in all of {', '.join(names)}. ",
        "It is proven that there are no others." if answer.complete else "There may be others: the search ended early.",
    )
    blocks: list[Block] = [Paragraph(told)]
    if len(answer.objectives) >= _PLANE:
        blocks.append(chart(answer))
    body = tuple(_row(facts, answer, place) for place in range(len(answer.points)))
    columns = (
        Column("", wide=1.2),
        Column("Cost, £", figures=True),
        Column("Quality, points", figures=True),
        Column("Liability, £", figures=True),
        Column(f"Disruption, {facts.disruption_unit}", figures=True),
    )
    if len(body) > _MOST:
        chosen = [place for place, point in enumerate(answer.points) if point.best]
        some = sorted({*range(0, len(body), -(-len(body) // (_MOST - 1))), *chosen})
        blocks.append(Table("Some of these awards", columns, tuple(body[place] for place in some)))
    blocks.append(Table("Awards on the front", columns, body, sheet="Pareto front", book_only=len(body) > _MOST))
    return Section("pareto", ("What could be had instead",), tuple(blocks))


def _row(facts: Facts, answer: Front, place: int) -> Row:
    point = answer.points[place]
    figures = (
        at("pareto", f"/points/{place}/totals/{name}", getattr(point.totals, name), facts.unit(name)) for name in TOTALS
    )
    return ("This award" if point.best else "Another", *figures)


def stability(facts: Facts) -> Section | None:
    """How far weights and figures may move before another award is best; None where nobody asked."""
    answer = facts.answers.stability
    if answer is None:
        return None
    told = [
        each.sentence for each in (*((answer.smallest,) if answer.smallest else ()), *answer.ranges, *answer.criteria)
    ]
    items = tuple((Quote(clean(each)),) for each in (*told, answer.no_weights or "") if each)
    blocks: list[Block] = [Bullets(items)] if items else []
    drawn = tuple(_drawn(facts))
    if drawn:
        blocks.append(Paragraph(drawn))
    return Section("stability", ("How stable it is",), tuple(blocks)) if blocks else None


def _drawn(facts: Facts) -> Iterator[Piece]:
    answer = facts.answers.stability
    found = None if answer is None else answer.acceptability
    if found is None or not found.examined:
        return
    where = "/acceptability"
    yield "With prices, volumes and transfers drawn at random, the same award came out best in "
    yield at("stability", f"{where}/same/share", found.same.share, "share")
    yield " of "
    yield at("stability", f"{where}/examined", found.examined, "")
    yield " draws; of all that there could be, with 95 % confidence, in between "
    yield at("stability", f"{where}/same/low", found.same.low, "share")
    yield " and "
    yield at("stability", f"{where}/same/high", found.same.high, "share")
    yield "."
