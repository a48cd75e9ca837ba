"""How often the award is the best where prices, volumes, transfers or weights are drawn at random."""

from collections.abc import Iterator
from dataclasses import replace

from models.stability import Acceptability
from selector.report.blocks import Block, Column, Paragraph, Row, Table
from selector.report.facts import Facts, at
from selector.report.text import Piece

_MOST = 12
_WHERE = "/acceptability"


def samples(facts: Facts, drawn: Acceptability) -> Iterator[Block]:
    """What the draws come to, who wins how often, and the lots that hang on them most."""
    if not drawn.examined:
        return
    yield Paragraph(tuple(_told(drawn)))
    bidders = tuple(_bidders(facts, drawn))
    columns = (
        Column("Bidder", wide=2),
        Column("Wins today", wide=0.7),
        Column("Of all draws, %", figures=True),
        Column("At least, %", figures=True),
        Column("At most, %", figures=True),
        Column("Lots, mean", figures=True),
    )
    if len(bidders) > _MOST:
        yield Table("How often bidders win anything: the most frequent", columns, bidders[:_MOST])
    caption = "How often bidders win anything"
    yield Table(caption, columns, bidders, sheet="Draws by bidder", book_only=len(bidders) > _MOST)
    lots = tuple(_lots(facts, drawn))
    if lots:
        of_lots = (
            Column("Buyer", wide=2),
            Column("Service", wide=2),
            Column("Provider", wide=2),
            Column("Of all draws, %", figures=True),
        )
        yield Table("Lots whose winner is least sure", of_lots, lots[:_MOST])
        yield Table("Lots whose winner is not sure", of_lots, lots, sheet="Draws by lot", book_only=True)


def _told(drawn: Acceptability) -> Iterator[Piece]:
    yield from ("With ", *_what(drawn), ", this award, to the last bid, came out the best in ")
    yield at("stability", f"{_WHERE}/same/share", drawn.same.share, "share")
    yield " of "
    yield at("stability", f"{_WHERE}/examined", drawn.examined, "")
    yield " draws; of all that there could be, with 95 % confidence, in between "
    yield at("stability", f"{_WHERE}/same/low", drawn.same.low, "share")
    yield " and "
    yield at("stability", f"{_WHERE}/same/high", drawn.same.high, "share")
    yield from (". Different awards that came out: ", at("stability", f"{_WHERE}/different", drawn.different, ""), ".")
    if drawn.infeasible:
        yield from (" Draws in which no award keeps every rule: ", _count(drawn, "infeasible"), ".")
    if drawn.open:
        yield from (" Draws that stayed open in the time there was: ", _count(drawn, "open"), ".")
    if drawn.gap:
        yield from (
            " Each is proven within ",
            replace(at("stability", f"{_WHERE}/gap", drawn.gap, "share"), up=True),
            ".",
        )


def _count(drawn: Acceptability, name: str) -> Piece:
    return at("stability", f"{_WHERE}/{name}", getattr(drawn, name), "")


def _what(drawn: Acceptability) -> tuple[Piece, ...]:
    """What was drawn, and how far from what is stated."""
    parts: list[tuple[Piece, ...]] = []
    for name, words in (("prices", "prices"), ("volumes", "volumes"), ("transfer", "transfer shares")):
        value = getattr(drawn, name)
        if value:
            parts.append((f"{words} up to ", at("stability", f"{_WHERE}/{name}", value, "share"), " off"))
    if drawn.weights:
        parts.append(("weights anywhere on the map",))
    told: tuple[Piece, ...] = ()
    for place, part in enumerate(parts):
        between = "" if not place else " and " if place == len(parts) - 1 else ", "
        told = (*told, between, *part) if between else part
    return told


def _bidders(facts: Facts, drawn: Acceptability) -> Iterator[Row]:
    for place, each in enumerate(drawn.bidders):
        where = f"{_WHERE}/bidders/{place}"
        shares = (
            at("stability", f"{where}/acceptance/{name}", getattr(each.acceptance, name), "share")
            for name in ("share", "low", "high")
        )
        lots = at("stability", f"{where}/mean_lots", each.mean_lots, "lots a draw")
        yield (facts.bidder(each.bidder), "yes" if each.is_best else "no", *shares, lots)


def _lots(facts: Facts, drawn: Acceptability) -> Iterator[Row]:
    """The lots that today's winner does not win in every draw, the least sure first."""
    of = {lot.id: lot for lot in facts.case.tendered}
    unsure = [
        (each.acceptance.share, place)
        for place, each in enumerate(drawn.lots)
        if each.is_best and each.acceptance.count < drawn.examined
    ]
    for share, place in sorted(unsure):
        each = drawn.lots[place]
        lot = of[each.lot]
        figure = at("stability", f"{_WHERE}/lots/{place}/acceptance/share", share, "share")
        yield (facts.buyer(lot.buyer), facts.service(lot.service), facts.bidder(each.bidder), figure)
