"""What is bought jointly, as arrays."""

from collections.abc import Iterator

from selector.appraise.appraisal import Joint
from selector.appraise.register import Register
from selector.appraise.units import ints


def joint(register: Register) -> Iterator[Joint]:
    """The lots of each joint purchase, service by service, where there are several."""
    for purchase in register.case.joint_purchases:
        together = {
            buyer.id
            for buyer in register.case.buyers
            if buyer.id in purchase.buyers or buyer.area in purchase.areas or buyer.region in purchase.regions
        }
        for position, service in enumerate(register.case.services):
            if purchase.services is not None and service.id not in purchase.services:
                continue
            lots = [at for at, lot in enumerate(register.lots) if lot.service == service.id and lot.buyer in together]
            if len(lots) > 1:
                yield Joint(purchase.id, position, ints(lots))
