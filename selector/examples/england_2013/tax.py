"""Value added tax: none between NHS bodies, and a part that a CCG cannot recover on what it buys from others."""

from collections.abc import Mapping
from decimal import Decimal

from models import BidderKind
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.services import Line

_RATE = Decimal("0.2")
TAX: Mapping[BidderKind, Decimal] = {
    "private": _RATE,
    "voluntary": _RATE,
    "local_authority": _RATE,
    "partnership": _RATE,
}
"""Rates by kind of bidder."""

# So much comes back that 5 to 9 % stay with the CCG (HSJ 5090717).
_RECOVERED = (0.55, 0.75)


def recovered(line: Line, seed: int) -> Decimal:
    """The share of the tax on a service that a CCG gets back: drawn, as only the range for all support is published."""
    return rounded(Stream(seed, "tax recovered", line.id).uniform(*_RECOVERED), 2)
