"""Shapley shares of charges.

Source: Shapley, *A value for n-person games*, 1953. Of a charge that is paid once if any of its buyers takes its lots, each
pays an equal part (Littlechild and Owen, *A simple expression for the Shapley value in a special case*, 1973); shares of a
sum of games are the sums of the shares. So only discounts, which no such rule fits, are enumerated.
"""

import math
from collections.abc import Mapping
from fractions import Fraction

from models import Unanswerable
from selector.decide.choice.charges import Charges, Rebate

MOST = 16
"""Buyers of one discount up to which it is enumerated."""


def shapley(charges: Charges) -> Mapping[str, Fraction]:
    """Pence for each buyer: the mean over all orders in which they may join of what each adds.

    Raises
    ------
    Unanswerable
        if a discount of several tiers is earned by more than 16 buyers.
    """
    shares = dict.fromkeys(charges.buyers, Fraction(0))
    for charge in charges.charges:
        for buyer in charge.weight:
            shares[buyer] += Fraction(charge.pence, len(charge.weight))
    for rebate in charges.rebates:
        for buyer, part in _of_rebate(rebate).items():
            shares[buyer] -= part
    return shares


def _of_rebate(rebate: Rebate) -> Mapping[str, Fraction]:
    buyers = list(rebate.quantity)
    if len(rebate.start) == 1 and not rebate.constant[0]:
        return {buyer: rebate.off[buyer][0] for buyer in buyers}
    if len(buyers) > MOST:
        raise Unanswerable(
            "shares",
            f"Shapley shares are exact, and worked out for discounts that at most {MOST} buyers earn together: those of"
            f" {rebate.bidder} are earned by {len(buyers)}; ask for shares by volume",
        )
    scale = math.lcm(*(part.denominator for off in rebate.off.values() for part in off))
    amounts = _amounts(rebate, buyers, scale)
    found = {}
    for position, buyer in enumerate(buyers):
        added = [0] * len(buyers)
        bit = 1 << position
        for others, amount in enumerate(amounts):
            if not others & bit:
                added[others.bit_count()] += amounts[others | bit] - amount
        orders = [math.factorial(size) * math.factorial(len(buyers) - size - 1) for size in range(len(buyers))]
        whole = sum(count * each for count, each in zip(orders, added, strict=True))
        found[buyer] = Fraction(whole, math.factorial(len(buyers)) * scale)
    return found


def _amounts(rebate: Rebate, buyers: list[str], scale: int) -> list[int]:
    """What is taken off for each set of buyers, as bits, in pence x ``scale``."""
    quantity = [0] * (1 << len(buyers))
    off = [[int(part * scale) for part in rebate.off[buyer]] for buyer in buyers]
    sums = [[0] * len(rebate.start)] + [[]] * ((1 << len(buyers)) - 1)
    amounts = [0] * (1 << len(buyers))
    for members in range(1, 1 << len(buyers)):
        last = members.bit_length() - 1
        rest = members & ~(1 << last)
        quantity[members] = quantity[rest] + rebate.quantity[buyers[last]]
        sums[members] = [one + other for one, other in zip(sums[rest], off[last], strict=True)]
        tier = sum(start <= quantity[members] for start in rebate.start) - 1
        amounts[members] = sums[members][tier] + rebate.constant[tier] * scale
    return amounts
