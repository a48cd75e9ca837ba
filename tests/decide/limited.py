"""For each sum and count that shows before any solve: a case by one limit, which an award just keeps or just breaks."""

from collections.abc import Callable
from typing import Any, NamedTuple

from tests.oracle.by_hand import Row, bid, bidder, buyer, care, case, service


class Limited(NamedTuple):
    """A case by one limit: as an award just keeps it, the next beyond that, and what then cannot hold together."""

    document: Callable[[Any], Row]
    kept: Any
    broken: Any
    clashing: tuple[str, ...]


def _north(**more: Any) -> Row:
    """Buyer N alone; x asks for £100 and y for £200, at 50 and 40 points."""
    tables = {
        "buyers": [buyer("N", 180_000)],
        "bidders": [bidder("x"), bidder("y")],
        "criteria": [care()],
        "bids": [bid("a", "x", "N:it", 100, 50), bid("b", "y", "N:it", 200, 40)],
    }
    return case(**tables | more)


def _both(*names: str, **more: Any) -> Row:
    """Bidders that each bid for N and for S."""
    bids = [bid(f"{name}-{lot}", name, f"{lot}:it") for name in names for lot in "NS"]
    return case(**{"bidders": [bidder(name) for name in names], "bids": bids} | more)


def _apart(**more: Any) -> Row:
    """Bidder x for N, y, a voluntary one, for S."""
    bids = [bid("a", "x", "N:it", 100, 50), bid("b", "y", "S:it", 100, 75)]
    return case(**{"bidders": [bidder("x"), bidder("y", "voluntary")], "criteria": [care()], "bids": bids} | more)


def _halves(*names: str, **row: Any) -> Row:
    """Buyers of 150,000 people each, and bidders for both."""
    return _both(*names, buyers=[buyer("N", 150_000), buyer("S", 150_000)], services=[service(**row)])


def _two_services(**north: Any) -> Row:
    """Buyer N with services of weight 1 and 2, at 50 and 80 points, £100 and £200."""
    return case(
        buyers=[buyer("N", 180_000, **north)],
        services=[service(), {"id": "hr", "name": "HR", "weight": 2}],
        bidders=[bidder("x")],
        criteria=[care()],
        bids=[bid("a", "x", "N:it", 100, 50), bid("b", "x", "N:hr", 200, 80)],
    )


def _staff(north: Row, **more: Any) -> Row:
    """One post for each buyer, which x, a firm, does not take over: 10 years at £700 a week, 4.35 weeks each, are £30,450."""
    post = {"headcount": 1, "salary": 36_500, "service_years": 10}
    groups = [{"id": lot, "lots": [{"lot": f"{lot}:it"}], **post} for lot in "NS"]
    return _both("x", buyers=[buyer("N", 180_000, **north), buyer("S", 120_000)], staff_groups=groups, **more)


def _work(most: Any) -> Row:
    return _north(
        lots=[{"id": "N:it", "buyer": "N", "service": "it", "wte": 10}],
        bidders=[bidder("x", capacity_wte=most), bidder("y", capacity_wte=0)],
    )


def _room(most: Any) -> Row:
    firms = [bidder("x", capacity={"it": 180_000}), bidder("y", capacity={"it": most}), bidder("z")]
    return _both("x", "y", bidders=firms)


def _three_boards(least: int) -> Row:
    """Three lots, and two bidders for them."""
    buyers = [buyer("N", 180_000), buyer("S", 120_000), buyer("W", 90_000)]
    return _both("x", "y", buyers=buyers, services=[service(min_providers=least)]) | {
        "bids": [bid(f"{name}-{lot}", name, f"{lot}:it") for name in "xy" for lot in "NSW"]
    }


def _two_of_quality(least: Any) -> Row:
    """Two providers are asked for, and y has 40 points."""
    bids = [bid("a", "x", "N:it", 100, 50), bid("b", "x", "S:it", 100, 50), bid("c", "y", "S:it", 100, 40)]
    row = service(min_providers=2, min_quality=least)
    return _both("x", "y", services=[row], criteria=[care()], bids=bids)


