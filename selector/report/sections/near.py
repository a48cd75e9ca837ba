"""The awards next to the best one."""

from selector.report.blocks import Block, Column, Paragraph, Row, Table
from selector.report.clean import clean
from selector.report.facts import Facts, at
from selector.report.paper import Section
from selector.report.text import Quote

_MOST = 10


def near(facts: Facts) -> Section | None:
    """Awards as good, or nearly so; None where nobody asked."""
    answer = facts.answers.ties
    if answer is None:
        return None
    if not answer.awards:
        told = "No other award is as good." if answer.complete else "None was found in the time there was."
        return Section("near", ("Awards next to it",), (Paragraph((told,)),))
    unit = "£" if facts.case.objective.mode == "money_valued" else "points"
    body: list[Row] = []
    for place, each in enumerate(answer.awards[:_MOST]):
        body.append(
            (
                at("ties", f"/awards/{place}/behind", each.behind, unit),  # type: ignore[arg-type]
                at("ties", f"/awards/{place}/difference/cost", each.difference.cost, "£", signed=True),
                at("ties", f"/awards/{place}/difference/quality", each.difference.quality, "points", signed=True),
                at("ties", f"/awards/{place}/difference/liability", each.difference.liability, "£", signed=True),
                Quote(clean(each.sentence)),
            )
        )
    heading = "£" if unit == "£" else "points"
    blocks: list[Block] = [
        Table(
            "Other awards, and how they differ",
            (
                Column(f"Behind, {heading}", figures=True),
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
