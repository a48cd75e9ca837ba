"""The years over which bids of the example are compared."""

from datetime import date

from models import Horizon
from selector.examples.england_2013.cut import Cut

START = date(2013, 4, 1)

# Long enough for contracts of five years, and for what follows the end of hosting; plain cases hold neither.
_FULL = Horizon(start=START, years=5, extended=True)
_PLAIN = Horizon(start=START, years=3)

FINANCIAL_YEARS = _FULL.financial_years
"""Those of a full tender."""


def horizon(cut: Cut) -> Horizon:
    """Five financial years in which the extensions that bids offer are counted upon; three, without any, where plain."""
    return _PLAIN if cut.plain else _FULL
