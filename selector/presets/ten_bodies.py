"""``ten-bodies``: about ten bodies of five million people each, as was recommended for business intelligence in 2012."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from models import Case, CaseInvalid, Fault, Service

FLOOR = Decimal(5_000_000)
"""People, the least that a provider serves."""
MOST_PROVIDERS = 10
QUALITY_STANDARD = Decimal(60)
"""Points, where neither the caller nor the service states a standard."""
PEOPLE = 50_000_000
"""People from which the number of providers is meant to hold: all of England, but for a few CCGs."""


def ten_bodies(case: Case, position: int, quality_standard: Decimal | None) -> Mapping[str, Any]:
    """What the service at this position is to state, by field.

    Raises
    ------
    CaseInvalid
        if its volume does not count people.
    """
    service = case.services[position]
    if service.unit != "people":
        message = (
            f'"{service.unit}" does not fit this preset: bodies of five million people need a service counted in people'
        )
        raise CaseInvalid([Fault(f"/services/{position}/unit", message)])
    standards = (quality_standard, service.quality_standard, QUALITY_STANDARD)
    return {
        "scale": "national",
        "shape": "plural",
        "floor": FLOOR,
        "floor_by_kind": {},
        "quality_standard": next(each for each in standards if each is not None),
        **_numbers(service, national=_people(case, service) >= PEOPLE),
    }


def _numbers(service: Service, *, national: bool) -> Mapping[str, int | None]:
    """How many providers, where the service states what contradicts it or the whole country buys."""
    if national:
        return {"min_providers": min(service.min_providers, MOST_PROVIDERS), "max_providers": MOST_PROVIDERS}
    # A single provider is no range of providers.
    return {"max_providers": None} if service.max_providers == 1 else {}


def remarks(case: Case, position: int) -> Iterator[str]:
    """What the preset leaves to the board."""
    service = case.services[position]
    people = _people(case, service)
    if people < PEOPLE:
        own = service.max_providers
        stays = f", and its own {own:,} stays" if own is not None and own > 1 else ""
        yield (
            f"The CCGs that buy {service.name} here have {people:,} people and not the {PEOPLE:,} of all England:"
            f" the published number of {MOST_PROVIDERS} providers is left out{stays}."
        )
        lots = {lot.id for lot in case.tendered if lot.service == service.id}
        bidders = {bid.bidder for bid in case.bids if not lots.isdisjoint(bid.lots)}
        stating = {
            bidder.id for bidder in case.bidders if bidder.served_elsewhere_by_service.get(service.id, Decimal(0)) > 0
        }
        yield (
            f"The floor of {FLOOR:,} people counts what a bidder serves outside this case, where it states that in"
            f" served_elsewhere_by_service: of the {len(bidders):,} that bid for it, {len(bidders & stating):,} do."
        )


def _people(case: Case, service: Service) -> int:
    """The people of the CCGs that buy the service; those of national boards are the same people again."""
    buying = {lot.buyer for lot in case.tendered if lot.service == service.id}
    return sum(buyer.population for buyer in case.buyers if buyer.id in buying and buyer.kind == "ccg")
