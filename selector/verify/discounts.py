"""What bidders take off, the more they win."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from models import Discount, EarnedDiscount, Tier
from selector.verify.award import Award
from selector.verify.exact import pennies
from selector.verify.term import Term
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


def _amount(award: Award, discount: Discount, reached: tuple[Tier, ...], won: Sequence[Won]) -> Decimal:
    """What is taken off in the last of the tiers reached: each bid's part to a penny, and a constant where incremental."""
    if not reached:
        return Decimal("0.00")
    tier = reached[-1]
    amount = Decimal("0.00")
    for of_bid in grouped(won, lambda one: one.bid.id).values():
        if tier.rate is not None:
            base = Fraction(sum(one.worth.price_value for one in of_bid))
        else:
            base = Fraction(_quantity(award, discount, of_bid)) * _served(award, of_bid[0], indexed=False)
        amount += pennies(Fraction(tier.off) * base)
    if discount.kind == "incremental":
        below = sum(
            Fraction(before.off) * Fraction(after.at_least - before.at_least) for before, after in pairwise(reached)
        )
        # Bids in the scope of an incremental discount run alike, so any of them tells what a yearly pound is worth.
        pound = _served(award, won[0], indexed=tier.rate is not None)
        amount += pennies(pound * (below - Fraction(tier.off) * Fraction(tier.at_least)))
    return amount


def _served(award: Award, won: Won, *, indexed: bool) -> Fraction:
    """The present value of £1 a year from the start of a bid on, as it is or indexed as its price is."""
    horizon = award.tender.case.horizon
    start = Term.of(horizon, won.bid).start
    factor = 1 / (1 + Fraction(horizon.discount_rate))
    rise = 1 + Fraction(won.bid.indexation if indexed else 0)
    return sum(
        (
            min(max(year + 1 - start, Fraction(0)), Fraction(1)) * (factor * rise) ** year
            for year in range(horizon.years)
        ),
        Fraction(0),
    )
