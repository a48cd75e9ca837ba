"""Parts of a program: what they decide of rows is what every award of the case decides, and they are no larger than needed."""

import json
from typing import Any

import pytest

from models import read_case
from selector.decide.background import Background
from selector.decide.feasibility import Clock, Judge
from selector.decide.relaxation import Relaxation
from tests.oracle.by_hand import bid, bidder, buyer, case, service
from tests.oracle.draw.dice import Dice
from tests.oracle.random_case import random_case
from tests.oracle.repairs import Repairs


def _judge(document: dict[str, Any]) -> Judge:
    return Judge(Relaxation(read_case(json.dumps(document))), Clock.starting(300, 60))


@pytest.mark.parametrize(
    "seed", [pytest.param(seed, marks=[] if seed < 12 else pytest.mark.deep) for seed in range(30)]
)
def test_any_members_hold_together_where_some_award_keeps_them(seed: int) -> None:
    document, dice = random_case(seed), Dice(f"parts {seed}")
    oracle, judge = Repairs(document), _judge(document)
    stated = judge.relaxation.members
    if Background(judge).verdict() == "infeasible":
        assert not oracle.hold_together(())
        return
    assert oracle.hold_together(())
    for share in (0.1, 0.2, 0.3, 0.5, 0.8, 1.0):
        kept = [position for position in judge.relaxation.every if dice.chance(share)]
        expected = "feasible" if oracle.hold_together({stated[each].name for each in kept}) else "infeasible"
        assert judge.of_members(tuple(kept)) == expected


def _pack(name: str, bidder: str, *lots: str) -> dict[str, Any]:
    return bid(name, bidder, lots[0]) | {"lots": list(lots)}


def _four(bids: list[dict[str, Any]], **more: Any) -> Judge:
    """Four boards, of which N has a budget that keeps b out."""
    boards = [buyer("N", 1000, budget={"2013-14": 150}), *(buyer(name, 1000) for name in "SWE")]
    bids = [bid("a", "x", "N:it", 100), bid("b", "y", "N:it", 200), *bids]
    return _judge(case(buyers=boards, services=[service()], bidders=[bidder("x"), bidder("y")], bids=bids, **more))


def _part(judge: Judge) -> tuple[set[str], set[str]]:
    """The rows and columns of the part in which the budget of N is decided."""
    budget = judge.relaxation.by_name["budget[N, 2013-14]"]
    part = judge.parts.part(judge.relaxation.rows_of((budget,)))
    program = judge.relaxation.program
    return {program.row_name(row) for row in part.rows}, {program.column_name(column) for column in part.columns}


def test_of_a_lot_beside_a_package_one_free_bid_is_enough() -> None:
    judge = _four(
        [
            _pack("p", "x", "N:it", "S:it") | {"price": 1000},
            *(bid(f"{name}-{lot}", name, f"{lot}:it") for name in "xy" for lot in "SWE"),
            _pack("q", "x", "S:it", "W:it"),
        ]
    )
    rows, columns = _part(judge)
    assert rows == {"budget[N, 2013-14]", "cover[N:it]", "cover[S:it]"}
    assert columns == {"accept[a]", "accept[b]", "accept[p]", "accept[x-S]"}


def test_a_lot_without_a_free_bid_draws_in_what_it_shares() -> None:
    judge = _four(
        [
            _pack("p", "x", "N:it", "S:it") | {"price": 1000},
            _pack("q", "y", "S:it", "W:it"),
            bid("c", "x", "W:it"),
            bid("d", "x", "E:it"),
        ]
    )
    rows, columns = _part(judge)
    assert rows == {"budget[N, 2013-14]", *(f"cover[{lot}:it]" for lot in "NSW")}
    assert columns == {f"accept[{name}]" for name in "abpqc"}


def test_an_exclusive_group_draws_in_what_has_no_other_bid() -> None:
    judge = _four(
        [
            bid("e", "y", "N:it", 120) | {"exclusive_group": "g"},
            bid("f", "y", "S:it") | {"exclusive_group": "g"},
            bid("h", "x", "S:it"),
            bid("i", "y", "W:it") | {"exclusive_group": "g"},
            _pack("j", "x", "W:it", "E:it"),
            bid("k", "x", "E:it"),
        ]
    )
    rows, columns = _part(judge)
    # For S there is h in place of f; for W only i, which shuts e out, or j.
    assert rows == {"budget[N, 2013-14]", "exclusive[y, g]", *(f"cover[{lot}:it]" for lot in "NWE")}
    assert columns == {f"accept[{name}]" for name in "abeijk"}


def test_bids_for_one_lot_each_need_no_background() -> None:
    judge = _four([bid(f"x-{lot}", "x", f"{lot}:it") for lot in "SWE"])
    assert len(judge.parts.background().rows) == 0
    assert Background(judge).verdict() == "feasible"
