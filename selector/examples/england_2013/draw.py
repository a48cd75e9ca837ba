"""Seeded draws, the same on every platform.

Each thing drawn has a stream of its own, named after the thing: cutting out an area, or adding a bidder, leaves every
other figure as it was. Only ``random()``, which Python promises to keep, and what IEEE 754 rounds
exactly (the four operations and the square root), are used.
"""

from decimal import Decimal
from math import sqrt
from random import Random


class Stream:
    """The draws that belong to one thing of one seed.

    Parameters
    ----------
    seed
        The seed of the case.
    thing
        What is drawn, from the general to the particular, such as ``("price", bidder, lot)``.
    """

    def __init__(self, seed: int, *thing: str) -> None:
        self._random = Random("/".join((str(seed), *thing)))  # noqa: S311 - made-up prices, not secrets

    def uniform(self, low: float, high: float) -> float:
        """A number from ``low`` up to ``high``, each as likely."""
        return low + (high - low) * self._random.random()

    def bell(self, spread: float) -> float:
        """A number around 0 with standard deviation ``spread``, never beyond three and a half of them."""
        # The sum of four uniform numbers has variance 4/12, and no tail to cut off.
        draw = self._random.random
        return spread * sqrt(3) * (draw() + draw() + draw() + draw() - 2)

    def chance(self, likelihood: float) -> bool:
        """True with the given likelihood."""
        return self._random.random() < likelihood

    def whole(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + int(self._random.random() * (high - low + 1))


def rounded(value: float, places: int) -> Decimal:
    """``value`` to so many decimal places."""
    return Decimal(f"{value:.{places}f}")
