"""How far the board's weights may move before another award is the best."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from models.stability import CriterionRange, Stability, TurningPoint, WeightName, WeightRange
from selector.report.blocks import Block, Bullets, Cell, Column, Exact, Paragraph, Row, Table
from selector.report.charts.weights import weights as chart
from selector.report.clean import clean
from selector.report.facts import at, rows
from selector.report.legend import letters
from selector.report.shown import Unit
from selector.report.text import Figure, Quote

_MOST, _WHOLE = 12, 1000
_NAMES: Mapping[WeightName, str] = {
    "cost": "A pound of cost",
    "liability_weight": "A pound of liability",
    "disruption_value": "A unit of disruption",
    "quality_value": "A point of quality",
    "price_weight": "The share of price",
    "quality_weight": "The share of quality",
}
_OF_SCORES: tuple[WeightName, ...] = ("price_weight", "quality_weight")
_HEADINGS = ("Today", "Stays the best down to", "And up to")


def weights(answer: Stability) -> Iterator[Block]:
    """How far weights may be off, one at a time and together, and the map of them."""
    if answer.no_weights is not None:
        yield Paragraph(("There are no weights to be moved: ", Quote(clean(answer.no_weights)), "."))
    if answer.orders:
        yield Bullets(tuple((Quote(clean(each.sentence)),) for each in answer.orders))
    if answer.smallest is not None:
        yield Paragraph((Quote(clean(answer.smallest.sentence)),), strong=answer.smallest.at.proof != "open")
    if _is_known(answer.ranges):
        yield from _ranges(answer)
    if _is_known(answer.criteria):
        yield _criteria(answer)
    if answer.map is not None:
        yield from _map(answer)


def _is_known(rows: Sequence[WeightRange | CriterionRange]) -> bool:
    """Whether anything is known of how far any of them may move."""
    return any(turn.proof == "never" or turn.stays is not None for each in rows for turn in (each.below, each.above))


_NOTE = ("As far as these figures the award is proven to stay the best.",)


def _ranges(answer: Stability) -> Iterator[Table]:
    """Each weight: a part of all of them or, where they are weighed in money, pounds."""
    caption = "One weight moved, the others as they are"
    if answer.ranges[0].weight in _OF_SCORES:
        body = tuple(
            (_NAMES[each.weight], *_ends(f"/ranges/{place}", each, _bare, "share"))
            for place, each in enumerate(answer.ranges)
        )
        yield Table(caption, _columns(", %"), body, sheet="Weights", note=_NOTE)
        return
    # A weight may be some pence, or millions: pounds have their sign in the cells, and stand to the last digit in the book.
    rounded, exact = (
        tuple(
            (_NAMES[each.weight], *_ends(f"/ranges/{place}", each, told, "£"))
            for place, each in enumerate(answer.ranges)
        )
        for told in (_rounded, Exact)
    )
    yield Table(caption, _columns(""), rounded, note=_NOTE)
    yield Table(caption, _columns(""), exact, sheet="Weights", book_only=True)


def _criteria(answer: Stability) -> Table:
    body = tuple(
        (Quote(clean(each.name)), *_ends(f"/criteria/{place}", each, _bare, "share"))
        for place, each in enumerate(answer.criteria)
    )
    caption = "The weight of one criterion moved, its siblings in proportion"
    return Table(caption, _columns(", %"), body, sheet="Criteria", note=_NOTE)


def _columns(unit: str) -> tuple[Column, ...]:
    return (Column("What counts", wide=1.6), *(Column(f"{heading}{unit}", figures=True) for heading in _HEADINGS))


def _bare(figure: Figure) -> Cell:
    return figure


def _rounded(figure: Figure) -> Cell:
    return (replace(figure, whole=abs(figure.value) >= _WHOLE),)


def _ends(
    where: str, each: WeightRange | CriterionRange, cell: Callable[[Figure], Cell], unit: Unit
) -> tuple[Cell, ...]:
    def end(turn: TurningPoint, side: str, never: str) -> Cell:
        if turn.proof == "never":
            return never
        return "not known" if turn.stays is None else cell(at("stability", f"{where}/{side}/stays", turn.stays, unit))

    below = end(each.below, "below", "nothing") if each.stated else None
    return cell(at("stability", f"{where}/stated", each.stated, unit)), below, end(each.above, "above", "any")


def _map(answer: Stability) -> Iterator[Block]:
    found = answer.map
    if found is None or not found.regions or (len(found.regions) == 1 and not found.complete):
        return  # one award that nobody has compared with others is no map
    yield chart(found, _today(answer))
    body = tuple(_region(answer, place) for place in range(len(found.regions)))
    columns = (
        Column("Award", wide=1.2),
        Column("Of the map, %", figures=True),
        Column("Lots that change", figures=True),
        Column("Cost, £", figures=True),
        Column("Quality, points", figures=True),
        Column("Liability, £", figures=True),
    )
    if len(body) > _MOST:
        yield Table("Best at some weights: the largest parts of the map", columns, body[:_MOST])
    yield Table(
        "Best at some weights, beside this award",
        columns,
        body,
        sheet="Weight map",
        book_only=len(body) > _MOST,
        note=(
            "It is proven that at no weights is any other award the best."
            if found.complete
            else "Not all of the map is proven: elsewhere other awards may be better.",
        ),
    )


def _today(answer: Stability) -> tuple[float, ...]:
    """The shares of the weights in force: the middle of the map or, of scores, as they are."""
    found = answer.map
    assert found is not None  # noqa: S101  that is what it is of
    if found.weights == _OF_SCORES:
        price = next((float(each.stated) for each in answer.ranges if each.weight == "price_weight"), 0.5)
        return price, 1 - price
    return (1 / len(found.weights),) * len(found.weights)


def _region(answer: Stability, place: int) -> Row:
    found = answer.map
    assert found is not None  # noqa: S101  that is what it is of
    region = found.regions[place]
    where = f"/map/regions/{place}"
    name = letters(place).lower()
    share = at("stability", f"{where}/share", region.share, "share")
    if region.is_best:
        return (f"{name} (this award)", share, None, None, None, None)
    difference = region.award.difference
    lots = rows("stability", f"{where}/award/handovers", len(region.award.handovers), "lots")
    return (name, share, lots, *_differences(where, difference))


def _differences(where: str, difference: object) -> tuple[Cell, ...]:
    units: Mapping[str, Unit] = {"cost": "£", "quality": "points", "liability": "£"}
    if difference is None:
        return (None,) * len(units)
    return tuple(
        at("stability", f"{where}/award/difference/{name}", getattr(difference, name), unit, signed=True)
        for name, unit in units.items()
    )
