"""The parts in which a bid is done, each on the terms of whose it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from models import Bid, Bidder, Lot
from selector.verify.tender import Tender


@dataclass(frozen=True)
class Part:
    """A part of a bid on a lot."""

    whose: Bidder
    share: Fraction
    """How much of the whole."""
    stays: bool
    """Whether it is the incumbent's, with whom its staff stay."""
    transfer: Fraction
    """The share of its staff that transfer, of those needed."""


def parts(tender: Tender, lot: Lot, bid: Bid) -> Iterator[Part]:
    """The parts of ``bid`` on ``lot``: those of partners that stand on terms of their own, and the bidder's."""
    bidder = tender.bidders[bid.bidder]
    for whose, share in _shares(tender, lot, bidder):
        stays = whose.id == lot.incumbent
        of_its_kind = tender.case.terms(whose.kind).transfer
        transfer = Fraction(of_its_kind if bid.transfer is None else bid.transfer)
        yield Part(whose, share, stays, Fraction(1) if stays else transfer)


def _shares(tender: Tender, lot: Lot, bidder: Bidder) -> Iterator[tuple[Bidder, Fraction]]:
    rest = Fraction(1)
    # The staff of a partnership that provides the lot today are its own: they stay, whoever its partners are.
    for partner in () if bidder.id == lot.incumbent else bidder.partners:
        other = tender.bidders[partner.bidder]
        if other.is_nhs or other.id == lot.incumbent:
            rest -= Fraction(partner.share)
            yield other, Fraction(partner.share)
    yield bidder, rest
