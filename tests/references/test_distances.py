"""Ground that hangs together by distance, held against distances worked out by hand or published.

A degree along a meridian is 6,371.0088 km x pi / 180 = 111.195080 km.
"""

import pytest

from tests.references.decided import Decided, best
from tests.references.ground import APART, ASKED, TOGETHER, ground
from tests.references.tender import Row


def at(lat: float, lon: float) -> Row:
    return {"lat": lat, "lon": lon}


def are_neighbours(one: Row, other: Row, within_km: str) -> bool:
    """Whether one supplier may serve both. x asks 100 of each and y 110: together they come to 200, parted to 210."""
    asked = {"x": {"w": 100, "e": 100}, "y": {"w": 110, "e": 110}}
    cost = Decided(ground({"of": "buyer", "within_km": within_km}, asked, {"w": one, "e": other})).totals.cost
    assert cost in (200, 210)
    return cost == 200


@pytest.mark.parametrize(
    ("one", "other", "nearest", "farther"),
    [
        # A degree along a meridian, along the equator, and across the line where days change. With a radius of 6,371 km
        # it would be 111.194927 km, within 111.195.
        (at(52, -1), at(53, -1), "111.195", "111.196"),
        (at(0, 10), at(0, 11), "111.195", "111.196"),
        (at(0, 179.5), at(0, -179.5), "111.195", "111.196"),
        # Two degrees of longitude at 60 degrees north. Along the parallel it is as far as the degree above; straight it
        # is less: sin(1 degree) cos(60 degrees) = 0.0174524064 / 2 = 0.0087262032, the arc of which is 0.0087263140;
        # twice that x 6,371.0088 = 111.190846.
        (at(60, 0), at(60, 2), "111.190", "111.191"),
        # From pole to pole: 180 x 111.195080 = 20,015.1144.
        (at(90, 0), at(-90, 77), "20015.114", "20015.115"),
    ],
)
def test_by_hand(one: Row, other: Row, nearest: str, farther: str) -> None:
    assert not are_neighbours(one, other, nearest)
    assert are_neighbours(one, other, farther)


def test_mapado_haversine_lyon_paris() -> None:
    """392.2172595594006 km, as the documentation of the package ``haversine`` (by Mapado) has it with the same radius."""
    lyon, paris = at(45.7597, 4.8422), at(48.8567, 2.3508)
    assert not are_neighbours(lyon, paris, "392.217")
    assert are_neighbours(lyon, paris, "392.218")


def test_rosetta_code_nashville_los_angeles() -> None:
    """2,887.2599506071106 km with a radius of 6,372.8 km (Rosetta Code, Haversine formula), so 2,886.448 km with ours."""
    nashville, los_angeles = at(36.12, -86.67), at(33.94, -118.40)
    # 2,887.25995 x 6,371.0088 / 6,372.8 = 2,887.25995 - 2,887.25995 x 1.7912 / 6,372.8 = 2,887.25995 - 0.81151.
    assert not are_neighbours(nashville, los_angeles, "2886.448")
    assert are_neighbours(nashville, los_angeles, "2886.449")


# London, Birmingham and Manchester, by a flat map: a degree of latitude is 111.2 km, one of longitude cos(latitude) of
# that, so that from London to Birmingham it is some 109 km north and 121 km west, 163 km; on to Manchester 111 km and
# 24 km, 113 km; from London to Manchester 219 km and 143 km, 262 km.
CITIES = {"w": at(51.5074, -0.1278), "m": at(52.4862, -1.8904), "e": at(53.4808, -2.2426)}


@pytest.mark.parametrize(
    ("within_km", "cost", "winners"),
    [
        # All three are neighbours.
        (280, 290, APART),
        # London and Manchester are not.
        (200, 300, TOGETHER),
        # Nor are London and Birmingham: x in London, y in the rest.
        (140, 305, ("x/w", "y/m", "y/e")),
    ],
)
def test_three_cities(within_km: int, cost: int, winners: tuple[str, ...]) -> None:
    best(ground({"of": "buyer", "within_km": within_km}, places=CITIES), cost, *winners)


def test_areas_are_as_near_as_the_nearest_of_their_buyers() -> None:
    # On the equator v is at 0 degrees and w at 3, both in the west; m in the middle at 4; e in the east at 5. So each
    # borders on the next within a degree, though v and m are four apart.
    asked = {"x": {"v": 50, "w": 100, "m": 100, "e": 100}, "y": {"v": 60, "w": 120, "m": 90, "e": 115}}
    areas = {"v": "West", "w": "West", "m": "Middle", "e": "East"}
    places = {name: {"area": areas[name], **at(0, lon)} for name, lon in zip("vwme", (0, 3, 4, 5), strict=True)}
    within = {"of": "area", "within_km": 112}
    best(ground(within, asked, places), 350, "x/v", *TOGETHER)
    # With the middle at 6 nothing is near anything: who has the west has no more. x in the west 150, y in the rest 205
    # where that hangs together, within two degrees.
    places["m"] |= at(0, 6.5)
    places["e"] |= at(0, 7.5)
    best(ground(within, asked, places), 355, "x/v", "x/w", "y/m", "y/e")


def test_who_has_no_position_is_near_nobody() -> None:
    # The middle is not on the map, so that neither side borders on it; west and east are near each other.
    places = {"w": at(0, 0), "m": {"lat": 0.0}, "e": at(0, 1)}
    best(ground({"of": "buyer", "within_km": 112}, places=places), 290, *APART)
    # Within less nothing is near anything: a place each, x, y and z (100 + 90 + 126).
    asked = {**ASKED, "z": {"w": 150, "m": 140, "e": 126}}
    best(ground({"of": "buyer", "within_km": 111}, asked, places), 316, "x/w", "y/m", "z/e")


def test_with_a_distance_stated_neighbours_do_not_count() -> None:
    # They are said to border on each other, and are two degrees apart.
    places = {name: at(0, lon) for name, lon in zip("wme", (0, 2, 4), strict=True)}
    asked = {**ASKED, "z": {"w": 150, "m": 140, "e": 126}}
    pairs = [["w", "m"], ["m", "e"]]
    best(ground({"of": "buyer", "within_km": 112}, asked, places, neighbours=pairs), 316, "x/w", "y/m", "z/e")
    best(ground({"of": "buyer"}, asked, places, neighbours=pairs), 300, *TOGETHER)
