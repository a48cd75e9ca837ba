"""What bidders take off, the more they win."""

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from models import Discount, EarnedDiscount, Tier
from selector.verify.award import Award
from selector.verify.exact import pennies
from selector.verify.won import Won, grouped

_NOTHING = Decimal(0)


def discounts(award: Award) -> tuple[EarnedDiscount, ...]:
    """Each discount whose bidder wins a lot in its scope, in case order, whether or not a tier is reached."""
    found = []
    for discount in award.tender.case.discounts:
        won = [one for one in award.by_bidder.get(discount.bidder, ()) if _in_scope(discount, one)]
        if not won:
            continue
        quantity = _quantity(award, discount, won)
        reached = sum(tier.at_least <= quantity for tier in discount.tiers)
        found.append(
            EarnedDiscount(
                discount=discount.id,
                bidder=discount.bidder,
                by=discount.by,
                quantity=quantity,
                tier=discount.tiers[reached - 1].at_least if reached else None,
                amount=_amount(award, discount, discount.tiers[:reached], won),
            )
        )
    return tuple(found)


def _in_scope(discount: Discount, won: Won) -> bool:
    return discount.services is None or won.lot.service in discount.services


def _quantity(award: Award, discount: Discount, won: Collection[Won]) -> Decimal:
    """What the tiers count, of some lots won."""
    match discount.by:
        case "spend":
            return sum((one.worth.list_price for one in won), _NOTHING)
        case "volume":
            return sum((award.tender.volume(one.lot) for one in won), _NOTHING)
        case "lots":
            return Decimal(len(won))


def _amount(award: Award, discount: Discount, reached: tuple[Tier, ...], won: Collection[Won]) -> Decimal:
    """What is taken off in the last of the tiers reached: each bid's part to a penny, and a constant where incremental."""
    if not reached:
        return Decimal("0.00")
    tier, annuity = reached[-1], award.tender.annuity
    amount = Decimal("0.00")
    for of_bid in grouped(won, lambda one: one.bid.id).values():
        if tier.rate is not None:
            base = Fraction(sum(one.worth.price_value for one in of_bid))
        else:
            base = Fraction(_quantity(award, discount, of_bid)) * annuity
        amount += pennies(Fraction(tier.off) * base)
    if discount.kind == "incremental":
        below = sum(
            Fraction(before.off) * Fraction(after.at_least - before.at_least) for before, after in pairwise(reached)
        )
        amount += pennies(annuity * (below - Fraction(tier.off) * Fraction(tier.at_least)))
    return amount
