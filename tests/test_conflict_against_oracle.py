"""Why cases have no award, and what mends them, against the oracle, which enumerates every award of a small case."""

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from models import Conflict, ConflictRule, read_case
from selector import Evaluation, evaluate
from selector.appraise import appraise
from selector.program import lay
from tests.conflicts import Document, judge
from tests.oracle.by_hand import bid, bidder, buyer, care, case
from tests.oracle.infeasible import infeasible_by_board, infeasible_case, infeasible_in_integers
from tests.oracle.random_case import random_case
from tests.oracle.repairs import Repairs

TORN = (26, 42, 64, 80, 120, 131, 216, 279)
"""Seeds of random cases whose packages leave no way to cover each lot once."""


@pytest.mark.parametrize("seed", range(20))
def test_conflicts_and_repairs_stand(seed: int) -> None:
    _judge(infeasible_case(seed))


@pytest.mark.parametrize("seed", range(12))
def test_conflicts_and_repairs_stand_in_integers(seed: int) -> None:
    document = infeasible_in_integers(seed)
    assert _has_fractional_award(document)
    _judge(document)


@pytest.mark.parametrize("seed", range(20))
def test_conflicts_and_repairs_of_boards_stand(seed: int) -> None:
    _judge(infeasible_by_board(seed))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(20, 520))
def test_conflicts_and_repairs_of_boards_stand_at_length(seed: int) -> None:
    _judge(infeasible_by_board(seed))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(20, 520))
def test_conflicts_and_repairs_stand_at_length(seed: int) -> None:
    _judge(infeasible_case(seed))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(12, 512))
def test_conflicts_and_repairs_stand_in_integers_at_length(seed: int) -> None:
    document = infeasible_in_integers(seed)
    assert _has_fractional_award(document)
    _judge(document)


@pytest.mark.parametrize("seed", TORN)
def test_where_bids_alone_leave_no_award(seed: int) -> None:
    document = random_case(seed)
    assert not Repairs(document).hold_together(())
    _judge(document)


def test_ids_that_a_pointer_must_escape() -> None:
    document = case(
        buyers=[buyer("N", 180_000, vetoes=["x/y", "z"], shortlist=["x/y"]), buyer("S", 120_000)],
        services=[{"id": "i/t~s", "name": "IT", "floor": 400_000}],
        bidders=[bidder("x/y", capacity={"i/t~s": 100_000}), bidder("z")],
        bids=[bid("a", "x/y", "N:i/t~s"), bid("b", "z", "N:i/t~s"), bid("c", "x/y", "S:i/t~s")],
    )
    _judge(document)


def _judge(document: Document) -> None:
    judge(document, _conflict(document))


def _conflict(document: Document) -> Conflict:
    evaluation: Evaluation = evaluate(read_case(json.dumps(document)), isolated=False)
    assert evaluation.status == "infeasible"
    assert evaluation.conflict is not None
    return evaluation.conflict


def _has_fractional_award(document: Document) -> bool:
    """Whether the case has an award if lots may be split: the linear relaxation of its program has a solution.

    Discounts, which forbid no award, are left out: what strengthens their tiers may cut off half a lot.
    """
    program = lay(replace(appraise(read_case(json.dumps(document))), discounts=()))
    columns = len(program.upper)
    rows = LinearConstraint(program.matrix, program.row_lower, program.row_upper)
    relaxed = milp(np.zeros(columns), constraints=rows, bounds=Bounds(0, program.upper))  # all columns continuous
    return bool(relaxed.success)


# What follows judges the judge: of a conflict that stands, it must notice every change.


@pytest.fixture(scope="module")
def squeezed() -> tuple[Document, Conflict]:
    """At most £150 and at least 60 points are asked: bid a is £100 for 50, b £200 for 80. Nothing else stated is in the way."""
    document = case(
        buyers=[buyer("N", 180_000, budget={"2013-14": 150}, min_mean_quality=60, liability_cap=5)],
        bidders=[bidder("x", capacity={"it": 200_000}), bidder("y")],
        criteria=[care(minimum=10)],
        bids=[bid("a", "x", "N:it", 100, 50), bid("b", "y", "N:it", 200, 80)],
    )
    return document, _conflict(document)


_Change = Callable[[Conflict], Conflict]


def _rules(conflict: Conflict, rules: tuple[ConflictRule, ...]) -> Conflict:
    return conflict.model_copy(update={"rules": rules})


