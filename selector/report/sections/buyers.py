"""A sheet for each buyer."""

from collections.abc import Iterator
from decimal import Decimal

from models import Buyer
from selector.report.blocks import Block, Cell, Column, Paragraph, Row, Table
from selector.report.clean import clean
from selector.report.facts import Facts, at
from selector.report.paper import Section
from selector.report.text import Figure, Piece, Quote, Source

_SHORT = 6
"""Lots up to which a sheet shares its page with others."""


def buyers(facts: Facts) -> Section | None:
    """What each buyer gets, from whom and for how much; None where there is no award."""
    found = [buyer for buyer in facts.case.buyers if buyer.id in facts.lots_of]
    if not found:
        return None
    book = Table(
        "What each buyer pays",
        (
            Column("Buyer", wide=2),
            Column("Financial year"),
            Column("Pays, £", figures=True),
            Column("Budget, £", figures=True),
        ),
        tuple(_payments(facts)),
        sheet="Buyers by year",
        book_only=True,
    )
    return Section(
        "buyers",
        ("A sheet for each buyer",),
        (Paragraph(("What each buyer gets from the award, from whom, and what it pays.",)), book),
        tuple(_sheet(facts, number, buyer) for number, buyer in enumerate(found)),
        new_page=True,
    )


def _sheet(facts: Facts, number: int, buyer: Buyer) -> Section:
    blocks: list[Block] = [Paragraph(tuple(_summary(facts, buyer)))]
    incumbent = {lot.id: lot.incumbent for lot in facts.case.tendered}
    rows: list[Row] = []
    for place, row in facts.lots_of[buyer.id]:
        today = incumbent.get(row.lot)
        change: Cell = "no change" if today == row.bidder else ("from ", facts.bidder(today)) if today else "new"
        figures = (
            at("award", f"/awards/{place}/{name}", getattr(row, name), facts.unit(name)) for name in ("cost", "quality")
        )
        rows.append((facts.service(row.service), facts.bidder(row.bidder), *figures, change))
    name = facts.buyer(buyer.id)
    blocks.append(
        Table(
            f"Lots of {name.text}",
            (
                Column("Service", wide=1.5),
                Column("Provider", wide=1.8),
                Column("Cost, £", figures=True),
                Column("Quality", figures=True),
                Column("Change", wide=1.5),
            ),
            tuple(rows),
        )
    )
    budget = tuple(_years(facts, buyer))
    limit = (Column("Budget, £", figures=True),) if buyer.budget else ()
    if budget:
        blocks.append(
            Table(
                f"What {name.text} pays by year",
                (Column("Financial year"), Column("Pays, £", figures=True), *limit),
                tuple(row[: 2 + len(limit)] for row in budget),
            )
        )
    return Section(f"buyer-{number}", (name,), tuple(blocks), new_page=len(rows) > _SHORT)


def _summary(facts: Facts, buyer: Buyer) -> Iterator[Piece]:
    yield from (
        facts.count("lots", buyer=buyer.id), " from ", facts.distinct("bidder", "providers", buyer=buyer.id),
        ", at a present value of ", facts.sum("cost", "£", buyer=buyer.id), " before shared charges and discounts.",
    )  # fmt: skip
    account = next((at_ for at_, each in enumerate(facts.award.buyers) if each.buyer == buyer.id), None)
    if account is not None and facts.award.buyers[account].liability:
        liability = facts.award.buyers[account].liability
        yield from (
            " Redundancy cost that falls on it: ",
            at("award", f"/buyers/{account}/liability", liability, "£"),
            ".",
        )
    place = next(number for number, each in enumerate(facts.case.buyers) if each.id == buyer.id)
    yield from (" It serves ", at("case", f"/buyers/{place}/population", buyer.population, "people"), ".")
    choice = facts.answers.choice
    told = None if choice is None else next((each for each in choice.buyers if each.buyer == buyer.id), None)
    if told is not None:
        yield from (" ", Quote(clean(told.sentence)))


def _years(facts: Facts, buyer: Buyer) -> Iterator[Row]:
    place = next((number for number, each in enumerate(facts.award.buyers) if each.buyer == buyer.id), None)
    if place is None:
        return
    index = next(number for number, each in enumerate(facts.case.buyers) if each.id == buyer.id)
    for year, paid in facts.award.buyers[place].years.items():
        limit: Cell = None
        if year in buyer.budget:
            limit = Figure(Decimal(buyer.budget[year]), "£", Source("case", f"/buyers/{index}/budget/{year}"))
        yield (Quote(year), at("award", f"/buyers/{place}/years/{year}", paid, "£"), limit)


def _payments(facts: Facts) -> Iterator[Row]:
    for buyer in facts.case.buyers:
        for row in _years(facts, buyer):
            yield (facts.buyer(buyer.id), *row)
