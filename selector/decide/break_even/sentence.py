"""What redundancy asks of a bidder, in a sentence a board can repeat."""

from collections.abc import Iterator
from decimal import Decimal

from models import Ratio
from models.objective import Objective
from selector.verify.words import count, pounds


def sentence(
    must_be: Decimal, is_cheaper: Decimal, objective: Objective, *, wins: bool, compared: int, missing: int
) -> str:
    """The answer for one bidder: ``must_be`` is what makes up for redundancy, of ``compared`` lots."""
    told = _sentences(must_be, is_cheaper, wins=wins, compared=compared, missing=missing)
    return " ".join((*told, *(_scored(objective) if compared else ())))


def _scored(objective: Objective) -> Iterator[str]:
    """What scores make of redundancy: pounds make up for pounds, whatever they make of it."""
    if isinstance(objective, Ratio):
        counts = "as part of the price" if objective.price == "cost_and_liability" else "for nothing"
        yield f"In the scores of bids redundancy counts {counts}."


def _sentences(must_be: Decimal, is_cheaper: Decimal, *, wins: bool, compared: int, missing: int) -> Iterator[str]:
    if compared:
        lots = count(compared, "lot")
        others = f"the NHS family on {lots} that it wins" if wins else f"the award on {lots} that it bids for"
        makes_up = is_cheaper >= must_be
        if must_be > 0:
            enough = "and makes up for it" if makes_up else "and does not make up for it"
            yield (
                f"To make up for redundancy it must be {pounds(must_be)} cheaper than {others}: it is"
                f" {_cheaper(is_cheaper)}, {enough}."
            )
        else:
            less = f"{pounds(-must_be)} less" if must_be else "no more"
            yield f"It causes {less} redundancy than {others}, and is {_cheaper(is_cheaper)}."
    if missing:
        further = "further " if compared else ""
        yield f"For {count(missing, f'{further}lot')} that it wins no bid of the NHS family is open."
    if not compared and not missing:
        yield "None of its bids can be accepted."


def _cheaper(by: Decimal) -> str:
    if not by:
        return "no cheaper"
    return f"{pounds(abs(by))} {'cheaper' if by > 0 else 'dearer'}"
