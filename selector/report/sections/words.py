"""What the words of a paper mean."""

from selector.report.blocks import Column, Row, Table
from selector.report.facts import Facts
from selector.report.paper import Section

_WORDS: tuple[Row, ...] = (
    ("Lot", "One service for one buyer. It is awarded whole, to one bid."),
    ("Package", "A bid for several lots, accepted or refused as a whole."),
    ("Provider", "A bidder that wins at least one lot, or a buyer that does a lot itself."),
    ("Cost", "What is paid over the years compared, each later year discounted: its present value."),
    ("Quality", "Points from the published criteria, weighted by people and by service."),
    ("Liability", "Redundancy cost to be expected of staff who neither stay, transfer nor find a vacancy."),
    ("Disruption", "Lots that change supplier, or the staff on them, as the board has chosen to count it."),
    ("Proven", "Shown by a bound: no award that keeps the rules can be better than that."),
)


def words(facts: Facts) -> Section:  # noqa: ARG001  every section is asked alike
    """The terms a board member may look up."""
    return Section(
        "words", ("Words and units",), (Table("Terms", (Column("Term", wide=0.6), Column("Meaning", wide=4)), _WORDS),)
    )