LIMITED: dict[str, Limited] = {
    # Lots that no bid can win
    "quality of bids": Limited(lambda q: _north(services=[service(min_quality=q)]), 50, "50.001", ("min_quality[it]",)),
    "score": Limited(lambda q: _north(criteria=[care(minimum=q)]), 50, "50.000001", ("minimum[care]",)),
    "vetoes": Limited(
        lambda names: _north(buyers=[buyer("N", 180_000, vetoes=names)]),
        ["x"],
        ["x", "y"],
        ("veto[N, x]", "veto[N, y]"),
    ),
    "shortlist": Limited(
        lambda names: _north(buyers=[buyer("N", 180_000, shortlist=names)]), ["y"], [], ("shortlist[N]",)
    ),
    "capacity": Limited(
        lambda most: _apart(bidders=[bidder("x", capacity={"it": most}), bidder("y")]),
        180_000,
        "179999.999",
        ("capacity[x, it]",),
    ),
    "work": Limited(_work, 10, "9.999", ("capacity_wte[x]", "capacity_wte[y]")),
    "floor": Limited(lambda least: _apart(services=[service(floor=least)]), 120_000, "120000.001", ("floor[it]",)),
    "floor of a kind": Limited(
        lambda least: _apart(services=[service(floor=1, floor_by_kind={"voluntary": least})]),
        120_000,
        "120000.001",
        ("floor_by_kind[it, voluntary]",),
    ),
    "viability": Limited(
        lambda least: _apart(bidders=[bidder("x"), bidder("y") | {"viability_floor": least}]),
        120_000,
        120_001,
        ("viability[y]",),
    ),
    # Sums of money
    "budget": Limited(lambda most: _two_services(budget={"2013-14": most}), 300, "299.99", ("budget[N, 2013-14]",)),
    "budget without the cheapest": Limited(
        lambda most: _north(buyers=[buyer("N", 180_000, budget={"2013-14": most}, vetoes=["x"])]),
        200,
        "199.99",
        ("budget[N, 2013-14]", "veto[N, x]"),
    ),
    "liability of a buyer": Limited(
        lambda most: _staff({"liability_cap": most}), 30_450, "30449.99", ("liability_cap[N]",)
    ),
    "liability of all": Limited(lambda most: _staff({}, liability_cap=most), 60_900, "60899.99", ("liability_cap",)),
    # Means of quality: (50 + 2 x 80) / 3 = 70, and by people 3 : 2 (3 x 50 + 2 x 75) / 5 = 60
    "mean of a buyer": Limited(
        lambda least: _two_services(min_mean_quality=least), 70, "70.000001", ("min_mean_quality[N]",)
    ),
    "mean of a service": Limited(
        lambda least: _apart(services=[service(quality_standard=least)]), 60, "60.000001", ("quality_standard[it]",)
    ),
    # Room, floors and counts of a service
    "room": Limited(_room, 120_000, "119999.999", ("capacity[x, it]", "capacity[y, it]")),
    "floor above all there is": Limited(
        lambda least: _both("x", services=[service(floor=least)]), 300_000, "300000.001", ("floor[it]",)
    ),
    "floors of two": Limited(
        lambda least: _halves("x", "y", floor=least, min_providers=2),
        150_000,
        "150000.001",
        ("floor[it]", "min_providers[it]"),
    ),
    "floors of two kinds": Limited(
        lambda least: (
            _halves("x", "y", floor=least, floor_by_kind={"voluntary": 150_000, "in_house": 1}, min_providers=2)
            | {"bidders": [bidder("x"), bidder("y", "voluntary")]}
        ),
        150_000,
        "150000.001",
        ("floor[it]", "floor_by_kind[it, voluntary]", "min_providers[it]"),
    ),
    "floors of a plural service": Limited(
        lambda least: _halves("x", "y", floor=least, shape="plural", quality_standard=0),
        150_000,
        "150000.001",
        ("floor[it]", "shape[it]"),
    ),
    "more providers than bidders": Limited(_three_boards, 2, 3, ("min_providers[it]",)),
    "more providers than lots": Limited(
        lambda least: _both("x", "y", "z", services=[service(min_providers=least)]), 2, 3, ("min_providers[it]",)
    ),
    "more providers than bidders of quality": Limited(
        _two_of_quality, 40, "40.001", ("min_providers[it]", "min_quality[it]")
    ),
    "plural without a second bidder": Limited(
        lambda shape: _both("x", services=[service(shape=shape, quality_standard=0)]),
        "single",
        "plural",
        ("shape[it]",),
    ),
}
