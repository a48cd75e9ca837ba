"""What becomes of the staff of a lot: the parts in which a bid is done, each on its own terms."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from models import Bidder, Lot
from selector.appraise.consequence import Consequence, LeftBehind
from selector.appraise.register import Register
from selector.appraise.timeline import Span, hosted_until


@dataclass
class _Sum:
    displaced: Fraction = field(default_factory=Fraction)
    buyers: Fraction = field(default_factory=Fraction)
    later: list[LeftBehind] = field(default_factory=list)
    pension: Fraction = field(default_factory=Fraction)
    staying: Fraction = field(default_factory=Fraction)


class Parts:
    """The consequences of every bid of a case.

    A partnership's NHS partners, and the lot's incumbent if it is a partner, each take on a part of the work as large as
    their share; the rest is the partnership's own.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._known: dict[tuple[object, ...], Consequence] = {}

    def consequence(self, bidder: Bidder, lot: Lot, transfer: Decimal | None, span: Span) -> Consequence:
        """What a bid of ``bidder`` with those terms means for the staff on ``lot``."""
        here = bidder.id == lot.incumbent or any(each.bidder == lot.incumbent for each in bidder.partners)
        incumbent = lot.incumbent if here else None
        # Of what is quick to compare: each of 40,000 bids asks.
        key = (bidder.id, incumbent, transfer, lot.id if lot.required_wte is not None else None, span)
        if key not in self._known:
            needed = self._register.needed(lot)
            self._known[key] = self._consequence(bidder, incumbent, transfer, needed, span)
        return self._known[key]

    def _consequence(
        self, bidder: Bidder, incumbent: str | None, transfer: Decimal | None, needed: Fraction, span: Span
    ) -> Consequence:
        found = _Sum()
        for each, share in self._parts(bidder, incumbent):
            self._add(found, each, share, incumbent, transfer, needed, span)
        return Consequence(found.displaced, found.buyers, tuple(found.later), found.pension, found.staying)

    def _add(
        self,
        found: _Sum,
        each: Bidder,
        share: Fraction,
        incumbent: str | None,
        transfer: Decimal | None,
        needed: Fraction,
        span: Span,
    ) -> None:
        case = self._register.case
        terms = case.terms(each.kind)
        stays = each.id == incumbent
        moving = Fraction(1) if stays else Fraction(terms.transfer if transfer is None else transfer)
        kept = share * needed * moving
        found.displaced += share - kept
        found.buyers += (share - kept) * Fraction(terms.buyer_share)
        until = hosted_until(each, case.horizon)
        left = Fraction(0)
        if each.hosting is not None and until is not None and span.start <= until < span.end:
            left = kept * (1 - Fraction(each.hosting.transfer))
            if left:
                paid = left * Fraction(case.terms(each.hosting.becomes).buyer_share)
                found.later.append(LeftBehind(each.hosting.until, left, paid))
        if stays:
            found.staying += kept - left
        else:
            found.pension += kept * Fraction(terms.pension)

    def _parts(self, bidder: Bidder, incumbent: str | None) -> list[tuple[Bidder, Fraction]]:
        register = self._register
        if bidder.id == incumbent:
            return [(bidder, Fraction(1))]
        partners = [(register.bidder_of[each.bidder], Fraction(each.share)) for each in bidder.partners]
        own = [(each, share) for each, share in partners if each.is_nhs or each.id == incumbent]
        return [*own, (bidder, 1 - sum((share for _, share in own), Fraction(0)))]
