"""The rules as sentences, each with its state and, where it was asked, its price."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from decimal import Decimal

from models import RuleState
from selector.report.blocks import Block, Cell, Column, Paragraph, Row, Table
from selector.report.clean import clean
from selector.report.facts import Facts, at, rows
from selector.report.paper import Section
from selector.report.shortened import shortened
from selector.report.shown import Unit
from selector.report.text import Figure, Quote, Source
from selector.report.units import unit_of_objective

_MOST = 12
_MEASURED = ("£", "people", "points", "WTE", "lots", "fraction")
"""Units of limits that an award may come near to."""
_UNITS: Mapping[str, Unit] = {
    "£": "£", "points": "points", "fraction": "share", "WTE": "WTE", "lots": "lots", "people": "people", "bids": "bids",
    "buyers": "buyers", "providers": "providers", "bidders": "bidders",
}  # fmt: skip
FAMILIES: Mapping[str, str] = {
    "budget": "Yearly budgets of buyers",
    "capacity": "Capacity of providers for a service",
    "shared_capacity": "Capacity that partners share",
    "capacity_wte": "Capacity of providers in staff",
    "max_lots": "Most lots for one bidder",
    "max_providers": "Most providers of a service",
    "min_providers": "Least providers of a service",
    "viability": "People that a provider must serve to be viable",
    "floor": "Least volume of a provider of a service",
    "exclusive": "Bids that exclude each other",
    "joint": "Buyers that buy together",
    "contiguity": "Ground that hangs together",
    "liability_cap": "Most redundancy cost for the buyers",
    "min_mean_quality": "Quality that a buyer asks for",
    "quality_standard": "Published quality standards",
    "shape": "Shape in which a service is provided",
    "mobilised_lots": "Lots taken over in time",
    "mobilised_wte": "Staff taken over in time",
    "rule": "The board's own rules",
}


def rules(facts: Facts) -> Section | None:
    """The board's own rules first, then the other limits by what they are about; None where the case has none."""
    states = facts.award.rules
    if not states:
        return None
    blocks: list[Block] = []
    own = [(place, rule) for place, rule in enumerate(states) if rule.rule.startswith("rule[")]
    if own:
        blocks.append(_own(facts, own))
    given = [(place, rule) for place, rule in enumerate(states) if not rule.satisfied and (place, rule) not in own]
    if given:
        blocks.append(_table("Limits that give way", given, sheet=""))
    blocks.append(_families(states))
    near = _near(states)
    if near:
        blocks.append(_table("The limits that are nearest to being reached", near, sheet=""))
    blocks += _prices(facts)
    blocks.append(_table("Every limit and rule", list(enumerate(states)), sheet="Rules", book_only=True))
    return Section("rules", ("Rules and limits",), tuple(blocks))


def _own(facts: Facts, own: list[tuple[int, RuleState]]) -> Table:
    reasons = {f"rule[{rule.id}": clean(rule.because) for rule in facts.case.rules}
    answer = facts.answers.prices
    prices = {} if answer is None else {each.rule.partition("]")[0]: shortened(each.told) for each in answer.rules}
    body: list[Row] = []
    for place, rule in sorted(own, key=lambda each: each[1].satisfied):
        name = re.split(r"[],]", rule.rule)[0]
        because = reasons.get(name)
        price: tuple[Cell, ...] = () if answer is None else (prices.get(name),)
        why = Quote(because) if because else None
        body.append((Quote(clean(rule.sentence)), state(rule), value(place, rule), *price, why))
    return Table(
        "The board's own rules",
        (
            Column("Rule", wide=2.6),
            Column("State", wide=0.8),
            Column("The award", figures=True),
            *(() if answer is None else (Column("Price", wide=1.5),)),
            Column("Why", wide=1.5),
        ),
        tuple(body),
        sheet="Board rules",
    )


def state(rule: RuleState) -> str:
    """Whether a rule is kept."""
    return "kept" if rule.satisfied else "gives way"


def value(place: int, rule: RuleState) -> Figure:
    """Where the award stands against a rule."""
    return at("award", f"/rules/{place}/value", rule.value, _UNITS.get(rule.unit, ""))


