"""Outposts: local staff that a provider keeps in an area, worked out by hand."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from models import Case
from tests.references.decided import best, broken, exact
from tests.references.tender import Row, offer, supplier, tender

PEOPLE = dict.fromkeys("abc", 100_000)
AREAS: dict[str, Row] = {"a": {"area": "hills"}, "b": {"area": "vale"}, "c": {"area": "hills"}}


def posted(
    outposts: Row, *bidders: Row, asked: Mapping[str, tuple[int, ...]], shape: str | None = None, **more: Any
) -> Case:
    bids = [
        offer(f"{bidder}/{buyer}", price, f"{buyer}:it")
        for bidder, row in asked.items()
        for buyer, price in zip("abc", row, strict=False)
    ]
    service = {"id": "it", "name": "IT", "shape": shape, "outposts": outposts}
    people = {name: count for name, count in PEOPLE.items() if any(bid["lots"] == [f"{name}:it"] for bid in bids)}
    places = {name: AREAS[name] for name in people}
    return tender(people, [service], bids, bidders=bidders, places=places, **more)


X, Y = supplier("x", outpost_cost={"it": 30_000}), supplier("y", outpost_cost={"it": 20_000})
ASKED = {"x": (100_000, 100_000, 100_000), "y": (110_000, 110_000, 110_000)}
TWO = {"hills": "2.5", "vale": "1.5"}


def test_outposts_decide_who_is_the_single_provider() -> None:
    # x asks 300,000 and 4 WTE at £30,000, 420,000 in all; y 330,000 and 4 WTE at £20,000, 410,000. The hills, where two
    # of its buyers are, have one outpost.
    decided = best(posted(TWO, X, Y, asked=ASKED, shape="single"), 410_000, "y/a", "y/b", "y/c")
    assert decided.totals.charges == 80_000
    assert [(row.bidder, row.service, row.area) for row in decided.evaluation.outposts] == [
        ("y", "it", "hills"),
        ("y", "it", "vale"),
    ]
    hills, vale = decided.evaluation.outposts
    assert (hills.wte, hills.cost, vale.wte, vale.cost) == exact("2.5", 50_000, "1.5", 30_000)
    best(posted({}, X, Y, asked=ASKED, shape="single"), 300_000, "x/a", "x/b", "x/c")
    # In the hills alone: x 300,000 + 2.5 x 30,000 = 375,000, y 330,000 + 50,000 = 380,000.
    best(posted({"hills": "2.5"}, X, Y, asked=ASKED, shape="single"), 375_000, "x/a", "x/b", "x/c")


def test_an_outpost_is_paid_for_every_year() -> None:
    # A = 1 + 1/1.035 + 1/1.071225 = 2.899694275. 50,000 a year: 144,984.71 (144,984.714); 30,000: 86,990.83 (86,990.828).
    # Each price of 110,000: 318,966.37 (318,966.370).
    horizon = {"start": "2013-04-01", "years": 3}
    decided = best(posted(TWO, Y, asked={"y": ASKED["y"]}, horizon=horizon), "1188874.65", "y/a", "y/b", "y/c")
    assert [row.cost for row in decided.evaluation.outposts] == [Decimal("144984.71"), Decimal("86990.83")]
    assert decided.totals.charges == Decimal("231975.54")


def test_two_providers_in_an_area_keep_an_outpost_each() -> None:
    # a and c are in the hills. Apart they would cost 100,000 + 99,000 and 50,000 for an outpost each of x and y, 299,000;
    # together x's 100,000 + 102,000 and one outpost are 252,000.
    x, y = (supplier(name, outpost_cost={"it": 20_000}) for name in "xy")
    asked = {"x": (100_000, 100_000, 102_000), "y": (120_000, 130_000, 99_000)}
    best(posted({}, x, y, asked=asked), 299_000, "x/a", "x/b", "y/c")
    decided = best(posted({"hills": "2.5"}, x, y, asked=asked), 352_000, "x/a", "x/b", "x/c")
    assert decided.totals.charges == 50_000


@pytest.mark.parametrize(
    ("capacity", "cost", "winners"),
    [
        # Two lots of 10 WTE, and outposts of 2.5 and 1.5: 24.
        (24, 200_000, ["x/a", "x/b"]),
        # A thousandth short, x gives b away, and with it the vale: 10 + 2.5. (Or a, 11.5; b is cheaper with y.)
        ("23.999", 205_000, ["x/a", "y/b"]),
        ("12.5", 205_000, ["x/a", "y/b"]),
        # Room for b and the vale, 11.5, and not for a and the hills.
        ("12.499", 207_000, ["y/a", "x/b"]),
        # Not even for these.
        ("11.499", 212_000, ["y/a", "y/b"]),
    ],
)
def test_outposts_draw_on_the_staff_of_the_provider(capacity: object, cost: int, winners: list[str]) -> None:
    def case(**x: Any) -> Case:
        lots = [{"id": f"{name}:it", "buyer": name, "service": "it", "wte": 10} for name in "ab"]
        asked = {"x": (100_000, 100_000), "y": (107_000, 105_000)}
        return posted(TWO, supplier("x", **x), asked=asked, lots=lots)

    best(case(capacity_wte=capacity), cost, *winners)
    assert broken(case(capacity_wte=capacity), case()) == (set() if capacity == 24 else {"capacity_wte[x]"})


def test_a_buyer_for_itself_keeps_no_outpost() -> None:
    # x would be 90,000 and an outpost of 2.5 x 30,000; a's own staff ask 100,000 and are where they are.
    own = supplier("own", "in_house", buyer="a", outpost_cost={"it": 30_000})
    asked = {"x": (90_000,), "own": (100_000,)}
    decided = best(posted({"hills": "2.5"}, X, own, asked=asked), 100_000, "own/a")
    assert decided.evaluation.outposts == ()
    best(posted({}, X, own, asked=asked), 90_000, "x/a")


def test_a_buyer_that_offers_to_sell_to_another_keeps_one() -> None:
    # As above, but own offers b something too, dear as it is: now its outpost in the hills would be 75,000.
    own = supplier("own", "in_house", buyer="a", outpost_cost={"it": 30_000})
    asked = {"x": (90_000, 90_000), "own": (100_000, 500_000)}
    decided = best(posted({"hills": "2.5"}, X, own, asked=asked), 255_000, "x/a", "x/b")
    assert decided.totals.charges == 75_000
