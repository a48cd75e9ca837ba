"""What redundancy comes to on a lot."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from selector.verify.displaced import Displaced
from selector.verify.exact import pennies
from selector.verify.staff import LotStaff


@dataclass(frozen=True)
class Liability:
    """What is to be paid: £."""

    whole: Decimal
    """Whoever pays."""
    buyers: Decimal
    """The part that the buyer pays."""


def liability(staff: LotStaff, displaced: Displaced) -> Liability:
    """The liability of a bid on a lot, before redeployment."""
    redundant = [left for left in (*displaced.at_once, *displaced.later) if left.share]
    cost = {on: staff.redundancy(on) for on in {left.on for left in redundant}}
    whole = sum((left.share * cost[left.on] for left in redundant), Fraction(0))
    paid = sum((left.share * cost[left.on] * left.buyer_share for left in redundant), Fraction(0))
    rounded = pennies(whole)
    return Liability(rounded, pennies(Fraction(rounded) * paid / whole) if whole else Decimal("0.00"))
