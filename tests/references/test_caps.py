"""Caps on the lots that one bidder may win, of all services and of one, worked out by hand. A = 1, as for one year."""

from typing import Any

import pytest

from models import Case
from tests.references.decided import best, broken
from tests.references.tender import Row, offer, supplier, tender

THREE = dict.fromkeys("abc", 100_000)
IT = {"x": (100, 100, 100), "y": (110, 115, 130), "z": (150, 140, 160)}
HR = {"x": (50, 50, 50), "y": (58, 70, 80)}


def bids_for(service: str, asked: dict[str, tuple[int, int, int]]) -> list[Row]:
    return [
        offer(f"{bidder}/{buyer}/{service}", price, f"{buyer}:{service}")
        for bidder, row in asked.items()
        for buyer, price in zip("abc", row, strict=True)
    ]


@pytest.mark.parametrize(
    ("cap", "cost", "winners"),
    [
        (None, 300, "xxx"),
        (3, 300, "xxx"),
        # One lot goes to y, the one that costs least to move: a, £10 dearer.
        (2, 310, "yxx"),
        # A lot each for x, y and z: 110 + 140 + 100; the five other ways come to 365 and more.
        (1, 350, "yzx"),
    ],
)
def test_a_cap_on_all_lots_and_on_those_of_a_service(cap: int | None, cost: int, winners: str) -> None:
    names = [f"{bidder}/{buyer}/it" for bidder, buyer in zip(winners, "abc", strict=True)]
    of_all = tender(THREE, ["it"], bids_for("it", IT), max_lots_per_bidder=cap)
    of_it = tender(THREE, [{"id": "it", "name": "IT", "max_lots_per_bidder": cap}], bids_for("it", IT))
    best(of_all, cost, *names)
    best(of_it, cost, *names)


def both(of_all: int | None = None, of_hr: int | None = None) -> Case:
    services: list[str | Row] = ["it", {"id": "hr", "name": "HR", "max_lots_per_bidder": of_hr}]
    return tender(THREE, services, bids_for("it", IT) + bids_for("hr", HR), max_lots_per_bidder=of_all)


def test_caps_of_both_sorts() -> None:
    # x has all six lots at 300 + 150. With two of HR at most, y takes HR of a, £8 dearer. With four lots at most besides
    # it takes IT of a, £10 dearer.
    best(both(), 450, *(f"x/{buyer}/{service}" for buyer in "abc" for service in ("it", "hr")))
    best(both(of_hr=2), 458, "x/a/it", "y/a/hr", "x/b/it", "x/b/hr", "x/c/it", "x/c/hr")
    best(both(of_all=4, of_hr=2), 468, "y/a/it", "y/a/hr", "x/b/it", "x/b/hr", "x/c/it", "x/c/hr")
    # Of four lots at most x would give up these two in any case.
    best(both(of_all=4), 468, "y/a/it", "y/a/hr", "x/b/it", "x/b/hr", "x/c/it", "x/c/hr")
    assert broken(both(of_all=4, of_hr=2), both()) == {"max_lots[x]", "max_lots[x, hr]"}
    assert broken(both(of_all=4, of_hr=2), both(of_hr=2)) == {"max_lots[x]"}
    assert broken(both(of_all=4, of_hr=2), both(of_all=4)) == set()


def test_a_package_counts_each_of_its_lots() -> None:
    # All three from x for 240, or two of them at most: 310 as above.
    bids = [*bids_for("it", IT), offer("x/all", 240, "a:it", "b:it", "c:it")]
    best(tender(THREE, ["it"], bids), 240, "x/all")
    best(tender(THREE, ["it"], bids, max_lots_per_bidder=3), 240, "x/all")
    capped = tender(THREE, ["it"], bids, max_lots_per_bidder=2)
    best(capped, 310, "y/a/it", "x/b/it", "x/c/it")
    assert broken(capped, tender(THREE, ["it"], bids)) == {"max_lots[x]"}


def at_home(*further: Row, **changes: Any) -> Case:
    """a's own staff ask 50 for each of its two lots, x asks 65 for a's IT and else 60."""
    people = {"a": 100_000, "b": 100_000}
    lots = ("a:it", "a:hr", "b:it")
    bids = [
        offer("own/it", 50, "a:it"),
        offer("own/hr", 50, "a:hr"),
        *(offer(f"x/{lot}", 65 if lot == "a:it" else 60, lot) for lot in lots),
        offer("y/b:it", 65, "b:it"),
        *further,
    ]
    rows = [{"id": lot, "buyer": lot[0], "service": lot[2:]} for lot in lots]
    own = supplier("own", "in_house", buyer="a")
    return tender(people, ["it", "hr"], bids, bidders=[own], lots=rows, **changes)


def test_a_buyer_for_itself_is_not_capped() -> None:
    best(at_home(max_lots_per_bidder=1), 160, "own/it", "own/hr", "x/b:it")
    # Having offered b something, at whatever price, it is: a lot each for own, x and y. HR is 10 dearer with x than with
    # own, IT 15: 50 + 60 + 65.
    dear = offer("own/b:it", 900, "b:it")
    best(at_home(dear, max_lots_per_bidder=1), 175, "own/it", "x/a:hr", "y/b:it")
    assert broken(at_home(dear, max_lots_per_bidder=1), at_home(dear)) == {"max_lots[own]"}
