"""How fast firms can take work over. Synthetic: of what all of England buys, in proportion to the case."""

from datetime import date
from decimal import Decimal

from models import Mobilisation
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.supplier import Supplier

_BEGINS = (date(2012, 11, 1), date(2012, 12, 1), date(2013, 1, 1), date(2013, 2, 1))
_LOTS, _LEAST_LOTS = (40.0, 75.0), 1.0
_WTE, _LEAST_WTE = (150.0, 250.0), 2.0

# Their work is done by people more than by systems, so that people are what they run short of.
_LIMITED_BY_PEOPLE = frozenset({"optum", "example-care-assessors"})


def mobilisation(cut: Cut, supplier: Supplier) -> Mobilisation | None:
    """A firm's; others, who are on the spot, take over at any pace."""
    if cut.plain or supplier.kind != "private" or supplier.partner_only:
        return None
    draw = Stream(cut.seed, "mobilisation", supplier.id)
    begins = _BEGINS[draw.whole(0, len(_BEGINS) - 1)]
    if supplier.id in _LIMITED_BY_PEOPLE:
        return Mobilisation(begins=begins, wte_a_month=_part(cut, draw.uniform(*_WTE), _LEAST_WTE))
    return Mobilisation(begins=begins, lots_a_month=_part(cut, draw.uniform(*_LOTS), _LEAST_LOTS))


def _part(cut: Cut, rate: float, least: float) -> Decimal:
    return rounded(max(rate * cut.share, least), 1)
