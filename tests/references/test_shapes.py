"""Delivery shapes that decide an award, worked out by hand. The horizon is one year, so A = 1."""

from collections.abc import Mapping
from typing import Any

import pytest

from models import Case
from tests.references.decided import best, broken
from tests.references.tender import Row, offer, supplier, tender

BIDDERS = [supplier("x", group="one"), supplier("y", group="one"), supplier("z", group="two"), supplier("w")]
ASKED = {"x": (100, 130), "y": (125, 100), "z": (90, 145), "w": (200, 95)}


def shaped(**service: Any) -> Case:
    """Who asks how much of a, and of b; without a shape z has a at 90 and w has b at 95."""
    bids = [
        offer(f"{bidder}/{buyer}", price, f"{buyer}:it")
        for bidder, row in ASKED.items()
        for buyer, price in zip("ab", row, strict=True)
    ]
    people = dict.fromkeys("ab", 100_000)
    return tender(people, [{"id": "it", "name": "IT", "scale": "national", **service}], bids, bidders=BIDDERS)


@pytest.mark.parametrize(
    ("shape", "cost", "winners"),
    [
        (None, 185, ["z/a", "w/b"]),
        # One for both: x 230, y 225, z 235, w 295.
        ("single", 225, ["y/a", "y/b"]),
        # Of one group: x and y with 100 + 100, z alone 235, w, who is of no group, alone 295.
        ("network", 200, ["x/a", "y/b"]),
    ],
)
def test_single_and_network(shape: str | None, cost: int, winners: list[str]) -> None:
    best(shaped(shape=shape), cost, *winners)


@pytest.mark.parametrize("shape", ["single", "network"])
def test_which_limit_another_shape_breaks(shape: str) -> None:
    assert broken(shaped(shape=shape), shaped()) == {"shape[it]"}


def test_a_network_between_two_limits() -> None:
    # At most one: a network of one, y at 225. At least two: x and y.
    best(shaped(shape="network", max_providers=1), 225, "y/a", "y/b")
    best(shaped(shape="network", min_providers=2), 200, "x/a", "y/b")


def rated(rows: Mapping[str, tuple[tuple[int, int], ...]], **service: Any) -> Case:
    """``rows[bidder]`` is what it asks of a, b and c, and its points there: 100,000, 100,000 and 200,000 people."""
    bids = [
        offer(f"{bidder}/{buyer}", price, f"{buyer}:it", scores={"care": points})
        for bidder, row in rows.items()
        for buyer, (price, points) in zip("abc", row, strict=True)
    ]
    people = {"a": 100_000, "b": 100_000, "c": 200_000}
    services = [{"id": "it", "name": "IT", "scale": "national", **service}]
    return tender(people, services, bids, criteria=[{"id": "care", "name": "Care"}])


THREE = {
    "cheap": ((60, 50), (60, 50), (60, 50)),
    "good": ((100, 80), (100, 80), (100, 80)),
    # good with a and b, poor with c
    "mixed": ((105, 70), (95, 70), (90, 50)),
}


def test_plural_asks_for_two_each_at_the_standard() -> None:
    # cheap is the cheapest at 180, but has 50 points. good has 80 at 300, but there must be two. mixed has 70 with a, b
    # or both; with c and one of them (70 + 50 x 2) / 3 = 56.7, too few; with all three 60, but then it is alone. So c
    # goes to good, and of a and b mixed is cheaper than good with b only: 100 + 95 + 100.
    plural = rated(THREE, shape="plural", quality_standard=60)
    best(plural, 295, "good/a", "mixed/b", "good/c")
    free = rated(THREE)
    best(free, 180, "cheap/a", "cheap/b", "cheap/c")
    assert broken(plural, free) == {"shape[it]", "quality_standard[cheap, it]"}


def test_plural_holds_the_mean_of_a_provider_to_the_standard() -> None:
    # At 50 points cheap will do, with one lot for another: the least dearer is c to mixed, 60 + 60 + 90. Where mixed has
    # 49 there, it is b: 60 + 95 + 60.
    best(rated(THREE, shape="plural", quality_standard=50), 210, "cheap/a", "cheap/b", "mixed/c")
    poorer = {**THREE, "mixed": ((105, 70), (95, 70), (90, 49))}
    best(rated(poorer, shape="plural", quality_standard=50), 215, "cheap/a", "mixed/b", "cheap/c")
    # Two thirds of 50 and one of 70 are 56.666...: at 56.666 mixed may have b and c, 100 + 95 + 90, at 56.667 not.
    best(rated(THREE, shape="plural", quality_standard="56.666"), 285, "good/a", "mixed/b", "mixed/c")
    best(rated(THREE, shape="plural", quality_standard="56.667"), 295, "good/a", "mixed/b", "good/c")


def test_a_single_provider_at_a_standard_of_all_lots() -> None:
    # All three lots of mixed are (70 + 70 + 50 x 2) / 4 = 60 points, at 290; good 80 at 300; cheap 50 at 180.
    best(rated(THREE, shape="single", quality_standard=50), 180, "cheap/a", "cheap/b", "cheap/c")
    best(rated(THREE, shape="single", quality_standard=60), 290, "mixed/a", "mixed/b", "mixed/c")
    best(rated(THREE, shape="single", quality_standard="60.001"), 300, "good/a", "good/b", "good/c")


IN_HOUSE: Row = supplier("own", "in_house", buyer="a")


def test_a_buyer_for_itself_counts_as_a_provider() -> None:
    # Two providers at least, and a's own staff are one: 120 + 100 rather than 100 + 100 from x alone, or 100 + 130.
    bids = [
        offer("own/a", 120, "a:it"),
        offer("x/a", 100, "a:it"),
        offer("x/b", 100, "b:it"),
        offer("y/b", 130, "b:it"),
    ]
    services = [{"id": "it", "name": "IT", "shape": "plural", "quality_standard": 0}]
    case = tender(dict.fromkeys("ab", 100_000), services, bids, bidders=[IN_HOUSE])
    best(case, 220, "own/a", "x/b")
