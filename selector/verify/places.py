"""Which places border on each other, and into how many pieces some of them fall."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from models import Buyer, Case, Contiguity

Neighbours = Mapping[str, Collection[str]]

_EARTH_KM = 6_371.0088


def place(buyer: Buyer, contiguity: Contiguity) -> str | None:
    """Where a buyer is: itself, or its area or region, if it has one."""
    match contiguity.of:
        case "buyer":
            return buyer.id
        case "area":
            return buyer.area
        case "region":
            return buyer.region


def neighbours(case: Case, contiguity: Contiguity) -> Neighbours:
    """The neighbours of each place that has any: those listed or, where a distance is stated, those within it."""
    pairs = case.neighbours if contiguity.within_km is None else _near(case, contiguity, float(contiguity.within_km))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return found


def pieces(places: Iterable[str], bordering: Neighbours) -> int:
    """How many pieces some places make up, where those that border on each other are one piece."""
    left, number = set(places), 0
    while left:
        number += 1
        reached = [left.pop()]
        while reached:
            beside = left.intersection(bordering.get(reached.pop(), ()))
            left -= beside
            reached += beside
    return number


def within(most: float, one: Buyer, other: Buyer) -> bool:
    """Whether two buyers are known to be at most so many km from each other."""
    here, there = _position(one), _position(other)
    return here is not None and there is not None and _distance(here, there) <= most


def _near(case: Case, contiguity: Contiguity, most: float) -> Iterable[tuple[str, str]]:
    positions = [
        (where, position)
        for buyer in case.buyers
        if (where := place(buyer, contiguity)) is not None and (position := _position(buyer)) is not None
    ]
    for (one, here), (other, there) in combinations(positions, 2):
        if one != other and _distance(here, there) <= most:
            yield one, other


def _position(buyer: Buyer) -> tuple[float, float] | None:
    """Latitude and longitude in radians, if the buyer has them."""
    if buyer.lat is None or buyer.lon is None:
        return None
    return radians(buyer.lat), radians(buyer.lon)


def _distance(here: tuple[float, float], there: tuple[float, float]) -> float:
    """The great circle between two points, in km; latitude and longitude in radians."""
    (lat, lon), (other_lat, other_lon) = here, there
    haversine = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    # Of two points opposite each other rounding may leave a hair more than 1, of which there is no arcsine.
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(haversine)))
