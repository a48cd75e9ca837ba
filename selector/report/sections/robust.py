"""What insurance against dearer bidders would cost."""

from models.robust import RobustAward
from selector.report.blocks import Block, Bullets, Column, Paragraph, Row, Table
from selector.report.clean import clean
from selector.report.facts import Facts, at, rows
from selector.report.paper import Section
from selector.report.text import Quote


def robust(facts: Facts) -> Section | None:
    """The award that bears some bidders turning out dearer, beside this one; None where nobody asked."""
    answer = facts.answers.robust
    if answer is None or not answer.awards:
        return None
    blocks: list[Block] = [
        Paragraph(
            (
                "A bidder that turns out dearer asks ", at("robust", "/prices", answer.prices, "share"),
                " more than it bid, and takes over ", at("robust", "/transfer", answer.transfer, "share"),
                " fewer of the staff that it would. Each row: whichever bidders hurt most do so, as many of them as it says.",
            )
        ),
        Table(
            "Awards that bear dearer bidders",
            (
                Column("Dearer", wide=1),
                Column("As bids stand, £", figures=True),
                Column("At worst, £", figures=True),
                Column("Costs more, £", figures=True),
                Column("Saves at worst, £", figures=True),
                Column("Lots that change", figures=True),
            ),
            tuple(_row(place, each) for place, each in enumerate(answer.awards)),
            sheet="Robust awards",
            note=("All counted in pounds as the board weighs them. Limits hold at the prices of the bids.",),
        ),
        Bullets(tuple((Quote(clean(each.sentence)),) for each in answer.awards)),
    ]  # fmt: skip
    return Section("robust", ("If bidders turn out dearer",), tuple(blocks))


def _row(place: int, each: RobustAward) -> Row:
    where = f"/awards/{place}"
    budget = at("robust", f"{where}/budget", each.budget, "bidders")
    if each.robust is None or each.price is None or each.saves is None:
        return ((budget,), "not found in time", None, None, None, None)
    return (
        (budget,),
        at("robust", f"{where}/robust/counted", each.robust.counted, "£"),
        at("robust", f"{where}/robust/worst", each.robust.worst, "£"),
        at("robust", f"{where}/price", each.price, "£", signed=True),
        at("robust", f"{where}/saves", each.saves, "£"),
        rows("robust", f"{where}/handovers", len(each.handovers), "lots"),
    )
