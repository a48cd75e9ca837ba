"""How much of the staff on a lot a bid displaces, and who pays for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from models import Bid, Bidder, Lot
from selector.verify.tender import Tender


@dataclass(frozen=True)
class Displaced:
    """What a bid does to the staff on one lot."""

    share: Fraction
    """The part of the staff that is displaced."""
    buyer_share: Fraction
    """The share that the buyer pays of what is paid to them."""


def displaced(tender: Tender, lot: Lot, bid: Bid) -> Displaced:
    """What ``bid`` does to the staff on ``lot``, each part of a partnership on the terms of whose part it is."""
    bidder = tender.bidders[bid.bidder]
    share = paid = Fraction(0)
    if bidder.id == lot.incumbent:
        return Displaced(share, paid)
    for whose, part in _parts(tender, lot, bidder):
        if whose.id == lot.incumbent:
            continue
        terms = tender.case.terms(whose.kind)
        out = part * (1 - Fraction(terms.transfer if bid.transfer is None else bid.transfer))
        share += out
        paid += out * Fraction(terms.buyer_share)
    return Displaced(share, paid / share if share else Fraction(0))


def _parts(tender: Tender, lot: Lot, bidder: Bidder) -> Iterator[tuple[Bidder, Fraction]]:
    """The parts that a bid is done in, and whose each is; what no partner does on terms of its own is the bidder's."""
    rest = Fraction(1)
    for partner in bidder.partners:
        other = tender.bidders[partner.bidder]
        if other.is_nhs or other.id == lot.incumbent:
            rest -= Fraction(partner.share)
            yield other, Fraction(partner.share)
    yield bidder, rest
