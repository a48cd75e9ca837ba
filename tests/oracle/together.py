"""The rules on what a bidder wins all together: exclusive groups, caps on lots, joint purchases, ground that hangs together."""

from collections import Counter
from collections.abc import Iterator

from tests.oracle.agreements import JointPurchase
from tests.oracle.award import Award
from tests.oracle.places import pieces
from tests.oracle.tables import Case


def exclusive(case: Case, award: Award) -> Iterator[str]:
    """Groups of which more than one bid is accepted."""
    taken = Counter(bid.exclusive_group for bid in award.bids if bid.exclusive_group is not None)
    for (bidder, group), count in taken.items():
        if count > 1:
            yield f"exclusive[{bidder}, {group}]"


def caps_on_lots(case: Case, award: Award) -> Iterator[str]:
    """Bidders that win more lots than are published, of all services or of one."""
    for bidder, lots in award.lots.items():
        if case.max_lots is not None and len(lots) > case.max_lots and not case.bidders[bidder].at_home:
            yield f"max_lots[{bidder}]"
    for (bidder, service), won in award.won.items():
        most = case.services[service].max_lots
        if most is not None and len(won) > most and not case.bidders[bidder].at_home:
            yield f"max_lots[{bidder}, {service}]"


def joint(case: Case, award: Award) -> Iterator[str]:
    """Services of joint purchases that several suppliers share."""
    for purchase in case.joint_purchases:
        for service in case.services:
            if len(suppliers(award, purchase, service)) > 1:
                yield f"joint[{purchase.id}, {service}]"


def suppliers(award: Award, purchase: JointPurchase, service: str) -> set[str | None]:
    """Who supplies a service to the buyers of a joint purchase; None stands for the buyers themselves, as fallbacks."""
    if purchase.services is not None and service not in purchase.services:
        return set()
    mine = [offer for offer in award.offers if offer.lot.service == service and offer.lot.buyer in purchase.buyers]
    return {None if offer.bidder.fallback else offer.bidder.id for offer in mine}


def contiguity(case: Case, award: Award) -> Iterator[str]:
    """Providers whose ground falls into pieces."""
    for (bidder, service), won in award.won.items():
        asked = case.services[service].contiguity
        if asked is not None and pieces(case, asked, [offer.lot.buyer for offer in won]) > 1:
            yield f"contiguity[{bidder}, {service}]"
