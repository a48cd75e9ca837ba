"""What changing hands costs once: taking over, and buying again when an agreement runs out. Synthetic."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from models import BidderKind
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.services import Line
from selector.examples.england_2013.supplier import Supplier

# Shares of a year's price: systems, contracts and managers' time; an incumbent has nothing to take over.
_TAKING_OVER: Mapping[BidderKind, tuple[float, float]] = {
    "nhs_csu": (0.01, 0.03),
    "in_house": (0.005, 0.02),
    "partnership": (0.01, 0.03),
    "local_authority": (0.01, 0.04),
    "voluntary": (0.02, 0.05),
    "private": (0.03, 0.07),
}

_TYPICAL_CCG = 267_000
# Shares of a typical lot's price of a year.
_BUYING_AGAIN = (0.02, 0.04)
# The first call-off of the Lead Provider Framework was for three years; its call-offs, as a rule, were for five.
_SUCCESSOR_AT_SCALE, _SUCCESSOR = Decimal(3), Decimal(5)


def taking_over(cut: Cut, supplier: Supplier, ccg: Ccg, a_year: float) -> float:
    """£ that a supplier asks for its start on a lot, given its price of a year; nothing of who is there already."""
    there = cut.incumbents.get(ccg.ods) == supplier
    return 0.0 if there else a_year * _share(cut.seed, supplier.id, supplier.kind, ccg.ods)


@lru_cache(maxsize=8192)
def _share(seed: int, supplier: str, kind: BidderKind, ods: str) -> float:
    return Stream(seed, "transition", supplier, ods).uniform(*_TAKING_OVER[kind])


def buying_again(line: Line, seed: int) -> Decimal:
    """£ that it takes to procure a lot again."""
    share = Stream(seed, "buying again", line.id).uniform(*_BUYING_AGAIN)
    return rounded(share * line.price * _TYPICAL_CCG / 100, 0) * 100


def successor_years(line: Line) -> Decimal:
    """For how long it is procured then."""
    return _SUCCESSOR_AT_SCALE if line.scale == "national" else _SUCCESSOR
