"""The awards next to the best one."""

from selector.report.blocks import Block, Column, Paragraph, Row, Table
from selector.report.clean import clean
from selector.report.facts import Facts, at
from selector.report.paper import Section
from selector.report.shown import Unit
from selector.report.text import Quote
from selector.report.units import unit_of_objective

_MOST = 10


def near(facts: Facts) -> Section | None:
    """Awards as good, or nearly so; None where nobody asked."""
    answer = facts.answers.ties
    if answer is None:
        return None
    if not answer.awards:
        told = "No other award is as good." if answer.complete else "None was found in the time there was."
        return Section("near", ("Awards next to it",), (Paragraph((told,)),))
    unit = _unit(facts)
    body: list[Row] = []
    for place, each in enumerate(answer.awards[:_MOST]):
        body.append(
            (
                at("ties", f"/awards/{place}/behind", each.behind, unit),
                at("ties", f"/awards/{place}/difference/cost", each.difference.cost, "£", signed=True),
                at("ties", f"/awards/{place}/difference/quality", each.difference.quality, "points", signed=True),
                at("ties", f"/awards/{place}/difference/liability", each.difference.liability, "£", signed=True),
                Quote(clean(each.sentence)),
            )
        )
    blocks: list[Block] = [
        Table(
            "Other awards, and how they differ",
            (
                Column(f"Behind, {unit}", figures=True),
                Column("Cost, £", figures=True),
                Column("Quality, points", figures=True),
                Column("Liability, £", figures=True),
                Column("What is different", wide=3),
            ),
            tuple(body),
            sheet="Near awards",
        )
    ]
    if answer.complete:
        blocks.append(Paragraph(("Proven: there are no others within what was asked for.",)))
    return Section("near", ("Awards next to it",), tuple(blocks))


def _unit(facts: Facts) -> Unit:
    """Of how far awards are behind: that of the board's first objective, after any priorities."""
    names = (level.objective for level in facts.award.certificate.levels)
    return unit_of_objective(facts.case, next((name for name in names if not name.startswith("priority")), ""))
