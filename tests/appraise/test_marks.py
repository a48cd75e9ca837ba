"""What a bid scores on a criterion, worked out by hand in millionths of a point."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import Bid, Criterion, Marking
from selector.appraise.marks import score

MARKS = st.lists(st.integers(0, 1000), min_size=1, max_size=7)


def bid(**more: Any) -> Bid:
    return Bid(id="b", bidder="a", lots=("l",), price=1, **more)


def scored(offer: Bid, out_of: object = 100, by: str = "mean") -> int:
    criterion = Criterion.model_validate({"id": "c", "name": "C", "out_of": out_of})
    return score(offer, criterion, Marking.model_validate({"by": by}))


def marked(*marks: object) -> Bid:
    return bid(marks={"c": {f"evaluator {n}": mark for n, mark in enumerate(marks)}})


def test_as_stated() -> None:
    assert scored(bid(scores={"c": "61.234567"})) == 61_234_567
    assert scored(bid(scores={"c": 40}), out_of=5) == 40_000_000


@pytest.mark.parametrize(
    ("marks", "out_of", "mean", "median"),
    [
        ((3,), 5, 60_000_000, 60_000_000),
        ((3, 4), 5, 70_000_000, 70_000_000),
        ((1, 2, 2), 3, 55_555_556, 66_666_667),  # 5/9 and 2/3 of 100
        ((0, 0, 1), 3, 11_111_111, 0),
        ((2, 10, 3, 4), 10, 47_500_000, 35_000_000),  # the middle two of 2, 3, 4, 10
        (("0.000001", 0), "100", 1, 1),  # half a millionth, rounded up
        ((7, 7, 7), 7, 100_000_000, 100_000_000),
    ],
)
def test_several_marks(marks: tuple[object, ...], out_of: object, mean: int, median: int) -> None:
    assert scored(marked(*marks), out_of) == mean
    assert scored(marked(*marks), out_of, "median") == median


def test_what_was_agreed_stands_before_every_mark() -> None:
    offer = bid(
        marks={"c": {"ann": 1, "bob": 5}}, moderated={"c": {"mark": "3.5", "reason": "Bob had missed annex 2."}}
    )
    assert scored(offer, 5) == 70_000_000
    assert scored(offer, 5, "median") == 70_000_000


@given(MARKS, st.sampled_from(["mean", "median"]))
def test_between_the_least_and_the_greatest_whoever_marks_first(marks: list[int], by: str) -> None:
    found = scored(marked(*(f"{mark / 10}" for mark in marks)), by=by)
    assert min(marks) * 10**5 <= found <= max(marks) * 10**5
    assert found == scored(marked(*(f"{mark / 10}" for mark in reversed(marks))), by=by)
