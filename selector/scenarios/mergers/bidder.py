"""What merged bidders become."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from models import Bidder, Mobilisation
from models.faults import shown
from models.scenario import MergedCharges
from selector.scenarios.mergers.joined import Joined


def merged_bidder(joined: Joined) -> Bidder:
    """The lead with the capacities, people served elsewhere, charges and tags of all."""
    all_of_them, lead, merger = joined.bidders, joined.lead, joined.merger
    return lead.model_copy(
        update={
            "id": joined.id,
            "name": _name([bidder.name for bidder in all_of_them]) if merger.name is None else merger.name,
            "tags": tuple(dict.fromkeys(tag for bidder in all_of_them for tag in bidder.tags)),
            "overhead": _charge(merger.overhead, [bidder.overhead for bidder in all_of_them]),
            "setup": _by_service(joined, merger.setup, {bidder.id: bidder.setup for bidder in all_of_them}),
            "outpost_cost": _by_service(joined, "lead", {bidder.id: bidder.outpost_cost for bidder in all_of_them}),
            "capacity": _capacity(joined),
            "capacity_wte": _capacity_wte(joined),
            "served_elsewhere": sum(bidder.served_elsewhere for bidder in all_of_them),
            "served_elsewhere_by_service": _sums(bidder.served_elsewhere_by_service for bidder in all_of_them),
            "mobilisation": _mobilisation(joined),
        }
    )


def _name(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _charge(rule: MergedCharges, stated: list[Decimal]) -> Decimal:
    """One charge of those of all, the lead's being the first."""
    return {"sum": sum(stated, Decimal(0)), "largest": max(stated), "lead": stated[0]}[rule]


def _by_service(
    joined: Joined, rule: MergedCharges, charges: Mapping[str, Mapping[str, Decimal]]
) -> dict[str, Decimal]:
    """Charges by service. For a service that the lead does not offer, the largest of the others stands for the lead's."""
    own, found = charges[joined.lead.id], {}
    for service in dict.fromkeys(name for each in charges.values() for name in each):
        stated = [each[service] for each in charges.values() if service in each]
        if rule != "lead":
            found[service] = _charge(rule, stated)
        elif service in own:
            found[service] = own[service]
        elif service not in joined.offered[joined.lead.id]:
            found[service] = max(stated)
    return found


def _capacity(joined: Joined) -> dict[str, Decimal]:
    """What they can take on together. Who bids for nothing of a service, and states no limit, adds nothing there."""
    found = {}
    for service in dict.fromkeys(name for bidder in joined.bidders for name in bidder.capacity):
        limits = [
            bidder.capacity.get(service)
            for bidder in joined.bidders
            if service in bidder.capacity or service in joined.offered[bidder.id]
        ]
        stated = [limit for limit in limits if limit is not None]
        if len(stated) == len(limits):
            found[service] = sum(stated, Decimal(0))
    return found


def _capacity_wte(joined: Joined) -> Decimal | None:
    limits = [
        bidder.capacity_wte for bidder in joined.bidders if bidder.capacity_wte is not None or joined.offered[bidder.id]
    ]
    stated = [limit for limit in limits if limit is not None]
    return sum(stated, Decimal(0)) if stated and len(stated) == len(limits) else None


def _sums(figures: Iterable[Mapping[str, Decimal]]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for each in figures:
        for service, figure in each.items():
            found[service] = found.get(service, Decimal(0)) + figure
    return found


def _mobilisation(joined: Joined) -> Mobilisation | None:
    """The pace of all together; none where one of them can go at any."""
    first, *others = (bidder.mobilisation for bidder in joined.bidders)
    if first is None:
        return None
    lots, wte = first.lots_a_month, first.wte_a_month
    for bidder, pace in zip(joined.bidders[1:], others, strict=True):
        if pace is None:
            return None
        if pace.begins != first.begins:
            raise joined.refusal(
                f"{shown(joined.lead.id)} and {shown(bidder.id)} begin to mobilise on different days, so that together"
                " they have no one pace: patch one of them to begin with the other"
            )
        lots = None if lots is None or pace.lots_a_month is None else lots + pace.lots_a_month
        wte = None if wte is None or pace.wte_a_month is None else wte + pace.wte_a_month
    return None if lots is None and wte is None else first.model_copy(update={"lots_a_month": lots, "wte_a_month": wte})
