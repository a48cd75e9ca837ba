"""Frameworks and their competition, worked out here by hand."""

from typing import Any

from tests.oracle.by_hand import bid, bidder, buyer, case, package, service
from tests.oracle.reading import read
from tests.oracle.worth import worths


def _bars(document: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: each.bars for name, each in worths(read(document)).items() if each.bars}


def _case(**framework: Any) -> dict[str, Any]:
    """Bidders x and y bid for both services of N, z for hr; own is N's, and bids for it alone."""
    return case(
        buyers=[buyer("N", 1)],
        services=[service(), {"id": "hr", "name": "HR"}],
        bidders=[bidder("x"), bidder("y"), bidder("z"), bidder("own", "in_house", buyer="N")],
        bids=[
            bid("x1", "x", "N:it"),
            bid("x2", "x", "N:hr"),
            package("y12", "y", ["N:it", "N:hr"]),
            bid("z2", "z", "N:hr"),
            bid("o1", "own", "N:it"),
        ],
        frameworks=[{"id": "f", "name": "F", "services": ["it"], **framework}],
    )


def test_only_the_accredited_and_those_at_home_win() -> None:
    assert _bars(_case()) == {}
    # The package has a lot of the service; z bids for another.
    assert _bars(_case(accredited=["x"])) == {"y12": ("framework[f]",)}
    assert _bars(_case(accredited=[])) == dict.fromkeys(("x1", "y12"), ("framework[f]",))
    assert _bars(_case(accredited=["z"], services=["it", "hr"])) == dict.fromkeys(
        ("x1", "x2", "y12"), ("framework[f]",)
    )


def test_who_sells_to_others_is_not_at_home() -> None:
    document = _case(accredited=["x"])
    document["buyers"].append(buyer("S", 1))
    document["bids"] += [bid("o2", "own", "S:it"), bid("x3", "x", "S:hr")]
    assert _bars(document) == dict.fromkeys(("y12", "o1", "o2"), ("framework[f]",))


def test_a_lot_is_called_off_among_enough_competitors() -> None:
    # For it x and y compete; own, at home, is not counted, nor held back. For hr x, y and z do.
    assert _bars(_case(min_competitors=2)) == {}
    assert _bars(_case(min_competitors=3)) == dict.fromkeys(("x1", "y12"), ("competition[f]",))
    assert _bars(_case(min_competitors=3, services=["hr"])) == {}
    # The accredited alone are counted.
    assert _bars(_case(min_competitors=2, accredited=["x", "z"])) == {
        "x1": ("competition[f]",),
        "y12": ("framework[f]", "competition[f]"),
    }
    # Two bids of one bidder are one competitor.
    document = _case(min_competitors=3)
    document["bids"].append(bid("x4", "x", "N:it"))
    assert _bars(document).keys() == {"x1", "x4", "y12"}
