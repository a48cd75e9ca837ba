"""Charges shared by volume."""

from collections.abc import Mapping
from fractions import Fraction

from selector.decide.choice.charges import Charges, Rebate


def by_volume(charges: Charges) -> Mapping[str, Fraction]:
    """Pence for each buyer: of each charge by the volume of its lots that cause it, of overheads by their people.

    A discount is shared as it is taken off the lots; where the tier in force takes nothing off them and yet gives
    something for earlier tiers, by what the lots count.
    """
    shares = dict.fromkeys(charges.buyers, Fraction(0))
    for charge in charges.charges:
        total = sum(charge.weight.values())
        for buyer, weight in charge.weight.items():
            shares[buyer] += Fraction(charge.pence * weight, total)
    for rebate in charges.rebates:
        amount = rebate.amount(rebate.quantity)
        weights = _weights(rebate)
        in_all = sum(weights.values(), Fraction(0))
        for buyer, part in weights.items():
            shares[buyer] -= amount * part / in_all if in_all else amount / len(weights)
    return shares


def _weights(rebate: Rebate) -> Mapping[str, Fraction]:
    tier = rebate.tier(rebate.quantity)
    taken = {buyer: off[tier] for buyer, off in rebate.off.items()}
    return taken if any(taken.values()) else {buyer: Fraction(each) for buyer, each in rebate.quantity.items()}