def _needless(conflict: Conflict) -> Conflict:
    """With the minimum score, which nobody misses."""
    needless = conflict.rules[0].model_copy(
        update={
            "rule": "minimum[care]",
            "pointer": "/criteria/0/minimum",
            "sense": "at least",
            "limit": Decimal(10),
            "reach": None,
            "lift": (
                conflict.rules[0].lift[0].model_copy(update={"path": "/criteria/0/minimum", "op": "add", "value": 0}),
            ),
        }
    )
    return _rules(conflict, (*conflict.rules, needless))


def _rule(**update: Any) -> _Change:
    return lambda conflict: _rules(conflict, (conflict.rules[0].model_copy(update=update), *conflict.rules[1:]))


def _repair(**update: Any) -> _Change:
    def change(conflict: Conflict) -> Conflict:
        assert conflict.repair is not None
        return conflict.model_copy(update={"repair": conflict.repair.model_copy(update=update)})

    return change


def _moved(to: str) -> _Change:
    """The first repair with its limit elsewhere, all its figures in keeping: 60 points to ``to``."""

    def change(conflict: Conflict) -> Conflict:
        assert conflict.repair is not None
        size = float((60 - Decimal(to)) / 60)
        move = conflict.repair.moves[0].model_copy(update={"after": Decimal(to), "relative": size})
        patch = conflict.repair.patch[0].model_copy(update={"value": to})
        return _repair(moves=(move,), patch=(patch,), distance=size)(conflict)

    return change


def _dearer_first(conflict: Conflict) -> Conflict:
    return conflict.model_copy(update={"repair": conflict.alternatives[0], "alternatives": (conflict.repair,)})


def _other_award(conflict: Conflict) -> Conflict:
    assert conflict.repair is not None
    return _repair(award=conflict.alternatives[0].award)(conflict)


_CHANGES: dict[str, tuple[_Change, str]] = {
    "a needless rule": (_needless, "is needless"),
    "a rule left out": (lambda conflict: _rules(conflict, conflict.rules[1:]), "can be kept together"),
    "no rule": (lambda conflict: _rules(conflict, ()), "no rule"),
    "not minimal": (lambda conflict: conflict.model_copy(update={"minimal": False}), "not proven minimal"),
    "another limit": (_rule(limit=Decimal(1)), "another limit"),
    "another pointer": (_rule(pointer="/buyers/0"), "another pointer"),
    "a reach too near": (_rule(reach=Decimal("199.99")), "too near"),
    "a reach too far": (_rule(reach=Decimal("200.01")), "too far"),
    "no reach": (_rule(reach=None), "has a reach"),
    "a lift that lifts nothing": (_rule(lift=()), "the lift of"),
    "a clash twice": (
        lambda conflict: conflict.model_copy(update={"further": (conflict.model_copy(update={"further": ()}),)}),
        "share no member",
    ),
    "no repair": (lambda conflict: conflict.model_copy(update={"repair": None}), "always a repair"),
    "a repair too short": (_moved("50.001"), "does not allow the award"),
    "a repair too long": (_moved("49.9"), "not the least"),
    "a wrong distance": (_repair(distance=0.1), "a wrong distance"),
    "a bound too good": (_repair(bound=0.2), "a bound too good"),
    "not proven": (_repair(least=False), "not proven the least"),
    "no patch": (_repair(patch=()), "the patch does not"),
    "an award it does not allow": (_other_award, "does not allow the award"),
    "the dearer repair first": (_dearer_first, "not the least"),
    "no alternative": (lambda conflict: conflict.model_copy(update={"alternatives": ()}), "another repair"),
    "an alternative twice": (
        lambda conflict: conflict.model_copy(update={"alternatives": conflict.alternatives * 2}),
        "an earlier repair",
    ),
    "the repair again": (
        lambda conflict: conflict.model_copy(update={"alternatives": (conflict.repair,)}),
        "an earlier repair",
    ),
}


def test_the_squeezed_conflict_stands(squeezed: tuple[Document, Conflict]) -> None:
    document, conflict = squeezed
    judge(document, conflict)
    assert {rule.rule: rule.reach for rule in conflict.rules} == {
        "budget[N, 2013-14]": Decimal(200),
        "min_mean_quality[N]": Decimal(50),
    }
    assert conflict.rules[0].rule == "budget[N, 2013-14]"
    assert conflict.repair is not None
    assert [(move.rule, move.after) for move in conflict.repair.moves] == [("min_mean_quality[N]", Decimal(50))]
    assert len(conflict.alternatives) == 1


@pytest.mark.parametrize(("change", "said"), _CHANGES.values(), ids=_CHANGES)
def test_the_judge_notices(squeezed: tuple[Document, Conflict], change: _Change, said: str) -> None:
    document, conflict = squeezed
    with pytest.raises(AssertionError, match=said):
        judge(document, change(conflict))
