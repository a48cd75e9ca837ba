"""Who takes on the staff of a lot: the parts in which a bid is done, each on its own terms."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import Bid, Lot
from selector.appraise.register import Register


@dataclass(frozen=True)
class Displacement:
    """The share of a lot's staff that a bid displaces, and the share of their redundancy that the buyer pays."""

    share: Fraction
    buyers: Fraction


NOBODY = Displacement(Fraction(0), Fraction(0))


class Parts:
    """The displacement of every bid of a case.

    A partnership's NHS partners, and the lot's incumbent if it is a partner, each take on a part of the work as large as
    their share; the rest is the partnership's own.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._known: dict[tuple[str, str | None, Decimal | None], Displacement] = {}

    def displacement(self, bid: Bid, lot: Lot) -> Displacement:
        """What ``bid`` means for the staff on ``lot``."""
        bidder = self._register.bidder_of[bid.bidder]
        if bidder.id == lot.incumbent:
            return NOBODY
        staying = lot.incumbent if any(each.bidder == lot.incumbent for each in bidder.partners) else None
        key = (bidder.id, staying, bid.transfer)
        if key not in self._known:
            self._known[key] = self._displacement(*key)
        return self._known[key]

    def _displacement(self, name: str, incumbent: str | None, transfer: Decimal | None) -> Displacement:
        register = self._register
        bidder = register.bidder_of[name]
        partners = [(register.bidder_of[each.bidder], Fraction(each.share)) for each in bidder.partners]
        own = [(each, share) for each, share in partners if each.is_nhs or each.id == incumbent]
        rest = (bidder, 1 - sum((share for _, share in own), Fraction(0)))
        displaced = paid = Fraction(0)
        for each, share in (*own, rest):
            if each.id == incumbent:
                continue
            terms = register.case.terms(each.kind)
            leaving = share * (1 - Fraction(terms.transfer if transfer is None else transfer))
            displaced += leaving
            paid += leaving * Fraction(terms.buyer_share)
        return Displacement(displaced, paid / displaced) if displaced else NOBODY
