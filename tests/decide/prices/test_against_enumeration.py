"""Prices of rules, held against the oracle, which looks at every award of a small case without them."""

import json
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.prices import Prices
from selector import read_case
from selector.decide.prices import prices
from selector.decide.prices.statements import can_only_improve, statements
from selector.decide.without.measure import in_points
from tests.oracle.board_case import board_case
from tests.oracle.enumerate import Answer, solve
from tests.oracle.near_equal import near_equal_case
from tests.oracle.patch import patched
from tests.oracle.random_case import random_case

Document = dict[str, Any]
_SEEN = Fraction(1, 10**6)
"""Points are told to a millionth, those of either award."""


@pytest.mark.parametrize("seed", range(1, 7))
def test_prices_are_those_of_enumeration(seed: int) -> None:
    _compare(seed, random_case)


@pytest.mark.parametrize("seed", range(6))
def test_prices_are_those_of_enumeration_of_boards(seed: int) -> None:
    _compare(seed, board_case)


@pytest.mark.parametrize("seed", range(2))
def test_prices_are_those_of_enumeration_where_prices_are_pennies_apart(seed: int) -> None:
    _compare(seed, near_equal_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", [0, *range(7, 300)])
def test_prices_are_those_of_enumeration_at_length(seed: int) -> None:
    _compare(seed, random_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(6, 200))
def test_prices_are_those_of_enumeration_of_boards_at_length(seed: int) -> None:
    _compare(seed, board_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(2, 60))
def test_prices_are_those_of_enumeration_where_prices_are_pennies_apart_at_length(seed: int) -> None:
    _compare(seed, near_equal_case)


@settings(max_examples=6, deadline=None)
@given(st.integers(300, 10**6))
def test_the_best_award_is_never_worse_without_a_rule_that_may_not_be_broken(seed: int) -> None:
    document = random_case(seed)
    case, base = read_case(json.dumps(document)), solve(document)
    if not base.feasible:
        return
    for each in statements(case):
        if each.rule is None and can_only_improve(case, each):
            lifted = solve(lifted_document(document, each.member.lift))
            assert _worse(base, lifted, 0) >= 0


def _compare(seed: int, draw: Callable[[int], Document]) -> None:
    document = draw(seed)
    base = solve(document)
    every = prices(read_case(json.dumps(document)), pairs=False, isolated=False)
    if not base.feasible:
        assert (every.best.status, every.rules) == ("infeasible", ())
        return
    for each in every.rules:
        lifted = solve(lifted_document(document, each.lift))
        _held(document, base, lifted, each)
    for unbound in every.unbinding:
        lift = _lift_of(document, unbound.rule)
        if lift is not None:
            assert solve(lifted_document(document, lift)).objectives == base.objectives, unbound.rule
    _compare_pairs(document, base, every)


def _compare_pairs(document: Document, base: Answer, every: Prices) -> None:
    """A few of the pairs, told by name."""
    names = [each.rule for each in every.rules][:3]
    if len(names) < 2:
        return
    found = prices(read_case(json.dumps(document)), rules=names, pairs=True, isolated=False)
    assert (set(found.paired), found.pairs_open, found.unpaired) == (set(names), 0, 0)
    told = {frozenset(each.rules): each for each in found.pairs}
    lifts = {each.rule: each.lift for each in found.rules}
    alone = {name: solve(lifted_document(document, lifts[name])) for name in names}
    if base.levels[0].startswith("priority "):
        return
    for one, other in combinations(names, 2):
        joint = solve(lifted_document(document, (*lifts[one], *lifts[other])))
        said = told.get(frozenset((one, other)))
        at = 0 if said is None else base.levels.index(said.objective or "")
        worth = {name: _worse(base, answer, at) for name, answer in ((one, alone[one]), (other, alone[other]))}
        beyond = _worse(base, joint, at) - sum(worth.values())
        if said is None:
            assert abs(beyond) <= 4 * _SEEN
        else:
            assert said.beyond_at_least is not None
            assert abs(Fraction(said.beyond_at_least) - beyond) <= 4 * _SEEN
            assert said.at_least is not None
            assert abs(Fraction(said.at_least) - _worse(base, joint, at)) <= 2 * _SEEN


def _held(document: Document, base: Answer, lifted: Answer, each: Any) -> None:
    assert lifted.feasible == (each.verdict not in ("no_award", "no_case")), each.rule
    if not lifted.feasible:
        return
    for said in each.levels:
        expected = _worse(base, lifted, base.levels.index(said.objective))
        expected *= -1 if in_points(said.objective) else 1
        assert said.at_least is not None, each.rule
        assert said.at_most is not None, each.rule
        assert said.at_least == said.at_most or in_points(said.objective), each.rule
        assert abs(Fraction(said.at_least) - expected) <= 2 * _SEEN, (each.rule, said.objective)
    if each.verdict == "costs_nothing":
        # Where the last rule with a penalty is lifted, that level is gone, and with it what was counted there.
        gone = [at for at, name in enumerate(base.levels) if name == "penalty" and name not in lifted.levels]
        assert not any(base.objectives[at] for at in gone), each.rule
        assert {said.objective for said in each.levels} >= set(base.levels) & set(lifted.levels)
    assert each.verdict != "open", each.rule


def _worse(base: Answer, lifted: Answer, at: int) -> Fraction:
    sign = -1 if in_points(base.levels[at]) else 1
    # The level of penalties goes with the last rule that has one.
    gone = base.levels[at] == "penalty" and "penalty" not in lifted.levels
    after = Fraction(0) if gone else figure(lifted, lifted.levels.index(base.levels[at]))
    return sign * (figure(base, at) - after)


def figure(answer: Answer, at: int) -> Fraction:
    """In £, points, or what a priority counts."""
    unit = 100 if answer.levels[at] in ("money_valued", "cost", "liability", "penalty", "charges") else 1
    return Fraction(answer.objectives[at]) / unit


def lifted_document(document: Document, lift: Any) -> Document:
    """The case as it is written, without what a patch lifts."""
    ordered = sorted((each.model_dump() for each in lift), key=_last_first)
    return patched(document, ordered)


def _last_first(operation: dict[str, Any]) -> int:
    last = operation["path"].rpartition("/")[2]
    return -int(last) if operation["op"] == "remove" and last.isdecimal() else 0


def _lift_of(document: Document, name: str) -> Any:
    case = read_case(json.dumps(document))
    return next(each.member.lift for each in statements(case) if each.name == name)
