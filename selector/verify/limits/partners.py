"""What partners take on, alone and through their partnerships."""

from collections.abc import Iterator

from models import RuleState
from selector.verify.award import Award
from selector.verify.limits.state import serve, state
from selector.verify.words import quantity


def shared_capacity(award: Award) -> Iterator[RuleState]:
    """``shared_capacity[bidder, service]``: a partner's volume with its share of its partnerships'."""
    tender = award.tender
    for bidder in tender.case.bidders:
        partnerships = tender.memberships.get(bidder.id, ())
        if not partnerships:
            continue
        for service in tender.case.services:
            most = bidder.capacity.get(service.id)
            if most is None:
                continue
            volume = award.volume(bidder.id, service.id)
            volume += sum(share * award.volume(partnership, service.id) for partnership, share in partnerships)
            if volume:
                yield state(
                    f"shared_capacity[{bidder.id}, {service.id}]",
                    volume,
                    "at most",
                    most,
                    service.unit,
                    f"{service.name}: {bidder.name} may {serve(service, 'at most', most)},"
                    " counting its share of its partnerships.",
                )


def capacity_wte(award: Award) -> Iterator[RuleState]:
    """``capacity_wte[bidder]``: the work a bidder wins, outposts included, with its share of its partnerships'."""
    for bidder in award.tender.case.bidders:
        partnerships = award.tender.memberships.get(bidder.id, ())
        active = any(name in award.by_bidder for name in (bidder.id, *(name for name, _ in partnerships)))
        if bidder.capacity_wte is None or not active:
            continue
        counting = ", counting its share of its partnerships" if partnerships else ""
        yield state(
            f"capacity_wte[{bidder.id}]",
            award.wte(bidder.id) + sum(share * award.wte(partnership) for partnership, share in partnerships),
            "at most",
            bidder.capacity_wte,
            "WTE",
            f"{bidder.name} may take on work of at most {quantity(bidder.capacity_wte, 'WTE')}{counting}.",
        )
