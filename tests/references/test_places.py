"""Ground that hangs together by the neighbours that a case states, worked out by hand (prices: ``ground.py``)."""

import pytest

from tests.references.decided import best, broken
from tests.references.ground import APART, ASKED, TOGETHER, ground
from tests.references.tender import offer

CHAIN = [["w", "m"], ["m", "e"]]
RING = [*CHAIN, ["e", "w"]]


def test_with_contiguity_300_and_without_it_290() -> None:
    best(ground(None), 290, *APART)
    best(ground({"of": "buyer"}, neighbours=CHAIN), 300, *TOGETHER)
    # All round, west and east border on each other too.
    best(ground({"of": "buyer"}, neighbours=RING), 290, *APART)
    assert broken(ground({"of": "buyer"}, neighbours=CHAIN), ground(None)) == {"contiguity[x, it]"}


def test_where_nothing_borders_on_anything_each_provider_has_one_place() -> None:
    # x, y and z one each: 100 + 90 + 126; the five other ways come to 340 and more.
    asked = {**ASKED, "z": {"w": 150, "m": 140, "e": 126}}
    best(ground({"of": "buyer"}, asked), 316, "x/w", "y/m", "z/e")


@pytest.mark.parametrize("level", ["area", "region"])
def test_areas_and_regions_hang_together_by_their_own_neighbours(level: str) -> None:
    # Two buyers in the west, v and w: each provider may have either or both. Apart: y's v and middle, x's w and east,
    # 40 + 100 + 90 + 100. x needs the middle between its w and its east: 40 + 100 + 100 + 100; or gives the east to y,
    # 345, or w, 350.
    asked = {"x": {"v": 50, **ASKED["x"]}, "y": {"v": 40, **ASKED["y"]}}
    places = {name: {level: place} for name, place in zip("vwme", ("West", "West", "Middle", "East"), strict=True)}
    chain = [["West", "Middle"], ["Middle", "East"]]
    best(ground(None, asked, places), 330, "y/v", *APART)
    best(ground({"of": level}, asked, places, neighbours=chain), 340, "y/v", *TOGETHER)
    best(ground({"of": level}, asked, places, neighbours=[*chain, ["East", "West"]]), 330, "y/v", *APART)


def test_areas_do_not_hang_together_by_what_is_said_of_buyers() -> None:
    # All three buyers border on each other, their areas only in a chain.
    places = {name: {"area": name.upper()} for name in "wme"}
    areas = [[one.upper(), other.upper()] for one, other in CHAIN]
    best(ground({"of": "area"}, places=places, neighbours=[*RING, *areas]), 300, *TOGETHER)


def test_the_way_leads_through_places_that_are_served() -> None:
    # Four in a row, the third of which y would do for 5: x has the first two and the last, 35 in all, and the last is
    # cut off. All to x are 60; the last two to y 65.
    asked = {"x": {"w": 10, "m": 10, "n": 30, "e": 10}, "y": {"w": 40, "m": 40, "n": 5, "e": 40}}
    row = [["w", "m"], ["m", "n"], ["n", "e"]]
    best(ground(None, asked), 35, "x/w", "x/m", "y/n", "x/e")
    best(ground({"of": "buyer"}, asked, neighbours=row), 60, "x/w", "x/m", "x/n", "x/e")
    # Round the other side: e borders on w.
    best(ground({"of": "buyer"}, asked, neighbours=[*row, ["w", "e"]]), 35, "x/w", "x/m", "y/n", "x/e")


def test_a_package_must_hang_together_with_what_else_is_won() -> None:
    # x offers west and east together for 150. With y's middle that would be 240; with its own it hangs together, 250.
    package = (offer("x/we", 150, "w:it", "e:it"),)
    best(ground(None, further=package), 240, "x/we", "y/m")
    best(ground({"of": "buyer"}, further=package, neighbours=CHAIN), 250, "x/we", "x/m")
