"""The lots that are tendered, whether listed or not."""

from collections.abc import Iterable
from decimal import Decimal

from models.buyer import Buyer
from models.lot import Lot
from models.service import Service

FALLBACK_PREFIX = "in-house:"
"""What the ids of fallbacks of optional lots, and of who is behind them, start with."""


def lot_id(buyer: str, service: str) -> str:
    """The id of the lot of a service for a buyer, in a case that lists no lots."""
    return f"{buyer}:{service}"


def tendered(lots: Iterable[Lot] | None, buyers: Iterable[Buyer], services: Iterable[Service]) -> tuple[Lot, ...]:
    """The lots of a case, each with its volume: those listed, else every service for every buyer."""
    people = {buyer.id: Decimal(buyer.population) for buyer in buyers}
    if lots is not None:
        return tuple(
            lot if lot.volume is not None else lot.model_copy(update={"volume": people[lot.buyer]}) for lot in lots
        )
    services = tuple(services)
    # Without validation: the parts are sound, and a name that is too long is for ``references`` to report.
    return tuple(
        Lot.model_construct(id=lot_id(buyer, service.id), buyer=buyer, service=service.id, volume=volume)
        for buyer, volume in people.items()
        for service in services
    )
