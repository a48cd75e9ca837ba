"""Awards near the best, held against the oracle, which looks at every award of a small case."""

import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from models import AwardInvalid
from models.ties import NearTies
from selector import evaluate, read_case
from selector.decide.ties import ties
from tests.compare.cases import board
from tests.oracle.board_case import board_case
from tests.oracle.enumerate import awards
from tests.oracle.near_equal import near_equal_case
from tests.oracle.objectives import Candidate, candidate, figure, levels
from tests.oracle.random_case import random_case
from tests.oracle.reading import read
from tests.oracle.rows import broken

_MANY = 5
Document = dict[str, Any]


@pytest.mark.parametrize("seed", range(14))
def test_the_list_is_that_of_enumeration(seed: int) -> None:
    _compare(seed, random_case)


@pytest.mark.parametrize("seed", range(10))
def test_the_list_is_that_of_enumeration_of_boards(seed: int) -> None:
    _compare(seed, board_case)


@pytest.mark.parametrize("seed", range(10))
def test_the_list_is_that_of_enumeration_where_prices_are_pennies_apart(seed: int) -> None:
    _compare(seed, near_equal_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(14, 400))
def test_the_list_is_that_of_enumeration_at_length(seed: int) -> None:
    _compare(seed, random_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(10, 200))
def test_the_list_is_that_of_enumeration_of_boards_at_length(seed: int) -> None:
    _compare(seed, board_case)


def _compare(seed: int, draw: Callable[[int], Document]) -> None:
    document = draw(seed)
    near = _near(document)
    case = read_case(json.dumps(document))
    # Between two awards, so that no rounding of a score decides; 0 for ties alone every third time.
    apart = sorted({distance for _, distance in near})
    at = min(seed % 3, len(apart) - 1) if apart else 0
    within = Decimal(0) if not at else _middle(apart, at)
    found = ties(case, within=within, most=_MANY, isolated=False)

    if not near:
        assert (found.status, found.awards, found.complete) == ("infeasible", (), True)
        return
    expected = {ids for ids, distance in near if distance <= Fraction(within)}
    listed = {frozenset(each.bids) for each in found.awards} | {_best_of(found, document)}
    assert listed <= expected
    if len(expected) - 1 < _MANY:
        assert (found.complete, listed) == (True, expected)
    elif len(found.awards) == _MANY and not found.complete:
        assert len(listed) == _MANY + 1
    if found.beyond is not None:
        rest = [distance for ids, distance in near if ids not in listed]
        assert all(distance >= Fraction(found.beyond) - Fraction(1, 1000) for distance in rest)
    behind = [each.behind for each in found.awards]
    distances = dict(near)
    for each, said in zip(found.awards, behind, strict=True):
        assert abs(distances[frozenset(each.bids)] - Fraction(said)) <= Fraction(1, 1000)


def _middle(apart: list[Fraction], at: int) -> Decimal:
    low, high = apart[at], apart[at + 1] if at + 1 < len(apart) else apart[at] + 2
    return Decimal(((low + high) / 2).numerator) / Decimal(((low + high) / 2).denominator)


def _best_of(found: NearTies, document: Document) -> frozenset[str]:
    case = read_case(json.dumps(document))
    return frozenset(row.bid for row in evaluate(case, isolated=False).awards)


def _near(document: Document) -> list[tuple[frozenset[str], Fraction]]:
    """The awards that no rule of a higher priority sets apart from the best, and how far each is behind it."""
    case = read(document)
    held = [candidate(case, award) for award in awards(case) if next(broken(case, award), None) is None]
    for level in levels(case):
        if not held:
            return []
        figures: dict[Candidate, Fraction] = {each: Fraction(figure(case, level, each)) for each in held}
        best = max(figures.values()) if level.up else min(figures.values())
        if not level.name.startswith("priority "):
            unit = 100 if level.name in ("money_valued", "cost", "liability", "penalty") else 1
            return [(frozenset(each.ids), abs(value - best) / unit) for each, value in figures.items()]
        held = [each for each, value in figures.items() if value == best]
    raise AssertionError("a case has an objective")


def test_a_limit_leaves_it_open() -> None:
    found = ties(board(), award=evaluate(board(), isolated=False), stop=lambda: True, isolated=False)

    assert (found.complete, found.awards, found.beyond) == (False, (), None)


def test_an_award_of_another_case_is_refused() -> None:
    award = evaluate(board(), isolated=False)

    with pytest.raises(AwardInvalid):
        ties(board(name="another"), award=award, isolated=False)


def test_what_is_known_is_not_sought_again() -> None:
    award = evaluate(board(), isolated=False)

    assert ties(board(), award=award, isolated=False).model_dump(exclude={"seconds", "best"}) == ties(
        board(), isolated=False
    ).model_dump(exclude={"seconds", "best"})
