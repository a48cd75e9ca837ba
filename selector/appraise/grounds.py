"""Where services are bought, as places and their neighbours."""

from collections.abc import Iterator
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

import numpy as np

from models import Buyer, Contiguity
from selector.appraise.appraisal import Ground
from selector.appraise.register import Register
from selector.appraise.units import ints

_RADIUS_KM = 6371.0088
"""Mean radius of the earth (Moritz 2000, Geodetic Reference System 1980)."""


def grounds(register: Register) -> Iterator[Ground]:
    """The ground of each service whose providers are to serve ground that hangs together."""
    near: dict[Contiguity, set[tuple[str, str]]] = {}
    for position, service in enumerate(register.case.services):
        contiguity = service.contiguity
        if contiguity is not None:
            if contiguity not in near:
                near[contiguity] = _near(register, contiguity)
            yield _ground(register, position, contiguity, near[contiguity])


def _near(register: Register, contiguity: Contiguity) -> set[tuple[str, str]]:
    """Neighbours, as pairs of places of any service."""
    if contiguity.within_km is None:
        return set(register.case.neighbours)
    within = float(contiguity.within_km)
    # Who buys nothing of a service still says where its place is.
    standing = [(place, buyer) for buyer in register.case.buyers if (place := _place(buyer, contiguity)) is not None]
    return {
        (one, other) for (one, a), (other, b) in combinations(standing, 2) if one != other and is_within(a, b, within)
    }


def _ground(register: Register, service: int, contiguity: Contiguity, near: set[tuple[str, str]]) -> Ground:
    buyers = register.case.buyers
    buying = {lot.buyer for lot in register.lots if register.service_at[lot.service] == service}
    place_of = [_place(buyer, contiguity) if buyer.id in buying else None for buyer in buyers]
    places = tuple(dict.fromkeys(place for place in place_of if place is not None))
    at = {place: position for position, place in enumerate(places)}
    found = [sorted((at[one], at[other])) for one, other in near if one in at and other in at]
    pairs = sorted({(one, other) for one, other in found})
    return Ground(
        service=service,
        places=places,
        of_buyer=ints(-1 if place is None else at[place] for place in place_of),
        neighbours=np.array(pairs, dtype=np.int64).reshape(len(pairs), 2),
    )


def _place(buyer: Buyer, contiguity: Contiguity) -> str | None:
    match contiguity.of:
        case "buyer":
            return buyer.id
        case "area":
            return buyer.area
        case "region":
            return buyer.region


def is_within(one: Buyer, other: Buyer, km: float) -> bool:
    """Whether two buyers are not farther apart; not where one of them has no position."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return False
    return kilometres(one.lon, one.lat, other.lon, other.lat) <= km


def kilometres(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """The great-circle distance of two places given in degrees, by haversines."""
    across, up = radians(other_lon - lon) / 2, radians(other_lat - lat) / 2
    chord = sin(up) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(across) ** 2
    return 2 * _RADIUS_KM * asin(sqrt(min(chord, 1.0)))
