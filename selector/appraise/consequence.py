"""What a bid means for the staff on a lot."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True)
class LeftBehind:
    """The share of a lot's staff that does not move with a body whose hosting ends."""

    day: date
    share: Fraction
    buyers: Fraction
    """The part of that whose redundancy buyers pay."""


@dataclass(frozen=True, eq=False)
class Consequence:
    """What a bid means for the staff on a lot, as shares of them.

    Told apart by identity, which is quick: ``Parts`` makes one for all bids of equal terms.
    """

    displaced: Fraction = Fraction(0)
    buyers: Fraction = Fraction(0)
    """The part of the displaced whose redundancy the buyer pays."""
    later: tuple[LeftBehind, ...] = ()
    pension: Fraction = Fraction(0)
    """Share of pay that the pensions of those who transfer cost more, times their share."""
    staying: Fraction = Fraction(0)
    """Share that stays with the incumbent to the end."""
