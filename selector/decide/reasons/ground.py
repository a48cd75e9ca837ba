"""Ground in pieces between which there is no way."""

from collections.abc import Mapping, Sequence

from models import Service
from selector.decide.market import Market
from selector.decide.member import Member
from selector.decide.members.joint import takes_part
from selector.decide.unusable import pieces
from selector.decide.words import listed
from selector.verify.words import count


def in_pieces(market: Market, members: Sequence[Member]) -> str | None:
    """Ground that needs more providers than there may be, or none of which may serve all that is bought together."""
    hanging = [member for member in members if member.family == "contiguity"]
    if len(hanging) != 1 or len(members) != 2:
        return None
    (other,) = (member for member in members if member is not hanging[0])
    service = market.service(hanging[0])
    if other.family == "joint":
        return _bought_across(market, service, other)
    if other.family not in ("max_providers", "shape") or other.path[1] != hanging[0].path[1]:
        return None
    there_are = len(set(_piece_of(market, service).values()))
    most = 1 if other.family == "shape" and service.shape == "single" else int(other.limit or there_are)
    if there_are <= most or service.contiguity is None:
        return None
    return (
        f"{service.name}: the {service.contiguity.of}s that buy it fall into {count(there_are, 'piece')} of ground with"
        " no way from one to the next, and each needs a provider of its own."
    )


def _bought_across(market: Market, service: Service, member: Member) -> str | None:
    case = market.ledger.case
    purchase = case.joint_purchases[int(member.path[1])]
    if purchase.services is not None and service.id not in purchase.services:
        return None
    piece = _piece_of(market, service)
    together = [buyer for buyer in case.buyers if buyer.id in piece and takes_part(buyer, purchase)]
    if len({piece[buyer.id] for buyer in together}) < 2:
        return None
    names = listed([buyer.name for buyer in together], "buyer")
    return f"{service.name}: {names} lie on pieces of ground with no way from one to the next."


def _piece_of(market: Market, service: Service) -> Mapping[str, int]:
    """The piece of ground that each buyer of a service lies on."""
    appraisal = market.ledger.relaxation.barred
    for ground in appraisal.grounds:
        if appraisal.services.ids[ground.service] == service.id:
            label = pieces(ground)
            places = zip(appraisal.limits.buyers, ground.of_buyer.tolist(), strict=True)
            return {buyer: int(label[place]) for buyer, place in places if place >= 0}
    return {}
