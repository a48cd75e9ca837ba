"""Dice: a seeded source of choices and of numbers as documents write them."""

import random
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from tests.oracle.exact import exact

Document = dict[str, Any]
Item = TypeVar("Item")


class Dice(random.Random):
    """Draws that depend on the seed alone."""

    def chance(self, probability: float) -> bool:
        """True with the given probability."""
        return self.random() < probability

    def some(self, items: Sequence[Item], probability: float) -> list[Item]:
        """Each item with the given probability, in order."""
        return [item for item in items if self.chance(probability)]

    def number(self, value: int | str | Fraction) -> int | float | str:
        """A number of few decimals as a document may write it: as text or as a JSON number."""
        digits = exact(str(value))
        plain = Decimal(digits.numerator) / Decimal(digits.denominator)
        if self.chance(0.5):
            return format(plain, "f")
        return int(digits) if digits.denominator == 1 else float(plain)

    def money(self, pence: int) -> int | float | str:
        """Pounds and pence as a document may write them."""
        return self.number(Fraction(pence, 100))
