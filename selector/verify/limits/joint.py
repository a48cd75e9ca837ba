"""Buyers that take one supplier together."""

from collections.abc import Iterator

from models import Buyer, JointPurchase, RuleState
from selector.verify.award import Award
from selector.verify.limits.state import state

_ITSELF = ""
"""Each buyer itself, which is one supplier: no bidder has an empty id."""


def joint(award: Award) -> Iterator[RuleState]:
    """``joint[purchase, service]``: the suppliers of the lots of a service that are bought together, if two or more are."""
    tender = award.tender
    for purchase in tender.case.joint_purchases:
        buyers = {buyer.id for buyer in tender.case.buyers if _takes_part(buyer, purchase)}
        for service in tender.case.services:
            if purchase.services is not None and service.id not in purchase.services:
                continue
            won = [one for one in award.by_service.get(service.id, ()) if one.lot.buyer in buyers]
            if len(won) > 1:
                suppliers = {_ITSELF if one.bid.id in tender.fallbacks else one.bidder.id for one in won}
                yield state(
                    f"joint[{purchase.id}, {service.id}]",
                    len(suppliers),
                    "exactly",
                    1,
                    "suppliers",
                    f"{service.name}: the buyers of {purchase.name} take one supplier together.",
                )


def _takes_part(buyer: Buyer, purchase: JointPurchase) -> bool:
    return buyer.id in purchase.buyers or buyer.area in purchase.areas or buyer.region in purchase.regions
