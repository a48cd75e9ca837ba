"""Bids that are abnormally low, by hand."""

from decimal import Decimal
from typing import Any

import numpy as np

from models import LowBid
from selector.appraise import appraise
from selector.appraise.abnormally_low import abnormally_low
from tests.references.tender import offer, tender


def low(prices: dict[str, int], accepted: tuple[int, ...] = (), **asked: Any) -> tuple[LowBid, ...]:
    """The low ones of bids for one lot, each by the bidder before the slash."""
    bids = [offer(name, price, "x:it") for name, price in prices.items()]
    case = tender({"x": 1_000}, ["it"], bids, abnormally_low=asked)
    return abnormally_low(case, appraise(case), np.array(accepted, dtype=np.int64))


FIVE = {"a/1": 50, "b/1": 90, "c/1": 100, "d/1": 100, "e/1": 110}


def test_half_the_mean_of_the_others_and_a_fifth_below_the_next() -> None:
    """The others of a come to £400, mean £100: £50 is half of it, and at most 80 % of £90."""
    assert low(FIVE) == (
        LowBid(
            bid="a/1",
            bidder="a",
            lot="x:it",
            price=Decimal(50),
            mean=Decimal(100),
            next=Decimal(90),
            accepted=False,
        ),
    )
    assert low(FIVE | {"a/1": 51}) == ()


def test_both_marks_count_where_both_are_stated() -> None:
    near = {"a/1": 50, "b/1": 60, "c/1": 130, "d/1": 100, "e/1": 110}
    assert low(near) == ()
    assert [each.bid for each in low(near, below_next=None)] == ["a/1"]
    assert [each.bid for each in low(near | {"b/1": 61, "a/1": 48}, below_mean=None)] == ["a/1"]


def test_only_where_enough_bidders_bid() -> None:
    four = {"a/1": 48, "b/1": 90, "c/1": 100, "d/1": 100}
    assert low(four) == ()
    assert low({**four, "d/2": 110}) == ()  # five bids, but four bidders
    assert [each.bid for each in low(four, min_bidders=4)] == ["a/1"]


def test_a_bidder_is_held_against_others_not_against_itself() -> None:
    """a's second bid of £1,000 is no part of the mean that its first is held against."""
    (found,) = low({**FIVE, "a/2": 1_000}, min_bidders=5)
    assert (found.bid, found.mean, found.next) == ("a/1", Decimal(100), Decimal(90))
    twice = low({**FIVE, "a/2": 40})
    assert [(each.bid, each.mean, each.next) for each in twice] == [
        ("a/1", Decimal(100), Decimal(90)),
        ("a/2", Decimal(100), Decimal(90)),
    ]


def test_a_bidder_alone_is_held_against_nobody() -> None:
    assert low({"a/1": 1, "a/2": 100}, min_bidders=0) == ()


def test_the_mean_is_held_unrounded_and_told_to_a_penny() -> None:
    """Of £1, £1 and £1.01 the mean is 100 1/3 pence; 50 pence are less than half of it, 51 are more."""
    others = {"b/1": 1, "c/1": 1}
    bids = [offer(name, price, "x:it") for name, price in others.items()] + [offer("d/1", "1.01", "x:it")]
    for pence, flagged in (("0.5", True), ("0.51", False)):
        case = tender({"x": 1_000}, ["it"], [offer("a/1", pence, "x:it"), *bids], abnormally_low={"min_bidders": 4})
        found = abnormally_low(case, appraise(case), np.zeros(0, dtype=np.int64))
        assert [each.mean for each in found] == ([Decimal("1.00")] if flagged else [])


def test_it_says_whether_the_award_accepts_it() -> None:
    assert [each.accepted for each in low(FIVE, accepted=(0,))] == [True]
    assert [each.accepted for each in low(FIVE, accepted=(1, 2))] == [False]


def test_barred_bids_are_evidence_and_fallbacks_are_not() -> None:
    """b is vetoed and yet counts; the fallback at £1 neither counts nor is flagged."""
    bids = [offer(name, price, "x:it") for name, price in FIVE.items()]
    case = tender(
        {"x": 1_000},
        ["it"],
        bids,
        in_house={"x:it": 1},
        places={"x": {"vetoes": ["a", "b"]}},
        abnormally_low={},
    )
    found = abnormally_low(case, appraise(case), np.zeros(0, dtype=np.int64))
    assert [(each.bid, each.next) for each in found] == [("a/1", Decimal(90))]


def test_lots_in_their_order_then_bids() -> None:
    bids = [
        offer("a/both", 20, "x:it", "y:it"),
        *(offer(f"{name}/{buyer}", 100, f"{buyer}:it") for name in "bcde" for buyer in "yx"),
        offer("f/x", 10, "x:it"),
    ]
    case = tender({"x": 1_000, "y": 1_000}, ["it"], bids, abnormally_low={"below_next": None})
    found = abnormally_low(case, appraise(case), np.zeros(0, dtype=np.int64))
    assert [(each.lot, each.bid) for each in found] == [("x:it", "a/both"), ("x:it", "f/x"), ("y:it", "a/both")]


def test_not_asked_for() -> None:
    case = tender({"x": 1_000}, ["it"], [offer(name, price, "x:it") for name, price in FIVE.items()])
    assert abnormally_low(case, appraise(case), np.zeros(0, dtype=np.int64)) == ()
