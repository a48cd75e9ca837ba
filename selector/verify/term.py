"""From when to when a bid is for."""

from dataclasses import dataclass
from fractions import Fraction

from models import Bid, Horizon
from selector.verify.calendar import years_from


@dataclass(frozen=True)
class Term:
    """The times of a bid, in years from the horizon's first day."""

    start: Fraction
    extension: Fraction
    """When its term without an extension is over; ``end`` where none is counted upon."""
    end: Fraction

    @classmethod
    def of(cls, horizon: Horizon, bid: Bid) -> "Term":
        """That of ``bid``; without a term it is to the end of the horizon."""
        start = Fraction(0) if bid.start is None else years_from(horizon.start, bid.start)
        if bid.term_years is None:
            end = Fraction(horizon.years)
            return cls(start, end, end)
        over = start + Fraction(bid.term_years)
        further = bid.extension_years if horizon.extended else None
        return cls(start, over, over + Fraction(further or 0))
