"""Ground that hangs together: by listed neighbours, and by distance."""

from decimal import ROUND_DOWN, Decimal

import pytest

from models import Buyer, Case, Contiguity
from selector.verify.places import neighbours, pieces, place
from tests.verify.small import small, weighed

# Along the equator a degree is 6,371.0088 km x pi / 180 = 111.195 km.
PLACES: dict[str, tuple[str, str, float | None, float | None]] = {
    "a": ("Hill", "North", 0, 0),
    "b": ("Hill", "North", 0, 1),
    "c": ("Vale", "North", 0, 2),
    "d": ("Dale", "South", 0, 4),
    "e": ("Marsh", "South", None, 4),
}


def ground(of: str, within_km: str | None = None, pairs: list[list[str]] | None = None) -> Case:
    """One lot for each place; x can have all of them, y those of b and c."""
    return small(
        buyers=[
            {"id": name, "name": name, "population": 3, "area": area, "region": region, "lat": lat, "lon": lon}
            for name, (area, region, lat, lon) in PLACES.items()
        ],
        services=[{"id": "f", "name": "F", "contiguity": {"of": of, "within_km": within_km}}],
        bidders=[{"id": name, "name": name.upper(), "kind": "private", "viability_floor": 0} for name in "xy"],
        bids=[
            {"id": f"{name}-{buyer}", "bidder": name, "lots": [f"{buyer}:f"], "price": 1}
            for name in "xy"
            for buyer in PLACES
        ],
        neighbours=pairs or [],
    )


def pieces_of(case: Case, winners: str) -> dict[str, int]:
    """The pieces of each provider's ground; ``winners`` are those of a, b, c, d and e."""
    accepted = [f"{winner}-{buyer}" for winner, buyer in zip(winners, PLACES, strict=True)]
    rules = [rule for rule in weighed(case, accepted).rules if rule.rule.startswith("contiguity")]
    assert all(rule.satisfied == (rule.value == 1) for rule in rules)
    return {rule.rule: int(rule.value) for rule in rules}


CHAIN = [["a", "b"], ["c", "b"], ["d", "c"], ["d", "e"]]
AREAS = [["Hill", "Vale"], ["Vale", "Dale"], ["Marsh", "Dale"]]


@pytest.mark.parametrize(
    ("case", "winners", "found"),
    [
        (ground("buyer", pairs=CHAIN), "xxxyy", (1, 1)),
        (ground("buyer", pairs=CHAIN), "xyxyx", (3, 2)),
        # Through places of one's own alone.
        (ground("buyer", pairs=CHAIN), "xxyxx", (2, 1)),
        (ground("area", pairs=AREAS), "xyxyy", (1, 2)),  # y: Hill; Dale with Marsh
        (ground("area", pairs=AREAS), "xyyyy", (1, 1)),
        (ground("region", pairs=[["North", "South"]]), "xyyxy", (1, 1)),
        (ground("region"), "xyyxy", (2, 2)),
        (ground("region"), "xxxyy", (1, 1)),
        # Neighbours of another sort are none.
        (ground("buyer", pairs=AREAS), "xxxyy", (3, 2)),
        (ground("buyer", "111.196"), "xxyyx", (2, 2)),  # e has no position, c and d are two degrees apart
        (ground("buyer", "111.194"), "xxyyx", (3, 2)),
        (ground("buyer", "222.391"), "xxyyx", (2, 1)),
        # Between areas it is the nearest buyers that count: b is a degree from c. A distance leaves no room for lists.
        (ground("area", "111.196", AREAS), "xyxyy", (1, 3)),
        (ground("region", "222.391"), "xyyxy", (1, 1)),
        (ground("region", "222.389"), "xyyxy", (2, 2)),
    ],
)
def test_the_pieces_of_a_providers_ground(case: Case, winners: str, found: tuple[int, int]) -> None:
    x, y = found
    assert pieces_of(case, winners) == {"contiguity[x, f]": x, "contiguity[y, f]": y}


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((45.7597, 4.8422), (48.8567, 2.3508), "392.2172"),  # Lyon to Paris, the example of the haversine package
        ((0, 0), (0, 180), "20015.1144"),  # half the way round: pi x 6,371.0088
        ((51.4, -0.2), (-51.4, 179.8), "20015.1144"),
        ((89, 0), (89, 180), "222.3902"),  # over the pole, two degrees
        ((0, 179.5), (0, -179.5), "111.1951"),  # over the date line, one degree
        ((60, 0), (60, 1), "55.5970"),
        ((53.5, -2.25), (53.5, -2.25), "0.000"),
    ],
)
def test_distances_are_great_circles(one: tuple[float, float], other: tuple[float, float], km: str) -> None:
    within = Decimal(km).quantize(Decimal("0.001"), ROUND_DOWN)
    assert near(one, other, within + Decimal("0.001"))
    assert not within or not near(one, other, within - Decimal("0.001"))


def near(one: tuple[float, float], other: tuple[float, float], within: Decimal) -> bool:
    case = small(
        buyers=[
            {"id": name, "name": name, "population": 1, "lat": lat, "lon": lon}
            for name, (lat, lon) in (("p", one), ("q", other))
        ],
        services=[{"id": "f", "name": "F"}],
        bids=[{"id": "both", "bidder": "j", "lots": ["p:f", "q:f"], "price": 1}],
    )
    found = neighbours(case, Contiguity(of="buyer", within_km=within))
    assert ("q" in found.get("p", ())) == ("p" in found.get("q", ()))
    return "q" in found.get("p", ())


def test_a_place_is_a_buyer_or_where_it_is() -> None:
    buyer = Buyer(id="p", name="P", population=1, area="Hill")
    assert [place(buyer, Contiguity(of=of)) for of in ("buyer", "area", "region")] == ["p", "Hill", None]


def test_no_places_are_no_pieces() -> None:
    assert pieces((), {}) == 0
