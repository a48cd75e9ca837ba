"""The years over which bids are compared."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True)
class Horizon:
    """Whole financial years from 1 April ``start``; ``growth`` is 1 and the yearly rate of discounting."""

    start: date
    years: int
    growth: Fraction
    extended: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The financial years, such as ``2013-14``."""
        first = self.start.year
        return tuple(f"{year}-{(year + 1) % 100:02d}" for year in range(first, first + self.years))

    @property
    def factors(self) -> tuple[Fraction, ...]:
        """What a pound of each year counts."""
        return tuple(1 / self.growth**year for year in range(self.years))

    @property
    def annuity(self) -> Fraction:
        """What a pound in every year counts."""
        return sum(self.factors, Fraction(0))

    def time(self, day: date) -> Fraction:
        """When the first of a month is, in years from the start; below 0 before it."""
        return Fraction(12 * (day.year - self.start.year) + day.month - self.start.month, 12)
