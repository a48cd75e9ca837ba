"""Cases without an award in which something is unusual: names, figures, statements that bind nobody."""

import json
from typing import Any

import pytest

from models import Conflict, Options
from selector import evaluate, read_case
from tests.oracle import by_hand

_BIDS = [by_hand.bid("b1", "x", "N:it"), by_hand.bid("b2", "y", "S:it")]
_BIDDERS = [by_hand.bidder("x"), by_hand.bidder("y")]


def _conflict(document: dict[str, Any], **options: Any) -> Conflict:
    evaluation = evaluate(read_case(json.dumps(document)), Options(**options), isolated=False)
    assert evaluation.status == "infeasible"
    assert evaluation.conflict is not None
    return evaluation.conflict


def _named(conflict: Conflict) -> set[str]:
    return {rule.rule for rule in conflict.rules}


def test_statements_that_bind_nobody_are_not_named() -> None:
    case = by_hand.case(services=[by_hand.service(floor=5_000_000, min_providers=1)], bidders=_BIDDERS, bids=_BIDS)
    assert _named(_conflict(case)) == {"floor[it]"}
    by_kind = {"private": 5_000_000, "voluntary": 1, "in_house": 7}
    case = by_hand.case(services=[by_hand.service(floor=5, floor_by_kind=by_kind)], bidders=_BIDDERS, bids=_BIDS)
    assert _named(_conflict(case)) == {"floor_by_kind[it, private]"}


@pytest.mark.parametrize("limit", ["0.01", "0.00"])
def test_the_least_of_limits_can_be_mended(limit: str) -> None:
    buyers = [by_hand.buyer("N", 180_000, budget={"2013-14": limit}), by_hand.buyer("S", 120_000)]
    bids = [
        by_hand.bid("b1", "x", "N:it", 20_000_000),
        by_hand.bid("b2", "y", "N:it", 50_000_000),
        by_hand.bid("b3", "y", "S:it"),
    ]
    conflict = _conflict(by_hand.case(buyers=buyers, bidders=_BIDDERS, bids=bids))
    assert conflict.mendable
    assert conflict.repair is not None
    assert [str(move.after) for move in conflict.repair.moves] == ["20000000.00"]
    assert conflict.repair.least


def test_two_statements_of_one_name() -> None:
    lots = [
        {"id": "it", "buyer": "N", "service": "it", "min_quality": 90},
        {"id": "other", "buyer": "S", "service": "it"},
    ]
    case = by_hand.case(
        services=[by_hand.service(min_quality=80)],
        lots=lots,
        criteria=[by_hand.care()],
        bidders=_BIDDERS,
        bids=[by_hand.bid("b1", "x", "it", score=85), by_hand.bid("b2", "y", "other", score=70)],
    )
    conflict = _conflict(case)
    assert not conflict.minimal
    assert conflict.repair is not None
    assert sorted(move.pointer for move in conflict.repair.moves) == ["/lots/0/min_quality", "/services/0/min_quality"]


def test_ids_with_commas() -> None:
    buyers = [by_hand.buyer("N", 180_000, vetoes=["b, c"]), by_hand.buyer("N, b", 120_000, vetoes=["c"])]
    case = by_hand.case(
        buyers=buyers,
        bidders=[by_hand.bidder("b, c"), by_hand.bidder("c")],
        bids=[by_hand.bid("b1", "b, c", "N:it"), by_hand.bid("b2", "c", "N, b:it")],
    )
    conflict = _conflict(case)
    assert not conflict.minimal
    assert {rule.pointer for rule in conflict.rules} <= {"/buyers/0/vetoes/0", "/buyers/1/vetoes/0"}


def test_a_limit_that_no_case_may_state() -> None:
    buyers = [by_hand.buyer("N", 180_000, budget={"2013-14": 0})]
    services = [by_hand.service(), {"id": "hr", "name": "HR"}]
    bids = [by_hand.bid("b1", "x", "N:it", 9 * 10**11), by_hand.bid("b2", "x", "N:hr", 9 * 10**11)]
    conflict = _conflict(by_hand.case(buyers=buyers, services=services, bidders=_BIDDERS[:1], bids=bids))
    assert _named(conflict) == {"budget[N, 2013-14]"}
    assert conflict.repair is None


def test_what_is_served_elsewhere_is_not_left_out_of_the_reason() -> None:
    bidders = [by_hand.bidder("x", served_elsewhere_by_service={"it": 350_000}), by_hand.bidder("y")]
    bids = [*_BIDS, by_hand.bid("b3", "x", "N:it", 50)]
    conflict = _conflict(by_hand.case(services=[by_hand.service(floor=400_000)], bidders=bidders, bids=bids))
    assert not any("the buyers in this case have" in sentence for sentence in conflict.explanation)


def test_what_binds_nobody_may_be_said_not_to_move() -> None:
    services = [by_hand.service(floor=5_000_000, floor_by_kind={"voluntary": 3})]
    conflict = _conflict(by_hand.case(services=services, bidders=_BIDDERS, bids=_BIDS), fixed=("floor_by_kind*",))
    assert _named(conflict) == {"floor[it]"}
