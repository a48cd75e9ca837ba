"""``ten-bodies``: about ten bodies of five million people each, as was recommended for business intelligence in 2012."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from models import Case, CaseInvalid, Fault, Service
from models.faults import shown
from models.quantities import Id, Points
from selector.presets.changes import Changes
from selector.presets.parameters import Parameters

FLOOR = Decimal(5_000_000)
"""People, the least that a provider serves."""
MOST_PROVIDERS = 10
QUALITY_STANDARD = Decimal(60)
"""Points, where neither the caller nor the service states a standard."""
PEOPLE = 50_000_000
"""People from which the number of providers is meant to hold: all of England, but for a few CCGs."""


class TenBodies(Parameters):
    """Each service stated is provided by bodies of five million people, at most ten of them where all England buys."""

    services: Annotated[tuple[Id, ...], Field(min_length=1, description="The services.")]
    quality_standard: Annotated[
        Points | None, Field(description="That each provider has to meet; the service's own, else 60, if left out.")
    ] = None

    def changes(self, case: Case) -> Changes:
        """Fields of the services, and remarks where it is a part of England that buys."""
        chosen = [(at, service) for at, service in enumerate(case.services) if service.id in self.services]
        faults = [
            Fault(
                f"/services/{position}/unit",
                f"{shown(service.unit)} does not fit this preset: bodies of five million people need a service counted in people",
            )
            for position, service in chosen
            if service.unit != "people"
        ]
        if faults:
            raise CaseInvalid(faults)
        return Changes(
            services={service.id: self._fields(case, service) for _, service in chosen},
            remarks=tuple(remark for _, service in chosen for remark in _remarks(case, service)),
        )

    def _fields(self, case: Case, service: Service) -> Mapping[str, Any]:
        standards = (self.quality_standard, service.quality_standard, QUALITY_STANDARD)
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


def _remarks(case: Case, service: Service) -> Iterator[str]:
    """What the preset leaves to the board."""
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
