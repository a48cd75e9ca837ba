"""The award beside what plain wishes would lead to: cheapest, best quality, all NHS and so on."""

from decimal import Decimal

from models import Totals
from models.comparison import Compared
from selector.report.blocks import Block, Cell, Column, Paragraph, Row, Table
from selector.report.charts.scenarios import scenarios
from selector.report.clean import clean
from selector.report.facts import Facts, at
from selector.report.paper import Section
from selector.report.text import Document, Figure, Quote
from selector.scenarios import BASELINES

TOTALS = ("cost", "quality", "liability", "disruption")


def baselines(facts: Facts) -> Section | None:
    """Cost, quality, liability and disruption of the award and of each scenario that was compared; None without any."""
    answer = facts.answers.comparison
    if answer is None or facts.award.totals is None:
        return None
    own = facts.award.provenance.scenario or "as-stated"
    others = [(place, each) for place, each in enumerate(answer.scenarios) if each.scenario != own]
    found = [(place, each, each.totals) for place, each in others if each.totals is not None]
    if not others:
        return None
    blocks: list[Block] = [
        Paragraph((_what([each for _, each in others]),)),
    ]
    if not found:
        told = (
            "None of the alternatives that were asked about has an award, or none was found in the time there was.",
        )
        return Section("alternatives", ("Beside the alternatives",), (Paragraph(told),))
    named = [("This award", values(facts.award.totals))]
    named += [(clean(each.name), values(totals)) for _, each, totals in found]
    blocks.append(scenarios(named, facts.disruption_unit, "The award beside the alternatives"))
    rows: list[Row] = [("This award", *(facts.total(name) for name in TOTALS), proof(facts.award.status))]
    rows += [_row(facts, place, each) for place, each in others]
    blocks.append(
        Table(
            "This award and the alternatives",
            (
                Column("", wide=2),
                Column("Cost, £", figures=True),
                Column("Quality, points", figures=True),
                Column("Liability, £", figures=True),
                Column(f"Disruption, {facts.disruption_unit}", figures=True),
                Column("Proof", wide=1.2),
            ),
            tuple(rows),
            sheet="Alternatives",
            note=(
                "An alternative that is not proven may still improve; a small difference may then lie in how long was searched.",
            ),
        )
    )
    return Section("alternatives", ("Beside the alternatives",), tuple(blocks))


def _what(others: list[Compared]) -> str:
    """What the alternatives are: of the built-in ones alone it is known that they change no rule that the board stated."""
    if all(each.scenario in BASELINES for each in others):
        return "Each alternative keeps the same rules, and was sought for another wish."
    return "Each alternative was sought under another scenario, which may change rules, bids or what is wished for."


def _row(facts: Facts, place: int, each: Compared) -> Row:
    name = Quote(clean(each.name))
    if each.totals is None:
        return (name, None, None, None, None, proof(each.status))
    return (name, *figures_of(facts, place, each.totals), proof(each.status))


def figures_of(facts: Facts, place: int, totals: Totals, document: Document = "comparison") -> tuple[Cell, ...]:
    """The four totals of a scenario."""

    def figure(name: str) -> Figure:
        return at(document, f"/scenarios/{place}/totals/{name}", getattr(totals, name), facts.unit(name))

    return tuple(figure(name) for name in TOTALS)


def values(totals: Totals) -> dict[str, Decimal]:
    """The four by name."""
    return {name: getattr(totals, name) for name in TOTALS}


def proof(status: str) -> str:
    """A status in a word or two."""
    return {
        "optimal": "proven",
        "feasible": "not proven best",
        "infeasible": "no award possible",
        "unknown": "none found in time",
        "faulty": "does not fit the case",
    }[status]
