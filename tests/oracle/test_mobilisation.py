"""How fast bidders can take work over, worked out here by hand."""

from fractions import Fraction
from typing import Any

from tests.oracle.by_hand import bid, bidder, buyer, case
from tests.oracle.enumerate import violations
from tests.oracle.repairs import Repairs

_TAKEN = {"n": "a", "s": "b", "w": "c"}


def _case(pace: dict[str, Any], **starts: str) -> dict[str, Any]:
    """x bids for n, s and w, of 2, 3 and 4 WTE; ``starts`` are of its bids a, b and c, the horizon's start by default."""
    names = ("n", "s", "w")
    document = case(
        buyers=[buyer(name, 100_000) for name in names],
        lots=[
            {"id": name, "buyer": name, "service": "it", "wte": wte, "present_cost": 0}
            for name, wte in zip(names, (2, 3, 4), strict=True)
        ],
        bidders=[bidder("x", mobilisation={"begins": "2013-01-15", **pace})],
        bids=[bid(name, "x", lot) for name, lot in zip("abc", names, strict=True)],
    )
    for row in document["bids"]:
        if row["id"] in starts:
            row["start"] = starts[row["id"]]
    return document


def test_lots_by_each_day() -> None:
    # From 15 January to 1 April 2013 two whole months.
    assert violations(_case({"lots_a_month": "1.5"}), _TAKEN) == []
    assert violations(_case({"lots_a_month": "1.499"}), _TAKEN) == ["mobilised_lots[x, 2013-04-01]"]
    # Two in April, the third by July: five months.
    document = _case({"lots_a_month": 1}, c="2013-07-01")
    assert violations(document, _TAKEN) == []
    document = _case({"lots_a_month": "0.599"}, c="2013-07-01")
    assert violations(document, _TAKEN) == ["mobilised_lots[x, 2013-04-01]", "mobilised_lots[x, 2013-07-01]"]
    document = _case({"lots_a_month": "0.599"}, a="2013-06-01", b="2013-06-01", c="2013-07-01")
    # Two by June (4 months, 2.396), three by July (5 months, 2.995).
    assert violations(document, _TAKEN) == ["mobilised_lots[x, 2013-07-01]"]
    document["lots"][0]["incumbent"] = "x"
    # What x provides today it need not take over: one by June (4 months), two by July (5).
    assert violations(document, _TAKEN) == []


def test_work_by_each_day() -> None:
    assert violations(_case({"wte_a_month": "4.5"}), _TAKEN) == []
    assert violations(_case({"wte_a_month": "4.499", "lots_a_month": 2}), _TAKEN) == ["mobilised_wte[x, 2013-04-01]"]
    document = _case({"wte_a_month": "2.5"}, c="2013-06-01")
    # 5 by April at 2.5 a month, 9 by June at 4 x 2.5.
    assert violations(document, _TAKEN) == []


def test_a_pace_is_mended_by_the_farthest_of_its_days() -> None:
    # By April 2 lots in 2 months, by July 3 in 5: 1 and 0.6 a month. From 0.5 on that doubles it.
    repairs = Repairs(_case({"lots_a_month": "0.5"}, c="2013-07-01"))
    least = repairs.least()
    assert least is not None
    assert set(least.way) == {"mobilised_lots[x]"}
    assert least.distance == 1
    assert repairs.reach("mobilised_lots[x]", ()) == 1
    assert repairs.conflict() == {"mobilised_lots[x]"}


def test_no_pace_does_where_there_is_no_time() -> None:
    document = _case({"lots_a_month": 1, "wte_a_month": 9})
    document["bidders"][0]["mobilisation"]["begins"] = "2013-04-01"
    repairs = Repairs(document)
    assert violations(document, _TAKEN) == ["mobilised_lots[x, 2013-04-01]", "mobilised_wte[x, 2013-04-01]"]
    assert (repairs.least(), repairs.least_of_one(), repairs.least_rounded()) == (None, None, None)
    assert repairs.reach("mobilised_lots[x]", ()) is None
    # Each by itself is a conflict; to lift both leaves an award.
    assert repairs.is_minimal({"mobilised_lots[x]"})
    assert repairs.is_minimal({"mobilised_wte[x]"})
    assert repairs.hold_together(repairs.members.keys() - {"mobilised_lots[x]", "mobilised_wte[x]"})


def test_a_pace_that_is_mended_with_another_limit() -> None:
    # x must also go from 1 lot to 3: a size of 2, with 1.5 a month from 1, half as much again.
    document = _case({"lots_a_month": 1})
    document["max_lots_per_bidder"] = 1
    least = Repairs(document).least()
    assert least is not None
    assert least.distance == 2 + Fraction(1, 2)
