"""How much a provider must, and may, take on."""

from collections.abc import Iterator

from models import RuleState
from selector.verify.award import Award
from selector.verify.limits.state import serve, state
from selector.verify.words import number


def floor(award: Award) -> Iterator[RuleState]:
    """``floor[bidder, service]``: a provider's volume, with what it serves elsewhere."""
    for name, provided in award.by_provider:
        bidder, service = award.tender.bidders[name], award.tender.services[provided]
        least = service.floor_by_kind.get(bidder.kind, service.floor)
        if not least or award.tender.at_home(bidder):
            continue
        elsewhere = bidder.served_elsewhere_by_service.get(provided, 0)
        counting = f" (it serves {number(elsewhere)} elsewhere)" if elsewhere else ""
        yield state(
            f"floor[{name}, {provided}]",
            award.volume(name, provided) + elsewhere,
            "at least",
            least,
            service.unit,
            f"{service.name}: {bidder.name} must {serve(service, 'at least', least)} to provide it{counting}.",
        )


def capacity(award: Award) -> Iterator[RuleState]:
    """``capacity[bidder, service]``: a bidder's volume on a service."""
    for name, provided in award.by_provider:
        bidder, service = award.tender.bidders[name], award.tender.services[provided]
        most = bidder.capacity.get(provided)
        if most is not None:
            yield state(
                f"capacity[{name}, {provided}]",
                award.volume(name, provided),
                "at most",
                most,
                service.unit,
                f"{service.name}: {bidder.name} may {serve(service, 'at most', most)}.",
            )


def viability(award: Award) -> Iterator[RuleState]:
    """``viability[bidder]``: the distinct people whom a bidder of local services serves in them.

    Those of a national board are the people of other buyers, and are not counted again.
    """
    tender = award.tender
    for name, won in award.by_bidder.items():
        bidder = tender.bidders[name]
        local = {one.lot.buyer for one in won if tender.services[one.lot.service].scale == "local"}
        served = {buyer for buyer in local if tender.buyers[buyer].kind != "national_board"}
        if not served or not bidder.viability_floor or tender.at_home(bidder):
            continue
        elsewhere = f" (it serves {number(bidder.served_elsewhere)} elsewhere)" if bidder.served_elsewhere else ""
        yield state(
            f"viability[{name}]",
            sum(tender.buyers[buyer].population for buyer in served) + bidder.served_elsewhere,
            "at least",
            bidder.viability_floor,
            "people",
            f"{bidder.name} must serve at least {number(bidder.viability_floor)} people in local services"
            f" to stand, each counted once{elsewhere}.",
        )
