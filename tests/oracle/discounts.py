"""What an award earns by a discount."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.agreements import Discount
from tests.oracle.exact import pence
from tests.oracle.tables import Bid, Case
from tests.oracle.whole_life import served
from tests.oracle.worth import Offer, Worth


@dataclass(frozen=True)
class Earned:
    """A discount of a bidder that wins something in its scope.

    ``quantity`` is in pounds, volume or lots, ``tier`` where the tier in force starts (None below the first), and
    ``amount`` in pence.
    """

    discount: str
    bidder: str
    quantity: Fraction
    tier: Fraction | None
    amount: int


def earned(case: Case, discount: Discount, bids: Iterable[Worth]) -> Earned | None:
    """What is earned with the accepted ``bids``; None where nothing in scope is won."""
    parts = [in_scope(discount, bid) for bid in bids if bid.bidder.id == discount.bidder]
    parts = [part for part in parts if part]
    if not parts:
        return None
    quantity = sum((units(discount, part) for part in parts), Fraction(0))
    reached = [tier for tier in discount.tiers if tier.start <= quantity]
    if not reached:
        return Earned(discount.id, discount.bidder, quantity, None, 0)
    off = reached[-1].off
    amount = sum(pence(_off(case, discount, part, off)) for part in parts)
    if discount.incremental:
        amount += pence(_constant(case, discount, len(reached), case.bids[parts[0][0].id]))
    return Earned(discount.id, discount.bidder, quantity, reached[-1].start, amount)


def in_scope(discount: Discount, bid: Worth) -> list[Offer]:
    """What a bid offers on lots that count."""
    return [offer for offer in bid.offers if discount.counts(offer.lot.service)]


def units(discount: Discount, part: Iterable[Offer]) -> Fraction:
    """What the offers count: pounds a year, volume, or lots."""
    return sum((_units(discount, offer) for offer in part), Fraction(0))


def _units(discount: Discount, offer: Offer) -> Fraction:
    if discount.by == "spend":
        return Fraction(offer.list_price, 100)
    return offer.lot.volume if discount.by == "volume" else Fraction(1)


def _off(case: Case, discount: Discount, part: list[Offer], off: Fraction) -> Fraction:
    """What is taken off a bid, in pounds, not rounded."""
    if discount.per_unit:
        return off * units(discount, part) * served(case, case.bids[part[0].id])
    return off * sum(offer.price_value for offer in part) / 100


def _constant(case: Case, discount: Discount, reached: int, bid: Bid) -> Fraction:
    """What an incremental discount takes off besides, in pounds: the earlier tiers' parts, less the last tier's on them.

    All bids in its scope run as ``bid`` does.
    """
    tiers = discount.tiers[:reached]
    earlier = sum((one.off * (after.start - one.start) for one, after in itertools.pairwise(tiers)), Fraction(0))
    return served(case, bid, indexed=not discount.per_unit) * (earlier - tiers[-1].off * tiers[-1].start)
