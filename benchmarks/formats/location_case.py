"""A location problem as a case."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import PurePath
from typing import TYPE_CHECKING

from models import FORMAT, Bid, Bidder, Buyer, Case, Horizon, Service

if TYPE_CHECKING:
    from benchmarks.formats.location import Location

_SERVICE = "supply"
_YEAR = date(2013, 4, 1)


def case(location: "Location", pounds: int, people: int) -> Case:
    """The case, its money and its volumes multiplied by ``pounds`` and ``people``."""
    return Case(
        format=FORMAT,
        name=f"Single-source location {PurePath(location.name).stem}",
        date=_YEAR,
        horizon=Horizon(start=_YEAR, years=1, discount_rate=Decimal(0)),
        buyers=tuple(
            Buyer(id=f"c{customer}", name=f"Customer {customer}", population=int(demand * people))
            for customer, demand in enumerate(location.demand, 1)
        ),
        services=(Service(id=_SERVICE, name="Supply"),),
        bidders=tuple(
            Bidder(
                id=f"f{facility}",
                name=f"Facility {facility}",
                kind="private",
                setup={_SERVICE: fixed * pounds},
                capacity={_SERVICE: capacity * people},
                viability_floor=0,
            )
            for facility, (capacity, fixed) in enumerate(zip(location.capacity, location.fixed, strict=True), 1)
        ),
        bids=tuple(_bids(location, pounds)),
    )


def _bids(location: "Location", pounds: int) -> Iterator[Bid]:
    for facility, row in enumerate(location.cost, 1):
        for customer, cost in enumerate(row, 1):
            yield Bid(
                id=f"f{facility}:c{customer}",
                bidder=f"f{facility}",
                lots=(f"c{customer}:{_SERVICE}",),
                price=cost * pounds,
            )
