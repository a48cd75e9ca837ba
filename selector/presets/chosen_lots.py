"""The lots that a set of lots stands for, and who may win them."""

from models import Case, Lot, LotSet
from models.references import FALLBACK_PREFIX
from selector.verify.lot_set import means
from selector.verify.tender import Tender


def chosen_lots(case: Case, chosen: LotSet) -> tuple[Lot, ...]:
    """The lots of a case that a set of lots means, in their order."""
    tender = Tender(case)
    return tuple(lot for lot in case.tendered if means(tender, chosen, lot))


def bidders_for(case: Case, chosen: LotSet) -> frozenset[str]:
    """Who bids for any of the lots; a buyer that may do without a bid is one of them."""
    lots = chosen_lots(case, chosen)
    names = {lot.id for lot in lots}
    bidding = {bid.bidder for bid in case.bids if not names.isdisjoint(bid.lots)}
    return frozenset(bidding | {f"{FALLBACK_PREFIX}{lot.buyer}" for lot in lots if not lot.required})
