"""Whether a repair is said to be the least: rounding is allowed for, as far as anything was rounded, and no further."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from models import Case, Repair, read_case
from selector import evaluate
from selector.decide import repairs
from selector.decide.cheapest import Cheapest, cheapest
from selector.decide.mended_award import award_of
from tests.oracle.by_hand import bid, bidder, buyer, care, case, service


def _two_providers() -> Case:
    """Two providers are asked for, and one bids."""
    bids = [bid("a", "x", "N:it"), bid("b", "x", "S:it")]
    return read_case(json.dumps(case(services=[service(min_providers=2)], bidders=[bidder("x")], bids=bids)))


def _mean_of_thirds() -> Case:
    """A mean of 60 points is asked for, and 50 once and 60 twice make 56 and two thirds."""
    document = case(
        buyers=[buyer("N", 180_000, min_mean_quality=60)],
        services=[service(), {"id": "hr", "name": "HR", "weight": 2}],
        criteria=[care()],
        bidders=[bidder("x")],
        bids=[bid("a", "x", "N:it", score=50), bid("b", "x", "N:hr", score=60)],
    )
    return read_case(json.dumps(document))


def _repair(read: Case) -> Repair:
    conflict = evaluate(read, clashes=1, repairs=1, isolated=False).conflict
    assert conflict is not None
    assert conflict.repair is not None
    return conflict.repair


def _moved(repair: Repair) -> list[str]:
    return [str(move.after) for move in repair.moves]


def _bounded_by(bound: float, patch: pytest.MonkeyPatch) -> None:
    """Have the search for the cheapest moves end with no better bound."""

    def little_proven(*args: Any, **more: Any) -> Any:
        found = cheapest(*args, **more)
        return replace(found, bound=bound) if isinstance(found, Cheapest) else found

    patch.setattr(repairs, "cheapest", little_proven)


def test_what_is_proven_is_the_least() -> None:
    whole, rounded = _repair(_two_providers()), _repair(_mean_of_thirds())
    assert (_moved(whole), whole.distance, whole.least) == (["1"], 0.5, True)
    assert _moved(rounded) == ["56.666"]
    # Rounding adds a two-thousandth of the distance, of which no more than a ten-thousandth may be open.
    assert rounded.distance > (60 - (170 / 3)) / 60 * 1.0001
    assert rounded.least


@pytest.mark.parametrize("bound", [0.0, 0.499])
def test_a_step_is_not_allowed_for_where_nothing_was_rounded(bound: float, monkeypatch: pytest.MonkeyPatch) -> None:
    _bounded_by(bound, monkeypatch)
    repair = _repair(_two_providers())
    assert (_moved(repair), repair.distance, repair.bound) == (["1"], 0.5, bound)
    assert not repair.least


def test_no_more_than_the_rounding_is_allowed_for(monkeypatch: pytest.MonkeyPatch) -> None:
    # A step is 0.001 of 60 points, of which rounding made two thirds; a ten-thousandth of the distance is a third.
    _bounded_by((60 - (170 / 3) - 0.0005) / 60, monkeypatch)
    assert not _repair(_mean_of_thirds()).least


def test_moves_that_go_further_than_need_be_are_not_the_least(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: Iterator[Any] = iter(["unknown"])
    monkeypatch.setattr(repairs, "award_of", lambda *args: next(answers, None) or award_of(*args))
    repair = _repair(_two_providers())
    assert (_moved(repair), repair.distance) == (["0"], 1.0)
    assert repair.bound == pytest.approx(0.5)
    assert not repair.least
