"""The scale of providers: floors, capacities, viability, and how many there are."""

from collections.abc import Iterator
from decimal import Decimal

from models import Case
from selector.decide.member import Member
from selector.decide.members.stated import THOUSANDTH, at_least, at_most
from selector.verify.words import count, number, quantity


def floors(case: Case) -> Iterator[Member]:
    """Floors of services, for all bidders or for those of a kind."""
    for position, service in enumerate(case.services):
        rows = {bidder.id: ("floor", (bidder.id, service.id)) for bidder in case.bidders}
        if service.floor:
            yield at_least(
                f"floor[{service.id}]",
                ("services", position, "floor"),
                f"the floor of {service.name}",
                f"{service.name}: each provider must have at least {quantity(service.floor, service.unit)}.",
                (rows[bidder.id] for bidder in case.bidders if bidder.kind not in service.floor_by_kind),
                service.floor,
                service.unit,
                THOUSANDTH,
            )
        for kind, floor in service.floor_by_kind.items():
            if floor:
                yield at_least(
                    f"floor_by_kind[{service.id}, {kind}]",
                    ("services", position, "floor_by_kind", kind),
                    f"the floor of {service.name} for bidders of kind {kind}",
                    f"{service.name}: each provider of kind {kind} must have at least {quantity(floor, service.unit)}.",
                    (rows[bidder.id] for bidder in case.bidders if bidder.kind == kind),
                    floor,
                    service.unit,
                    THOUSANDTH,
                )


def capacities(case: Case) -> Iterator[Member]:
    """What single bidders can take on."""
    services = {service.id: service for service in case.services}
    for position, bidder in enumerate(case.bidders):
        for name, most in bidder.capacity.items():
            service = services[name]
            yield at_most(
                f"capacity[{bidder.id}, {name}]",
                ("bidders", position, "capacity", name),
                f"the capacity of {bidder.name} for {service.name}",
                f"{service.name}: {bidder.name} can take on at most {quantity(most, service.unit)}.",
                [(family, (bidder.id, name)) for family in ("capacity", "shared_capacity")],
                most,
                service.unit,
                THOUSANDTH,
            )
        if bidder.capacity_wte is not None:
            yield at_most(
                f"capacity_wte[{bidder.id}]",
                ("bidders", position, "capacity_wte"),
                f"the capacity of {bidder.name} in WTE",
                f"{bidder.name} can take on work of at most {quantity(bidder.capacity_wte, 'WTE')}.",
                [("capacity_wte", (bidder.id,))],
                bidder.capacity_wte,
                "WTE",
                THOUSANDTH,
            )


def provider_counts(case: Case) -> Iterator[Member]:
    """How many may provide a service."""
    for position, service in enumerate(case.services):
        if service.min_providers:
            yield at_least(
                f"min_providers[{service.id}]",
                ("services", position, "min_providers"),
                f"the least number of providers of {service.name}",
                f"{service.name}: there must be at least {count(service.min_providers, 'provider')}.",
                [("min_providers", (service.id,))],
                Decimal(service.min_providers),
                "providers",
                Decimal(1),
            )
        if service.max_providers is not None:
            yield at_most(
                f"max_providers[{service.id}]",
                ("services", position, "max_providers"),
                f"the greatest number of providers of {service.name}",
                f"{service.name}: there may be at most {count(service.max_providers, 'provider')}.",
                [("max_providers", (service.id,))],
                Decimal(service.max_providers),
                "providers",
                Decimal(1),
            )


def viability(case: Case) -> Iterator[Member]:
    """How many people a bidder of local services must serve."""
    for position, bidder in enumerate(case.bidders):
        if bidder.viability_floor:
            elsewhere = bidder.served_elsewhere
            counting = f" (it serves {number(elsewhere)} elsewhere)" if elsewhere else ""
            yield at_least(
                f"viability[{bidder.id}]",
                ("bidders", position, "viability_floor"),
                f"the viability floor of {bidder.name}",
                f"{bidder.name} must serve at least {number(bidder.viability_floor)} people in local services to"
                f" stand{counting}.",
                [("viability", (bidder.id,))],
                Decimal(bidder.viability_floor),
                "people",
                Decimal(1),
            )
