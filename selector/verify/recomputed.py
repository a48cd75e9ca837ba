"""All that is recomputed of an award before its claims are held against it."""

from dataclasses import dataclass
from decimal import Decimal

from models import EarnedDiscount, RuleState, Totals
from selector.verify.award import Award
from selector.verify.discounts import discounts
from selector.verify.limits import limits
from selector.verify.objectives import level_names, level_values, totals


@dataclass(frozen=True)
class Recomputed:
    """An award with its discounts, totals and objectives, and where it stands against every limit."""

    award: Award
    discounts: tuple[EarnedDiscount, ...]
    totals: Totals
    rules: tuple[RuleState, ...]
    levels: tuple[tuple[str, Decimal], ...]
    """Name and value of each level of the board's objective."""

    @classmethod
    def of(cls, award: Award) -> "Recomputed":
        """What follows from an award."""
        earned = discounts(award)
        found = totals(award, earned)
        return cls(
            award=award,
            discounts=earned,
            totals=found,
            rules=limits(award),
            levels=tuple(zip(level_names(award), level_values(award, found), strict=True)),
        )
