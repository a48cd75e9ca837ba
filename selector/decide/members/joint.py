"""What buyers buy together."""

from collections.abc import Iterator

from models import Buyer, Case, JointPurchase
from selector.decide.member import Member
from selector.decide.members.stated import kept
from selector.decide.words import listed, whole


def joint(case: Case) -> Iterator[Member]:
    """The joint purchases."""
    for position, purchase in enumerate(case.joint_purchases):
        services = [row for row in case.services if purchase.services is None or row.id in purchase.services]
        each = "one supplier" if len(services) == 1 else "one supplier of each"
        yield kept(
            f"joint[{purchase.id}]",
            ("joint_purchases", position),
            f"the joint purchase {purchase.name}",
            f"{whole(together(case, purchase))} buy {listed([row.name for row in services], 'service')} together, from {each}.",
            (("joint", (purchase.id, row.id)) for row in services),
        )


def together(case: Case, purchase: JointPurchase) -> str:
    """The buyers of a joint purchase: those few by name, or how many they are."""
    buyers = [buyer for buyer in case.buyers if takes_part(buyer, purchase)]
    noun = "CCG" if all(buyer.kind == "ccg" for buyer in buyers) else "buyer"
    return listed([buyer.name for buyer in buyers], noun)


def takes_part(buyer: Buyer, purchase: JointPurchase) -> bool:
    """Whether a buyer is one of those that buy together: listed, or in an area or region that is."""
    return buyer.id in purchase.buyers or buyer.area in purchase.areas or buyer.region in purchase.regions
