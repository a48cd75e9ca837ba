"""Each buyer's freedom of choice."""

from collections import Counter
from collections.abc import Mapping

from models.choice import BuyerChoice, Leaving
from selector.report.blocks import Block, Cell, Column, Paragraph, Row, Table
from selector.report.clean import clean
from selector.report.facts import Facts, at, rows
from selector.report.paper import Section
from selector.report.text import Piece, Quote

_GAINS: Mapping[Leaving, str] = {
    "does_not_gain": " would not gain by buying alone",
    "may_gain": " might gain",
    "gains": " would gain",
}
_LEAVING: Mapping[Leaving, str] = {
    "gains": "gains by leaving",
    "may_gain": "may gain by leaving",
    "does_not_gain": "does not gain",
}


def choice(facts: Facts) -> Section | None:
    """Each buyer's part of the award beside its own best choice; None where nobody asked."""
    answer = facts.answers.choice
    if answer is None or not answer.buyers:
        return None
    leaving = Counter(each.leaving for each in answer.buyers)
    told: list[Piece] = []
    for name, words in _GAINS.items():
        if leaving[name]:
            figure = rows("choice", "/buyers", leaving[name], "buyers", leaving=name)
            told += [", " if told else "", figure, words]
    blocks: list[Block] = [
        Paragraph(
            ("A buyer decides for itself. Beside its part of the award stands the best that it could have alone.",)
        ),
        Paragraph((*told, ".")),
        Table(
            "Each buyer in the award, and alone",
            (
                Column("Buyer", wide=2),
                Column("Cost in the award, £", figures=True),
                Column("Cost alone, £", figures=True),
                Column("Lots with its favourite", figures=True),
                Column("Leaving", wide=1.1),
            ),
            tuple(_row(facts, place, each) for place, each in enumerate(answer.buyers)),
            sheet="Choice",
            note=(
                "Costs hold each buyer's share of set-up, overheads and discounts. Whether leaving pays is told by what the buyer values.",
            ),
        ),
    ]
    sentences: tuple[Row, ...] = tuple((facts.buyer(each.buyer), Quote(clean(each.sentence))) for each in answer.buyers)
    blocks.append(
        Table(
            "In words",
            (Column("Buyer", wide=1), Column("Its choice", wide=4)),
            sentences,
            "Choice in words",
            book_only=True,
        )
    )
    return Section("choice", ("Freedom of choice",), tuple(blocks))


def _row(facts: Facts, place: int, each: BuyerChoice) -> Row:
    alone: Cell = None
    if each.alone.figures is not None:
        alone = at("choice", f"/buyers/{place}/alone/figures/cost", each.alone.figures.cost, "£")
    return (
        facts.buyer(each.buyer),
        at("choice", f"/buyers/{place}/award/cost", each.award.cost, "£"),
        alone,
        at("choice", f"/buyers/{place}/favourites", each.favourites, "lots"),
        _LEAVING[each.leaving]
        if each.alone.figures is not None
        else "cannot buy alone"
        if each.alone.status == "infeasible"
        else "not known",
    )
