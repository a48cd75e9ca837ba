"""The lots that a rule or an exclusion means."""

from models import Lot, LotSet
from selector.verify.tender import Tender


def means(tender: Tender, lots: LotSet, lot: Lot) -> bool:
    """Whether a lot is in a set: of its services, for its buyers or those of its areas and regions."""
    if lots.services and lot.service not in lots.services:
        return False
    if not (lots.buyers or lots.areas or lots.regions):
        return True
    buyer = tender.buyers[lot.buyer]
    return buyer.id in lots.buyers or buyer.area in lots.areas or buyer.region in lots.regions
