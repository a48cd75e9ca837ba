"""Why each loser lost, bidder by bidder."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from models.explain import LosingBid, Threshold
from selector.report.blocks import Block, Bullets, Cell, Column, Paragraph, Row, Table
from selector.report.clean import clean
from selector.report.facts import Facts
from selector.report.paper import Section
from selector.report.shortened import shortened
from selector.report.text import Figure, Piece, Quote, Source, Text

_TOLD, _REASONS = 3, 12
_COMPARED: Mapping[str, str] = {
    "cheaper, better": " to a bid that is cheaper, redundancy cost included, and better",
    "cheaper, no better": " to one that is cheaper and no better",
    "dearer, better": " to one that is better and no cheaper",
    "dearer, no better": " to one that is neither, as all lots were decided together under the rules",
}
"""Bids of a bidder that are told in a sentence; all stand in the results book."""


def losers(facts: Facts) -> Section | None:
    """For each bidder that lost something: what barred its bids, and how near the nearest came; None without an answer."""
    answer = facts.answers.explain
    if answer is None or not answer.losing:
        return _barred(facts)
    lost: dict[str, list[tuple[int, LosingBid]]] = defaultdict(list)
    for place, bid in enumerate(answer.losing):
        lost[bid.bidder].append((place, bid))
    won = {row.bidder for row in facts.award.awards}
    inner = tuple(
        _loser(facts, number, name, lost[name])
        for number, name in enumerate(sorted(lost, key=lambda name: (name in won, -len(lost[name]))))
    )
    intro = Paragraph(
        (
            "Bidders that win nothing come first. Of each, who won instead and the bids that came nearest are told; every bid stands in the results book.",
        )
    )
    return Section("losers", ("Why each loser lost",), (intro, _book(facts, answer.losing)), inner, new_page=True)


def _loser(facts: Facts, number: int, name: str, bids: list[tuple[int, LosingBid]]) -> Section:
    wins = any(row.bidder == name for row in facts.award.awards)
    barred = [bid for _, bid in bids if bid.disqualified]
    source = Source("explain", "/losing", "count", "", (("bidder", (name,)),))
    many = Figure(Decimal(len(bids)), "bids", source)
    text: Text = (many, " not accepted", "; others of its bids win." if wins else "; it wins nothing.")
    if barred:
        number_barred = Figure(
            Decimal(len(barred)), "bids", Source("explain", "/losing", "barred", "", (("bidder", (name,)),))
        )
        kinds = dict.fromkeys(reason.rule.partition("[")[0] for bid in barred for reason in bid.disqualified)
        why = ", ".join(kind.replace("_", " ") for kind in kinds)
        text = (*text, " ", number_barred, f" could not be accepted at all: {why}.")
    blocks: list[Block] = [Paragraph(text)]
    blocks += [Paragraph(each) for each in _beside(name, bids)]
    told = sorted((bid for _, bid in bids if _is_told(bid)), key=_behind)
    nearest = [bid for bid in told if not bid.disqualified][:_TOLD] or told[:1]
    if nearest:
        blocks.append(Bullets(tuple((Quote(clean(bid.bid)), ": ", *shortened(bid.sentence)) for bid in nearest)))
    return Section(f"loser-{number}", (facts.bidder(name),), tuple(blocks))


def _is_told(bid: LosingBid) -> bool:
    """Whether more is known of a bid than that it lost."""
    threshold = bid.winning_price
    return bool(bid.bars or bid.disqualified) or (threshold is not None and threshold.proof != "open")


def _beside(name: str, bids: list[tuple[int, LosingBid]]) -> Iterator[Text]:
    """How the winners of its lots compare, of bids for one lot that could have been accepted."""
    found = Counter(compared(bid) for _, bid in bids if not bid.disqualified and len(bid.lots) == 1)
    parts: list[Piece] = []
    for kind, words in _COMPARED.items():
        if found[kind]:
            figure = Figure(
                Decimal(found[kind]), "lots", Source("explain", "/losing", "beside", kind, (("bidder", (name,)),))
            )
            parts += ["; " if parts else "Who won instead, lot by lot: ", figure, words]
    if parts:
        yield (*parts, ".")


def compared(bid: LosingBid) -> str:
    """The winner of a bid's one lot beside it: cheaper or not, by cost and liability together, and better in quality or not."""
    (row,) = bid.beside
    cheaper = row.winner_cost + row.winner_liability < row.cost + row.liability
    return f"{'cheaper' if cheaper else 'dearer'}, {'better' if row.winner_quality > row.quality else 'no better'}"


