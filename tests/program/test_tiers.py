"""Tiers of discounts as rows: the tier that an award reaches is in force, and nothing is laid for what cannot be."""

from typing import Any

import pytest

from models import Case
from selector import Program, appraise, lay
from selector.program.columns import Columns
from tests.program.fixing import awards, settled
from tests.references.small import one_service

_PRICES = {"x": {"a": 100, "b": 60, "c": 30}, "y": {"a": 90, "b": 70, "c": 40}}


def _case(**discount: Any) -> Case:
    return one_service(_PRICES, discounts=[{"id": "d", "bidder": "x", **discount}])


def _program(**discount: Any) -> Program:
    return lay(appraise(_case(**discount)))


def _tier(quantity: int, starts: list[int]) -> int:
    return max(start for start in starts if start <= quantity)


@pytest.mark.parametrize("kind", ["all_units", "incremental"])
def test_every_award_is_priced_in_the_tier_that_it_reaches(kind: str) -> None:
    starts = [0, 60_00, 130_00]
    program = _program(kind=kind, tiers=[{"at_least": 60, "rate": "0.1"}, {"at_least": 130, "rate": "0.05"}])
    seen = set()
    for accepted in awards(program):
        spend = sum(price * 100 for buyer, price in _PRICES["x"].items() if f"accept[x/{buyer}]" in accepted)
        tiers = settled(program, accepted, "tier")
        assert tiers is not None
        reached = _tier(spend, starts) if any("accept[x/" in name for name in accepted) else None
        assert {name for name, value in tiers.items() if value} == (
            {f"tier[d, {reached}]"} if reached is not None else set()
        )
        seen.add(reached)
        priced = settled(program, accepted, "priced")
        assert priced is not None
        assert {name for name, value in priced.items() if value} == {
            f"priced[d, {name[7:-1]}, {reached}]" for name in accepted if name.startswith("accept[x/")
        }
    assert seen == {None, *starts}


def test_tiers_out_of_reach_and_bids_beyond_a_tier_have_no_column() -> None:
    # x bids for 190 in all. Below 60 only c's 30 fits; 191 is out of reach.
    case = _case(tiers=[{"at_least": 60, "rate": "0.1"}, {"at_least": 191, "rate": "0.9"}])
    (reach,) = Columns(appraise(case)).tiers.reaches
    # In tens of pounds, of which all bids are multiples.
    assert reach.start.tolist() == [0, 6]
    assert reach.end.tolist() == [5, 19]
    names = {lay(appraise(case)).column_name(k) for k in range(len(lay(appraise(case)).upper))}
    assert {name for name in names if name.startswith("priced")} == {
        "priced[d, x/c, 0]",
        "priced[d, x/a, 6000]",
        "priced[d, x/b, 6000]",
        "priced[d, x/c, 6000]",
    }


def test_all_there_is_counts_of_the_bids_for_a_lot_the_largest() -> None:
    case = one_service(
        {"x": {"a": 100, "b": 60}},
        bids=[
            {"id": "dear", "bidder": "x", "lots": ["a:it"], "price": 100},
            {"id": "cheap", "bidder": "x", "lots": ["a:it"], "price": 80},
            {"id": "both", "bidder": "x", "lots": ["a:it", "b:it"], "price": 130},
            {"id": "b", "bidder": "x", "lots": ["b:it"], "price": 60},
        ],
        discounts=[{"id": "d", "bidder": "x", "tiers": [{"at_least": 0, "rate": "0.1"}]}],
    )
    # Of both, half its 130 falls on each lot: 100 on a from the dear bid, 65 on b from the package.
    (reach,) = Columns(appraise(case)).tiers.reaches
    assert reach.end.tolist() == [33]  # of £5


def test_a_discount_that_nobody_can_reach_leaves_no_trace() -> None:
    plain = lay(appraise(one_service(_PRICES)))
    program = _program(tiers=[{"at_least": 191, "rate": "0.5"}])
    assert program.matrix.shape == plain.matrix.shape
