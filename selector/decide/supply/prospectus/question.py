"""The question what is to be bought, as suppliers may be told."""

from decimal import localcontext

from models import Case
from models.prospectus import LotDeal, Prospectus
from selector.decide.supply.prospectus.deals import Deals
from selector.decide.supply.prospectus.decided_by import decided_by
from selector.decide.supply.prospectus.services import service_deals
from selector.decide.supply.prospectus.terms import (
    FORMS,
    buyer_terms,
    criterion_terms,
    kind_terms,
    rules_on_bidders,
    rules_told,
    viability,
)
from selector.decide.supply.prospectus.without_bids import without_bids
from selector.search import EXACT
from selector.version import __version__

_FEW = 5
"""People below whose number a sum of pay tells of persons."""


def prospectus(case: Case) -> Prospectus:
    """Tell the size and shape of each deal, for suppliers to see before they bid.

    It is made from the case without its bids: of two cases that differ in these alone, and in what bidders ask or offer
    beside them, it is the same.

    Parameters
    ----------
    case
        The case.

    Returns
    -------
    Prospectus
        with money in £, staff in heads and WTE, and volumes in the units of the services.
    """
    with localcontext(EXACT):
        tender = without_bids(case)
        deals = Deals(tender)
        lots = tuple(deals.lots())
        return Prospectus(
            name=tender.name,
            date=tender.date,
            horizon=tender.horizon,
            decided_by=decided_by(tender.objective),
            objective=tender.objective,
            services=tuple(service_deals(deals)),
            lots=lots,
            joint=tuple(deals.joint()),
            buyers=tuple(buyer_terms(tender)),
            viability=tuple(viability(tender)),
            max_lots_per_bidder=tender.max_lots_per_bidder,
            liability_cap=tender.liability_cap,
            kinds=tuple(kind_terms(tender)),
            forms=FORMS,
            criteria=tuple(criterion_terms(tender)),
            rules=tuple(rules_told(tender)),
            rules_on_bidders=rules_on_bidders(tender),
            few_people=sum(_is_personal(lot) for lot in lots),
            version=__version__,
        )


def _is_personal(lot: LotDeal) -> bool:
    return lot.staff is not None and lot.staff.heads < _FEW
