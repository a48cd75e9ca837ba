"""Robust awards held against the oracle: every award of a small case, and every set of bidders that may turn out dearer."""

import json
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest

from models import MoneyValued
from selector import read_case
from selector.decide.robust import robust
from tests.decide.robust.worse import worse
from tests.oracle.board_case import board_case
from tests.oracle.enumerate import awards
from tests.oracle.exact import pence
from tests.oracle.near_equal import near_equal_case
from tests.oracle.objectives import candidate, figure, levels
from tests.oracle.random_case import random_case
from tests.oracle.reading import read
from tests.oracle.rows import broken
from tests.oracle.worth import worths

Document = dict[str, Any]
_PRICES, _TRANSFER = (Fraction(1, 10), Fraction(1, 4), Fraction(0)), (Fraction(1, 10), Fraction(0), Fraction(1, 2))


@pytest.mark.parametrize("seed", range(12))
def test_the_worst_case_is_that_of_enumeration(seed: int) -> None:
    _compare(seed, random_case)


@pytest.mark.parametrize("seed", range(6))
def test_the_worst_case_is_that_of_enumeration_of_boards(seed: int) -> None:
    _compare(seed, board_case)


@pytest.mark.parametrize("seed", range(3))
def test_the_worst_case_is_that_of_enumeration_where_prices_are_pennies_apart(seed: int) -> None:
    _compare(seed, near_equal_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(12, 150))
def test_the_worst_case_is_that_of_enumeration_at_length(seed: int) -> None:
    _compare(seed, random_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(6, 80))
def test_the_worst_case_is_that_of_enumeration_of_boards_at_length(seed: int) -> None:
    _compare(seed, board_case)


def _compare(seed: int, draw: Callable[[int], Document]) -> None:
    document = draw(seed)
    case = read_case(json.dumps(document))
    if not isinstance(case.objective, MoneyValued):
        return
    prices, transfer = _PRICES[seed % 3], _TRANSFER[seed // 3 % 3]
    budgets = (0, 1, 2, 3)
    found = robust(case, prices=_decimal(prices), transfer=_decimal(transfer), budgets=budgets, isolated=False)
    known = _awards(document, prices, transfer)
    if not known:
        assert (found.best.status, found.awards) == ("infeasible", ())
        return
    for budget, each in zip(budgets, found.awards, strict=True):
        worst = {ids: value + _worst(rises, budget) for ids, (value, rises) in known.items()}
        least = min(worst.values())
        assert each.robust is not None
        assert each.status == "optimal"
        assert each.bound == each.robust.worst
        ids = frozenset(each.bids)
        assert _pence(each.robust.worst) == worst[ids]
        if budget:
            assert worst[ids] == least
            # Of those with the same worst case it is one that is best as bids stand.
            assert known[ids][0] == min(known[other][0] for other in known if worst[other] == least)
        assert _pence(each.robust.counted) == known[ids][0]
        assert each.price is not None
        assert each.saves is not None
        assert each.saves >= 0
        assert each.robust.uncertain == sum(rise > 0 for rise in known[ids][1].values())


def _awards(document: Document, prices: Fraction, transfer: Fraction) -> dict[frozenset[str], tuple[int, Counter[str]]]:
    """Of each award that keeps every rule, and priorities as well as any: its objective, and what each bidder may rise by."""
    case = read(document)
    held = [candidate(case, award) for award in awards(case) if next(broken(case, award), None) is None]
    for level in levels(case):
        if held and level.name.startswith("priority "):
            best = min(Fraction(figure(case, level, each)) for each in held)
            held = [each for each in held if figure(case, level, each) == best]
    today, then = worths(case), worths(read(worse(document, prices, transfer)))
    weight = case.objective.liability_weight
    rises = {}
    for name, bid in today.items():
        more = sum(offer.liability for offer in then[name].offers) - sum(offer.liability for offer in bid.offers)
        counted = then[name].cost - bid.cost + pence(weight * Fraction(more, 100))
        rises[name] = 0 if bid.bidder.fallback else max(counted, 0)
    found = {}
    for each in held:
        ids = frozenset(each.ids)
        of_bidders: Counter[str] = Counter()
        for name in ids:
            of_bidders[today[name].bidder.id] += rises[name]
        found[ids] = (each.value, of_bidders)
    return found


def _worst(rises: Counter[str], budget: int) -> int:
    """The most that any set of so many bidders adds."""
    return max(
        sum(rises[bidder] for bidder in chosen)
        for many in range(budget + 1)
        for chosen in combinations(rises, min(many, len(rises)))
    )


def _pence(value: Decimal) -> int:
    return int(value * 100)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
