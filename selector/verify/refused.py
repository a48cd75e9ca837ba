"""Bids that somebody will not have."""

from collections.abc import Iterator

from models import Bid, Exclusion, Lot, Reason
from selector.verify.lot_set import means
from selector.verify.tender import Tender
from selector.verify.won import named


def choice(tender: Tender, bid: Bid) -> Iterator[Reason]:
    """Vetoes and shortlists of the buyers of a listed bid's lots."""
    for lot in map(tender.lots.__getitem__, bid.lots):
        buyer = tender.buyers[lot.buyer]
        if bid.bidder in buyer.vetoes:
            yield Reason(
                rule=f"veto[{buyer.id}, {bid.bidder}]",
                sentence=f"{named(tender, lot, bid)} is vetoed by {buyer.name}.",
            )
        if buyer.shortlist is not None and bid.bidder not in buyer.shortlist:
            yield Reason(
                rule=f"shortlist[{buyer.id}]",
                sentence=f"{named(tender, lot, bid)} is not on the shortlist of {buyer.name}.",
            )


def exclusions(tender: Tender, bid: Bid) -> Iterator[Reason]:
    """Decisions by hand that leave a listed bid out."""
    for exclusion in tender.case.exclusions:
        lot = next(
            (lot for lot in map(tender.lots.__getitem__, bid.lots) if _leaves_out(tender, exclusion, bid, lot)), None
        )
        if lot is not None:
            yield Reason(
                rule=f"exclusion[{exclusion.id}]",
                sentence=f"{named(tender, lot, bid)} is left out by hand: {exclusion.reason.rstrip('.')}.",
            )


def _leaves_out(tender: Tender, exclusion: Exclusion, bid: Bid, lot: Lot) -> bool:
    if exclusion.bid is not None:
        return exclusion.bid == bid.id
    return exclusion.bidder == bid.bidder and means(tender, exclusion.lots, lot)
