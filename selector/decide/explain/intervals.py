"""From what awards with a bid come to at least and at most, the prices and the quality between which it begins to win."""

from collections.abc import Callable
from decimal import Decimal

from models.explain import Threshold
from selector.decide.explain.offers import PENNY

_THOUSANDTH = Decimal("0.001")
_NONE = -1


def most_at(cost: Callable[[int], int], most: int, cap: int) -> int:
    """The highest price in pennies, up to a cap, at which a bid costs at most so many pence; -1 where none does.

    ``cost`` does not fall as the price goes up, and nearly goes along a line.
    """
    lowest, highest = cost(0), cost(cap)
    if lowest > most:
        return _NONE
    if highest <= most:
        return cap
    least, beyond = 0, cap
    guess = (most - lowest) * cap // (highest - lowest)
    step = 1
    while beyond - least > 1:
        at = min(max(guess, least + 1), beyond - 1)
        if cost(at) <= most:
            least, guess = at, at + step
        else:
            beyond, guess = at, at - step
        step *= 2
        if step > cap:
            guess = (least + beyond) // 2
    return least


def between(least: int | None, most: int | None) -> Threshold:
    """The prices, in pennies, that a price is proven to lie between."""
    if most is not None and most < 0:
        return Threshold(proof="never")
    if least is None and most is None:
        return Threshold(proof="open")
    low, high = (None if each is None else PENNY * each for each in (least, most))
    return Threshold(proof="exact" if low == high else "interval", at_least=low, at_most=high)


def points(most: int | None) -> Threshold:
    """At most so many thousandths of a point; nothing where that is not known."""
    if most is None:
        return Threshold(proof="open")
    return Threshold(proof="interval", at_least=_THOUSANDTH * 0, at_most=_THOUSANDTH * most)
