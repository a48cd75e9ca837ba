"""What if a provider fails."""

from collections.abc import Mapping

from models.resilience import Failure
from selector.report.blocks import Block, Bullets, Column, Paragraph, Row, Table
from selector.report.clean import clean
from selector.report.facts import Facts, at, rows
from selector.report.paper import Section
from selector.report.text import Quote, Text

_MOST = 15
_OUTCOMES: Mapping[str, str] = {
    "unaffected": "nothing to repair",
    "kept": "repaired, every rule kept",
    "broken": "repaired, limits broken",
    "uncovered": "lots stay uncovered",
    "unknown": "not found in time",
}


def resilience(facts: Facts) -> Section | None:
    """Each failure that was examined, the worst first; None where nobody asked."""
    answer = facts.answers.resilience
    if answer is None or not answer.failures:
        return None
    blocks: list[Block] = [
        Paragraph(
            ("Each row: the provider fails, all others keep what they have, and its lots go to the best bids left.",)
        ),
    ]
    if answer.sentences:
        blocks.append(Bullets(tuple((Quote(clean(each)),) for each in answer.sentences)))
    body = tuple(_row(facts, place, each) for place, each in enumerate(answer.failures))
    known = tuple(row for row, each in zip(body, answer.failures, strict=True) if each.outcome != "unknown")
    if known:
        blocks.append(_table("If a provider fails, the worst first", known[:_MOST], sheet=""))
    blocks.append(_table("If a provider fails", body, sheet="Failures"))
    return Section("resilience", ("If a provider fails",), tuple(blocks))


def _table(caption: str, body: tuple[Row, ...], *, sheet: str) -> Table:
    return Table(
        caption,
        (
            Column("Provider", wide=2),
            Column("Lots", figures=True),
            Column("Uncovered", figures=True),
            Column("Broken limits", figures=True),
            Column("Cost, £", figures=True),
            Column("Liability, £", figures=True),
            Column("Outcome", wide=1.2),
        ),
        body,
        sheet=sheet,
        book_only=bool(sheet),
    )


def _row(facts: Facts, place: int, each: Failure) -> Row:
    names: Text = tuple(piece for name in each.bidders for piece in (" and ", facts.bidder(name)))[1:]
    lots = rows("resilience", f"/failures/{place}/lots", len(each.lots), "lots")
    outcome = _OUTCOMES[each.outcome]
    if each.outcome in ("unaffected", "unknown"):
        return (names, lots, None, None, None, None, outcome)
    totals = each.totals
    money = (
        (None, None)
        if totals is None
        else tuple(
            at("resilience", f"/failures/{place}/totals/{name}", getattr(totals, name), "£", signed=True)
            for name in ("cost", "liability")
        )
    )
    return (
        names,
        lots,
        rows("resilience", f"/failures/{place}/uncovered", len(each.uncovered), "lots"),
        rows("resilience", f"/failures/{place}/broken", len(each.broken), "rules"),
        *money,
        outcome,
    )