def _table(caption: str, found: list[tuple[int, RuleState]], *, sheet: str, book_only: bool = False) -> Table:
    return Table(
        caption,
        (
            Column("In words", wide=4),
            Column("State", wide=0.8),
            Column("The award", figures=True),
            Column("Limit", figures=True),
        ),
        tuple(
            (
                Quote(clean(rule.sentence)) if book_only else shortened(rule.sentence),
                state(rule),
                value(place, rule),
                at("award", f"/rules/{place}/limit", rule.limit, _UNITS.get(rule.unit, "")),
            )
            for place, rule in found
        ),
        sheet=sheet,
        book_only=book_only,
    )


def _families(states: tuple[RuleState, ...]) -> Table:
    families: dict[str, list[int]] = defaultdict(list)
    for place, rule in enumerate(states):
        families[family(rule)].append(place)
    kept = Counter(family(rule) for rule in states if rule.satisfied)
    body: list[Row] = []
    for name, places in sorted(families.items(), key=lambda item: (item[0] != "rule", -len(item[1]))):
        many: Cell = Figure(
            Decimal(len(places)), "", Source("award", "/rules", "count", "", (("rule", (f"{name}[*",)),))
        )
        held: Cell = Figure(
            Decimal(kept[name]),
            "",
            Source("award", "/rules", "count", "", (("rule", (f"{name}[*",)), ("satisfied", ("true",)))),
        )
        body.append((FAMILIES.get(name, name.replace("_", " ").capitalize()), many, held))
    return Table(
        "Limits and rules by what they are about",
        (Column("About", wide=3), Column("Number", figures=True), Column("Kept", figures=True)),
        tuple(body),
    )


def family(rule: RuleState) -> str:
    """What a rule is about: its name before the bracket."""
    return rule.rule.partition("[")[0]


def _near(states: tuple[RuleState, ...]) -> list[tuple[int, RuleState]]:
    """Kept limits that are not counts, the fullest first: those are the ones that the award might have broken."""
    found = []
    for place, rule in enumerate(states):
        if (
            not rule.satisfied
            or not rule.limit
            or not rule.value
            or rule.sense == "exactly"
            or rule.unit not in _MEASURED
        ):
            continue
        fullness = rule.value / rule.limit if rule.sense == "at most" else rule.limit / rule.value
        if fullness >= Decimal("0.95"):
            found.append((-fullness, place, rule))
    return [(place, rule) for _, place, rule in sorted(found, key=lambda each: each[:2])[:_MOST]]


def _prices(facts: Facts) -> list[Block]:
    answer = facts.answers.prices
    if answer is None or not answer.rules:
        return []
    listed = [(place, each) for place, each in enumerate(answer.rules) if each.verdict != "costs_nothing"]
    listed.sort(key=lambda each: each[1].verdict != "costs")  # what surely costs something first
    nothing = len(answer.rules) - len(listed)
    blocks: list[Block] = []
    if listed:
        body: list[Row] = [(shortened(each.sentence), shortened(each.told)) for _, each in listed]
        blocks.append(
            Table("What rules cost", (Column("Rule", wide=1.2), Column("Its price", wide=1.4)), tuple(body[:_MOST]))
        )
        blocks.append(
            Table(
                "What every rule costs",
                (
                    Column("Rule", wide=2),
                    Column("At least", figures=True),
                    Column("At most", figures=True),
                    Column("In words"),
                ),
                tuple(
                    (
                        Quote(clean(each.sentence)),
                        *(
                            None
                            if end is None
                            else at(
                                "prices",
                                f"/rules/{place}/{name}",
                                end,
                                unit_of_objective(facts.case, each.objective or ""),
                            )
                            for name, end in (("at_least", each.at_least), ("at_most", each.at_most))
                        ),
                        Quote(clean(each.told)),
                    )
                    for place, each in enumerate(answer.rules)
                ),
                sheet="Rule prices",
                book_only=True,
            )
        )
    if nothing:
        source = Source("prices", "/rules", "count", "", (("verdict", ("costs_nothing",)),))
        number = Figure(Decimal(nothing), "rules", source)
        told = ("binds somebody costs", "it") if nothing == 1 else ("bind somebody cost", "them")
        words = f" that {told[0]} nothing: the award would be as good without {told[1]}."
        blocks.append(Paragraph((number, words)))
    if answer.unbinding:
        many = rows("prices", "/unbinding", len(answer.unbinding), "rules")
        blocks.append(Paragraph(("No award could break ", many, ", whatever else it did.")))
    return blocks
