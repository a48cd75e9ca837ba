"""Lots bought together that no one supplier can win."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from models import Case, JointPurchase, Service
from selector.decide.market import Market
from selector.decide.member import Member
from selector.decide.members.joint import takes_part, together
from selector.decide.words import whole


def nobody_bids_for_all(market: Market, member: Member) -> str | None:
    """The service that nobody bids for all of, of a joint purchase of some."""
    case = market.ledger.case
    purchase = case.joint_purchases[int(member.path[1])]
    services = len(purchase.services or case.services)
    for service, lots in _bought(case, purchase):
        if not _suppliers(market, market.bidding, lots):
            what = "" if services == 1 else f"{service.name} for "
            return f"no bidder bids for {what}all of them"
    return None


def every_supplier_kept_out(market: Market, members: Sequence[Member]) -> str | None:
    """Rules that keep all those out that bid for everything bought together."""
    case = market.ledger.case
    left = market.bidding_without([member.name for member in members])
    for member in members:
        if member.family != "joint":
            continue
        purchase = case.joint_purchases[int(member.path[1])]
        for service, lots in _bought(case, purchase):
            if not _suppliers(market, left, lots):
                return (
                    f"{whole(together(case, purchase))} buy {service.name} from one supplier, and each that bids for all"
                    f" of them is kept out of some by the other {'rule' if len(members) == 2 else 'rules'}."
                )
    return None


def _bought(case: Case, purchase: JointPurchase) -> Iterator[tuple[Service, list[str]]]:
    """The services of a joint purchase, each with the lots that are bought together if there are several."""
    buyers = {buyer.id for buyer in case.buyers if takes_part(buyer, purchase)}
    for service in case.services:
        lots = [lot.id for lot in case.tendered if lot.service == service.id and lot.buyer in buyers]
        if len(lots) > 1 and (purchase.services is None or service.id in purchase.services):
            yield service, lots


def _suppliers(market: Market, bidding: Mapping[str, Iterable[str]], lots: Sequence[str]) -> set[str]:
    """Who bids for all of some lots; buyers that fall back on themselves are one."""
    listed = {bidder.id for bidder in market.ledger.case.bidders}
    return set.intersection(*({name if name in listed else "" for name in bidding[lot]} for lot in lots))
