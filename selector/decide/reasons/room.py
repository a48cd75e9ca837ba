"""Sums of volume."""

from collections.abc import Sequence

from selector.decide.market import NOTHING, Market
from selector.decide.member import Member
from selector.decide.words import amount
from selector.verify.words import count, number

FLOORS = ("floor", "floor_by_kind")


def more_than_there_is(market: Market, members: Sequence[Member]) -> str | None:
    """Floors of one service, and so many providers that they need more than its volume."""
    if any(member.family not in (*FLOORS, "min_providers", "shape") for member in members):
        return None
    floors = [member.limit or NOTHING for member in members if member.family in FLOORS]
    if not floors or len({member.path[1] for member in members}) != 1:
        return None
    service = market.service(members[0])
    families = {member.family for member in members}
    providers = max(
        2 if "shape" in families and service.shape == "plural" else 1,
        service.min_providers if "min_providers" in families else 1,
    )
    total = market.volume(service)
    if min(floors) * providers <= total or market.some_serve_elsewhere(service):
        return None
    return (
        f"{service.name}: {count(providers, 'provider')} of {amount(min(floors), service.unit)} each need"
        f" {number(min(floors) * providers)}; the buyers in this case have {number(total)}."
    )


def too_little(market: Market, members: Sequence[Member]) -> str | None:
    """Capacities for one service: less room than it needs, or than the lots that only those bidders bid for."""
    services = {member.path[-1] for member in members if member.family == "capacity"}
    if len(services) != 1 or any(member.family != "capacity" for member in members):
        return None
    case, tender = market.ledger.case, market.tender
    service = next(each for each in case.services if each.id in services)
    room = {case.bidders[int(member.path[1])].id: member.limit or NOTHING for member in members}
    total = market.volume(service)
    offered = market.offered(service)
    all_room = sum((min(most, room.get(bidder, most)) for bidder, most in offered.items()), NOTHING)
    if all_room < total:
        return (
            f"{service.name}: all that bid for it can take on {amount(all_room, service.unit)} between them; the"
            f" buyers in this case have {number(total)}."
        )
    only = [lot for lot in market.of(service.id) if market.bidding[lot] <= room.keys()]
    if not only:
        return None
    needed = sum((tender.volume(tender.lots[lot]) for lot in only), NOTHING)
    their_room = sum(room.values(), NOTHING)
    fit = "" if their_room < needed else ", and as lots are awarded whole they do not fit"
    return (
        f"{service.name}: the {count(len(only), 'lot')} that only these {count(len(room), 'bidder')} bid for"
        f" {'has' if len(only) == 1 else 'have'} {amount(needed, service.unit)}; they can take on"
        f" {amount(their_room, service.unit)} between them{fit}."
    )
