"""What may be told of an award to everybody: nothing of money but, where that gives nobody away, one rounded total.

A total gives a bidder away to the others once few share it. So it is told only where nobody who takes off what it knows
itself comes to within a tenth of what another is paid. Statistical offices call that the p% rule. A bidder knows its own
part and those of the partnerships that it is a partner of. What buyers would spend on their own staff shields nobody: it
is no bid, and others may know it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from models import Case
from selector.report.blocks import Block, Bullets, Column, Paragraph, Row, SignOff, Table
from selector.report.clean import clean
from selector.report.facts import Facts, rows
from selector.report.legend import OWN_STAFF
from selector.report.paper import Section
from selector.report.sections.decision import changes, whom
from selector.report.sections.rules import FAMILIES, family, state
from selector.report.text import Figure, Piece, Quote, Source, Text

_PART = Decimal("0.1")
_SIGNIFICANT = 3
_TELLABLE = ("lots", "people", "buyers", "bidders", "providers", "fraction")
_ABOUT_MONEY = ("spend", "share_of_spend", "liability")


def decision(facts: Facts) -> Section:
    """What was decided, in one paragraph."""
    text = Paragraph(tuple(_paragraph(facts)), strong=True)
    how = Paragraph(
        (
            "All lots were decided together, within published limits and rules. Prices, costs, discounts and redundancy"
            " costs of bidders are confidential; nothing here lets one be worked out.",
        )
    )
    return Section("decision", ("The decision",), (text, how))


def _paragraph(facts: Facts) -> Iterator[Piece]:
    yield from whom(facts)
    years = facts.case.horizon.financial_years
    yield from (" The award is for ", Quote(years[0]), *((" to ", Quote(years[-1])) if len(years) > 1 else ()), ".")
    if total_is_safe(facts):
        yield from (" It costs about ", _rounded(facts), " at present value.")
    yield " "
    yield from changes(facts)
    if facts.award.status == "optimal":
        yield " It is proven the best that the rules allow, within the precision that was asked for."


def total_is_safe(facts: Facts) -> bool:
    """Whether the total gives no provider's part away, neither to another bidder nor to somebody who made no bid."""
    paid: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in facts.award.awards:
        if facts.legend.key(row) != OWN_STAFF:
            paid[row.bidder] += row.cost
    parts = {name: part for name, part in paid.items() if part > 0}
    whole = sum(parts.values())
    for known in _known(facts.case):
        rest = whole - sum(parts.get(name, Decimal(0)) for name in known)
        if any(rest - part < part * _PART for name, part in parts.items() if name not in known):
            return False
    return bool(parts)


def _known(case: Case) -> Iterator[frozenset[str]]:
    """Of whom somebody knows the prices: nobody's, its own, or those of partnerships that it is a partner of as well."""
    yield frozenset()
    for bidder in case.bidders:
        shared = (each.id for each in case.bidders if any(row.bidder == bidder.id for row in each.partners))
        yield frozenset((bidder.id, *shared))


def _rounded(facts: Facts) -> Figure:
    totals = facts.award.totals
    assert totals is not None  # noqa: S101  an award has totals
    step = Decimal(1).scaleb(totals.cost.adjusted() - _SIGNIFICANT + 1)
    value = (totals.cost / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    return Figure(value.quantize(Decimal(1)), "£", Source("award", "/totals/cost", "rounded"))


def competition(facts: Facts) -> Section:
    """How many bid for each service, and how many provide it."""
    lots = {lot.id: lot.service for lot in facts.case.tendered}
    bidders: defaultdict[str, set[str]] = defaultdict(set)
    for bid in facts.case.bids:
        for name in bid.lots:
            bidders[lots[name]].add(bid.bidder)
    body: tuple[Row, ...] = tuple(
        (
            facts.service(service.id),
            facts.count("lots", service=service.id),
            Figure(Decimal(len(bidders[service.id])), "bidders", Source("case", f"bidders of {service.id}", "bidders")),
            facts.distinct("bidder", "providers", service=service.id),
        )
        for service in facts.case.services
        if any(row.service == service.id for row in facts.award.awards)
    )
    columns = (
        Column("Service", wide=2),
        Column("Lots", figures=True),
        Column("Bidders", figures=True),
        Column("Providers", figures=True),
    )
    return Section(
        "competition", ("How many bid",), (Table("Bidders and providers by service", columns, body, "Competition"),)
    )


def rules(facts: Facts) -> Section | None:
    """The board's own rules that are not about money, and what else limited the award."""
    stated = {f"rule[{rule.id}": rule for rule in facts.case.rules}
    loser = _losers(facts)
    told: list[Text] = []
    for rule in facts.award.rules:
        own = stated.get(rule.rule.partition("]")[0])
        if own is None or own.metric in _ABOUT_MONEY or "£" in rule.sentence or rule.unit not in _TELLABLE:
            continue
        # Who bid and lost is not told, by the way of a rule either.
        if loser is None or not loser.search(rule.sentence):
            told.append((Quote(clean(rule.sentence)), f" {state(rule).capitalize()}."))
    others = sorted({FAMILIES.get(family(rule), family(rule)) for rule in facts.award.rules if family(rule) != "rule"})
    blocks: list[Block] = []
    if told:
        blocks.append(Bullets(tuple(told)))
    if others:
        kept = rows("award", "/rules", sum(rule.satisfied for rule in facts.award.rules), "rules", satisfied="true")
        names = "; ".join(name[0].lower() + name[1:] for name in others)
        blocks.append(Paragraph((f"Limits were stated besides, on: {names}. Kept in all: ", kept, ".")))
    return Section("rules", ("Rules and limits",), tuple(blocks)) if blocks else None


def _losers(facts: Facts) -> re.Pattern[str] | None:
    """Names and ids of the bidders that win nothing; None where all win."""
    won = {row.bidder for row in facts.award.awards}
    losers = [bidder for bidder in facts.case.bidders if bidder.id not in won]
    names = "|".join(re.escape(name) for bidder in losers for name in (bidder.name, bidder.id))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)") if losers else None


def record(facts: Facts) -> Section:
    """That something was decided by hand, where it was, and the lines to sign on."""
    blocks: list[Block] = []
    if facts.award.by_hand:
        many = rows("award", "/by_hand", len(facts.award.by_hand), "")
        blocks.append(Paragraph(("Decided by hand, with the reason on record: ", many, ".")))
    blocks.append(SignOff(("Name", "Role", "Signature", "Date"), ("",) * 3))
    return Section("record", ("Approval",), tuple(blocks))
