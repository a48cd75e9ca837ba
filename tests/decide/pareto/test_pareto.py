"""Fronts of cases, held against the oracle, which looks at every award of a small case."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from models import AwardInvalid, Options, UnknownName
from selector import evaluate, pareto, read_case
from tests.compare.cases import board
from tests.decide.pareto.enumerated import front, held, values
from tests.decide.pareto.told import told, value
from tests.oracle.board_case import board_case
from tests.oracle.near_equal import near_equal_case
from tests.oracle.random_case import random_case
from tests.references.tender import offer, tender
from tests.test_examples import TWO_BOARDS

Document = dict[str, Any]
_SETS = (
    ("cost", "quality"),
    ("cost", "quality", "liability"),
    ("cost", "quality", "liability", "disruption"),
    ("quality", "disruption"),
    ("cost", "liability", "penalty"),
)


@pytest.mark.parametrize("seed", range(9))
def test_the_front_is_that_of_enumeration(seed: int) -> None:
    _compare(seed, random_case)


@pytest.mark.parametrize("seed", range(7))
def test_the_front_is_that_of_enumeration_of_boards(seed: int) -> None:
    _compare(seed, board_case)


@pytest.mark.parametrize("seed", range(4))
def test_the_front_is_that_of_enumeration_where_prices_are_pennies_apart(seed: int) -> None:
    _compare(seed, near_equal_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(9, 100))
def test_the_front_is_that_of_enumeration_at_length(seed: int) -> None:
    _compare(seed, random_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(7, 100))
def test_the_front_is_that_of_enumeration_of_boards_at_length(seed: int) -> None:
    _compare(seed, board_case)


@pytest.mark.parametrize("seed", range(6))
def test_with_an_epsilon_every_award_is_near_a_point(seed: int) -> None:
    document, names = board_case(seed), _SETS[1]
    found = pareto(read_case(json.dumps(document)), objectives=names, epsilon=0.1, isolated=False)

    assert found.complete
    assert told(found) <= front(document, names).keys() | {values(each, names) for each in held(document)}
    for each in held(document):
        assert any(
            all(a - 0.1 * abs(a) <= b for a, b in zip(point, values(each, names), strict=True)) for point in told(found)
        )


def _compare(seed: int, draw: Callable[[int], Document]) -> None:
    document, names = draw(seed), _SETS[seed % len(_SETS)]
    found = pareto(read_case(json.dumps(document)), objectives=names, isolated=False)
    expected = front(document, names)

    assert found.complete
    assert told(found) == expected.keys()
    assert len(found.points) == len(expected)
    for each in found.points:
        ids = frozenset(each.bids)
        assert ids in expected[value(each.values, found)]
    if expected:
        best = frozenset(row.bid for row in evaluate(read_case(json.dumps(document)), isolated=False).awards)
        on_front = any(best in awards for awards in expected.values())
        assert found.on_front == on_front


def test_without_an_award_there_is_no_point() -> None:
    case = board()
    buyers = tuple(each.model_copy(update={"budget": {"2013-14": Decimal(1)}}) for each in case.buyers)
    found = pareto(case.model_copy(update={"buyers": buyers}), isolated=False)

    assert (found.best.status, found.points, found.complete, found.on_front) == ("infeasible", (), True, None)


def test_where_one_bid_is_all_there_is_it_is_the_front() -> None:
    only = offer("firm/all", 9, "a:it", "b:it", scores={"q": 9})
    case = tender({"a": 100, "b": 100}, ["it"], [only], criteria=[{"id": "q", "name": "Q"}])
    found = pareto(case, isolated=False)

    assert [each.bids for each in found.points] == [("firm/all",)]
    assert (found.complete, found.on_front, found.points[0].best) == (True, True, True)


def test_points_by_hand() -> None:
    found = pareto(board(), objectives=("cost", "quality"), isolated=False)

    # Firm for both; Firm and the partnership; the unit and the partnership.
    assert [(each.totals.cost, each.bids) for each in found.points] == [
        (Decimal(170), ("firm/n", "firm/s")),
        (Decimal(190), ("csu/n", "firm/s")),
        (Decimal(220), ("csu/n", "duo/s")),
    ]
    assert [each.best for each in found.points] == [True, False, False]


def test_of_one_objective_the_front_is_its_best() -> None:
    found = pareto(board(), objectives=["quality"], isolated=False)

    assert [each.bids for each in found.points] == [("csu/n", "duo/s")]


def test_stopped_it_tells_what_was_found() -> None:
    award = evaluate(board(), isolated=False)
    found = pareto(board(), award=award, stop=lambda: True, isolated=False)

    assert (found.complete, len(found.points), found.points[0].best, found.on_front) == (False, 1, True, None)
    assert found.gap is None


def test_a_time_limit_is_never_told_as_complete() -> None:
    award = evaluate(board(), isolated=False)
    found = pareto(board(), Options(time_limit=1e-9), award=award, isolated=False)

    assert not found.complete


def test_what_is_unknown_is_refused() -> None:
    with pytest.raises(UnknownName, match="did you mean"):
        pareto(board(), objectives=["cost", "qualty"])
    with pytest.raises(ValueError, match="at least one"):
        pareto(board(), objectives=[])
    with pytest.raises(ValueError, match="epsilon"):
        pareto(board(), epsilon=2)
    with pytest.raises(AwardInvalid):
        pareto(board(), award=evaluate(board(name="another"), isolated=False), isolated=False)


def test_in_processes_as_here() -> None:
    award = evaluate(board(), isolated=False)
    here = pareto(board(), award=award, isolated=False)

    assert pareto(board(), award=award, workers=2).points == here.points


@pytest.mark.parametrize("limit", [4, 5, 6, 50])
def test_a_soft_rule_that_every_award_breaks_counts_in_full(limit: int) -> None:
    document, names = json.loads(TWO_BOARDS.read_text(encoding="utf-8")), ("cost", "penalty")
    document["rules"] = [
        {
            "id": "much",
            "metric": "lots",
            "bidders": {"ids": [document["bidders"][0]["id"]]},
            "sense": "at_least",
            "limit": limit,
            "penalty": 1000,
        }
    ]
    found = pareto(read_case(json.dumps(document)), objectives=names, isolated=False)

    assert found.complete
    assert told(found) == front(document, names).keys()
