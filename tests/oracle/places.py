"""The ground that a provider serves: its places, and whether they hang together."""

import math
from collections.abc import Collection

from tests.oracle.agreements import Contiguity
from tests.oracle.tables import Buyer, Case

_RADIUS_KM = 6371.0088


def place(buyer: Buyer, level: str) -> str:
    """Where a buyer is: itself, its area or its region."""
    found = {"buyer": buyer.id, "area": buyer.area, "region": buyer.region}[level]
    assert found is not None, "a valid case names the place of each buyer of a service whose ground hangs together"
    return found


def pieces(case: Case, asked: Contiguity, buyers: Collection[str]) -> int:
    """Into how many pieces, with no way from one to another, the places of these buyers fall."""
    left = sorted({place(case.buyers[buyer], asked.of) for buyer in buyers})
    count = 0
    while left:
        count += 1
        reached = [left.pop()]
        while reached:
            here = reached.pop()
            near = [there for there in left if neighbours(case, asked, here, there)]
            left = [there for there in left if there not in near]
            reached += near
    return count


def neighbours(case: Case, asked: Contiguity, one: str, other: str) -> bool:
    """Whether two places are neighbours."""
    if asked.within_km is None:
        return (one, other) in case.neighbours
    return any(
        kilometres(here, there) <= asked.within_km
        for here in positions(case, asked.of, one)
        for there in positions(case, asked.of, other)
    )


def positions(case: Case, level: str, name: str) -> list[tuple[float, float]]:
    """Where the buyers of a place are, of those that say so."""
    here = [
        row for row in case.buyers.values() if name == {"buyer": row.id, "area": row.area, "region": row.region}[level]
    ]
    return [row.position for row in here if row.position is not None]


def kilometres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """The great circle between two positions in degrees (longitude, latitude), by haversines."""
    lon, lat, other_lon, other_lat = map(math.radians, (*here, *there))
    square = (
        math.sin((other_lat - lat) / 2) ** 2
        + math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    )
    return 2 * _RADIUS_KM * math.asin(math.sqrt(square))
