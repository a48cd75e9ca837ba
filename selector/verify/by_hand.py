"""What was decided by hand: bids that are to win, and bids that are left out."""

from models import Bid, ByHand, Exclusion, LotSet
from models.faults import shown
from selector.verify.sentences.names import Names
from selector.verify.sentences.where import where
from selector.verify.tender import Tender
from selector.verify.won import named


def by_hand(tender: Tender) -> tuple[ByHand, ...]:
    """Every decision by hand with its reason: picks in case order, then exclusions."""
    picks = (
        ByHand(name=f"pick[{pick.id}]", sentence=picked(tender, tender.bids[pick.bid]), reason=pick.reason)
        for pick in tender.case.picks
    )
    exclusions = (
        ByHand(name=f"exclusion[{exclusion.id}]", sentence=left_out(tender, exclusion), reason=exclusion.reason)
        for exclusion in tender.case.exclusions
    )
    return (*picks, *exclusions)


def picked(tender: Tender, bid: Bid) -> str:
    """A pick in a sentence."""
    return f"{_of(tender, bid)} is to win."


def left_out(tender: Tender, exclusion: Exclusion) -> str:
    """An exclusion in a sentence."""
    if exclusion.bid is not None:
        return f"{_of(tender, tender.bids[exclusion.bid])} is left out."
    bidder = tender.bidders[exclusion.bidder or ""].name
    if exclusion.lots == LotSet():
        return f"All bids of {bidder} are left out."
    return f"Bids of {bidder} for lots{where(Names.of(tender.case), exclusion.lots, ()).on_lots()} are left out."


def _of(tender: Tender, bid: Bid) -> str:
    if len(bid.lots) == 1:
        return named(tender, tender.lots[bid.lots[0]], bid)
    return f"Bid {shown(bid.id)} by {tender.bidders[bid.bidder].name} for {len(bid.lots):,} lots"