def _behind(bid: LosingBid) -> tuple[bool, Decimal]:
    """How far a bid is behind at the least; what is not known goes last."""
    if bid.behind is None or bid.behind.at_least is None:
        return (True, Decimal(0))
    return (False, abs(bid.behind.at_least))


def _book(facts: Facts, losing: tuple[LosingBid, ...]) -> Table:
    return Table(
        "Every bid that lost",
        (
            Column("Bidder", wide=2),
            Column("Bid", wide=2),
            Column("Lots", figures=True),
            Column("Price, £ a year or a head", figures=True),
            Column("Wins at, at least", figures=True),
            Column("Wins at, at most", figures=True),
            Column("In words", wide=4),
        ),
        tuple(_bid(facts, place, bid) for place, bid in enumerate(losing)),
        sheet="Losing bids",
        book_only=True,
    )


def _bid(facts: Facts, place: int, bid: LosingBid) -> Row:
    lots: Cell = Figure(Decimal(len(bid.lots)), "lots", Source("explain", f"/losing/{place}/lots", "count"))
    price: Cell = Figure(Decimal(bid.price), "£", Source("explain", f"/losing/{place}/price"))
    return (
        facts.bidder(bid.bidder),
        Quote(clean(bid.bid)),
        lots,
        price,
        *_ends(place, bid.winning_price),
        Quote(clean(bid.sentence)),
    )


def _ends(place: int, threshold: Threshold | None) -> Iterator[Cell]:
    for name in ("at_least", "at_most"):
        end = None if threshold is None else getattr(threshold, name)
        yield None if end is None else Figure(end, "£", Source("explain", f"/losing/{place}/winning_price/{name}"))


def _barred(facts: Facts) -> Section | None:
    """Without an answer about losers, what the award itself tells: the bids that may not be accepted."""
    barred = facts.award.disqualified
    if not barred:
        return None
    body: tuple[Row, ...] = tuple(
        (
            facts.bidder(each.bidder),
            Quote(clean(each.bid)),
            Quote(clean(" ".join(reason.sentence for reason in each.reasons))),
        )
        for each in barred
    )
    columns = (Column("Bidder", wide=1.2), Column("Bid", wide=1.5), Column("Why", wide=3))
    blocks: list[Block] = [
        Paragraph(
            (
                Figure(Decimal(len(barred)), "bids", Source("award", "/disqualified", "count")),
                " may not be accepted. Why each other bid lost, the long analyses tell: selector paper with --full.",
            )
        )
    ]
    blocks.append(_by_reason(facts))
    blocks.append(Table("Bids that may not be accepted", columns, body, sheet="Barred bids", book_only=True))
    return Section("losers", ("Bids that may not be accepted",), tuple(blocks))


def _by_reason(facts: Facts) -> Table:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in facts.award.disqualified:
        for reason in each.reasons:
            found[each.bidder, reason.rule].add(each.bid)
    first = {
        (each.bidder, reason.rule): reason.sentence
        for each in reversed(facts.award.disqualified)
        for reason in each.reasons
    }
    rows: list[Row] = [
        (facts.bidder(bidder), _barred_by(bidder, rule, len(bids)), Quote(clean(first[bidder, rule])))
        for (bidder, rule), bids in sorted(found.items(), key=lambda item: -len(item[1]))
    ]
    return Table(
        "The most frequent reasons, by bidder, each with one bid as an example",
        (Column("Bidder", wide=1.3), Column("Bids", figures=True), Column("Such as", wide=3)),
        tuple(rows[:_REASONS]),
    )


def _barred_by(bidder: str, rule: str, many: int) -> Figure:
    return Figure(Decimal(many), "bids", Source("award", "/disqualified", "barred_by", rule, (("bidder", (bidder,)),)))
