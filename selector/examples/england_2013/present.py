"""What lots cost until the bid that wins them starts. Synthetic: as in the trusts, a little dearer than is offered now."""

from decimal import Decimal

from selector.examples.england_2013 import prices
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.services import Line

_TODAY = (1.0, 1.1)


def present_cost(ccg: Ccg, line: Line, seed: int) -> Decimal:
    """£ a year."""
    factor = Stream(seed, "present cost", ccg.ods, line.id).uniform(*_TODAY)
    return rounded(line.price * factor * prices.smallness(ccg, most=0.05) * ccg.people, 0)
