"""What bids ask: synthetic prices around the published £9 a head for the whole of commissioning support.

In a plain case an offer from outside the NHS holds the 5 to 9 % of value added tax that a CCG could not recover on it
(HSJ 5090717): its price is what the CCG would pay. In a full tender prices are before tax, which the case states.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from models import BidderKind, PriceBasis
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.services import Line
from selector.examples.england_2013.supplier import Supplier

# How a kind's prices lie about those of a middling NHS unit, before tax: an efficient outsider may well be cheaper.
_LEVEL: dict[BidderKind, tuple[float, float]] = {
    "nhs_csu": (0.92, 1.06),
    "private": (0.71, 0.91),
    "voluntary": (0.67, 0.87),
    "local_authority": (0.69, 0.85),
    "in_house": (0.90, 1.03),
    "partnership": (0.78, 0.93),
}
_IRRECOVERABLE_TAX = (0.05, 0.09)
_TAX_FREE: frozenset[BidderKind] = frozenset({"nhs_csu", "in_house"})

_BID_SPREAD = 0.055
_INCUMBENT_SAVES = 0.05  # nothing to mobilise
_PER_100_KM = 0.1
_NEAR_KM = 15.0
# Work from one place for everybody, without that on the spot, which is charged as outposts.
_FROM_ONE_PLACE = 0.88

# Fixed work weighs on a small CCG: so much more a head, the smaller it is; most for one that does the work alone.
_FULL_SIZE = 300_000
_SMALL, _SMALL_ALONE = 0.05, 0.15


@dataclass(frozen=True)
class Asked:
    """A price as a bid states it."""

    price: Decimal
    basis: PriceBasis


@lru_cache(maxsize=8192)
def level(seed: int, supplier: str, kind: BidderKind, service: str, *, taxed: bool) -> float:
    """What a supplier asks for a service, as a multiple of its typical price; where ``taxed`` with the tax on it."""
    draw = Stream(seed, "price level", supplier, service)
    price = draw.uniform(*_LEVEL[kind])
    return price * (1 + draw.uniform(*_IRRECOVERABLE_TAX)) if taxed and kind not in _TAX_FREE else price


def smallness(ccg: Ccg, most: float) -> float:
    """The factor by which support costs a small CCG more a head, up to ``1 + most``."""
    return 1 + most * (1 - min(ccg.people / _FULL_SIZE, 1))


def a_year(cut: Cut, supplier: Supplier, ccg: Ccg, line: Line) -> float:
    """The price of one bid in £ a year, whatever it is stated in."""
    price = asked(cut, supplier, ccg, line)
    return float(price.price) * (ccg.people if price.basis == "head" else 1)


def asked(cut: Cut, supplier: Supplier, ccg: Ccg, line: Line) -> Asked:
    """The price of one bid: pence a head for business intelligence, as it was quoted; £ a year for the rest."""
    factor = level(cut.seed, supplier.id, supplier.kind, line.id, taxed=cut.plain)
    factor *= smallness(ccg, _SMALL_ALONE if supplier.buyer == ccg.ods else _SMALL)
    factor *= 1 + Stream(cut.seed, "price", supplier.id, ccg.ods, line.id).bell(_BID_SPREAD)
    if line.shape == "single":
        factor *= _FROM_ONE_PLACE
    else:
        factor *= 1 + _PER_100_KM * max(cut.km(supplier, ccg) - _NEAR_KM, 0) / 100
    if cut.incumbents.get(ccg.ods) == supplier:
        factor *= 1 - _INCUMBENT_SAVES
    if line.id == "business-intelligence":
        return Asked(rounded(min(max(line.price * factor, 0.5), 1.0), 2), "head")
    return Asked(rounded(line.price * factor * ccg.people, 2), "year")
