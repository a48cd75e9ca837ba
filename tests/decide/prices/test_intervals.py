"""Prices between two figures, as of cases above board size: they hold what enumeration says, whatever was searched."""

import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from models import Difference, Options
from models.prices import Prices
from selector import read_case
from selector.decide.prices import prices
from selector.decide.prices.comparison import Interval, price
from tests.decide.prices.test_against_enumeration import figure, lifted_document
from tests.oracle.board_case import board_case
from tests.oracle.enumerate import solve
from tests.oracle.near_equal import near_equal_case
from tests.oracle.random_case import random_case
from tests.references.tender import offer, tender

Document = dict[str, Any]
Draw = Callable[[int], Document]
_SEEN = Fraction(2, 10**6)


@pytest.fixture(autouse=True)
def _all_cases_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selector.decide.asked.BOARD_SIZE", 0)


@pytest.mark.parametrize(
    ("draw", "seed"),
    [*((random_case, seed) for seed in range(1, 5)), *((board_case, seed) for seed in range(4)), (near_equal_case, 1)],
)
def test_intervals_hold_the_price(draw: Draw, seed: int) -> None:
    check_intervals(draw(seed))


def test_bids_that_are_barred_have_no_scores_to_be_bounded_by() -> None:
    check_intervals(board_case(87))


def test_a_bound_of_the_first_objective_tells_nothing_of_the_next() -> None:
    scores = {"acme": 90, "firm": 40, "third": 40}
    case = tender(
        {"a": 100_000},
        ["it"],
        [offer(f"{name}/a", 1_000, "a:it", scores={"q": scored}) for name, scored in scores.items()],
        criteria=[{"id": "q", "name": "Q"}],
        places={"a": {"vetoes": ["acme"]}},
        objective={"mode": "lexicographic", "levels": [{"objective": "cost"}, {"objective": "quality"}]},
    )
    (each,) = prices(case, isolated=False).rules

    assert each.verdict == "costs"
    assert (each.objective, each.at_least == each.at_most == 50) == ("quality", True)


def test_where_later_objectives_are_not_compared_nothing_is_proven_of_these() -> None:
    same = (Difference(objective="cost", at_least=Decimal(0), at_most=Decimal(0)),)

    assert price(same, ("cost",)).verdict == "costs_nothing"
    assert price(same, ("cost", "quality"), improves=True) == Interval("quality", Decimal(0), None)
    assert price(same, ("cost", "quality")) == Interval("quality", None, None)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(200))
@pytest.mark.parametrize("draw", [random_case, board_case, near_equal_case])
def test_intervals_hold_the_price_at_length(draw: Draw, seed: int) -> None:
    check_intervals(draw(seed))


def test_most_of_what_costs_nothing_is_proven_without_a_search() -> None:
    told = [each for seed in (12, 17, 21) for each in check_intervals(board_case(seed)).rules]
    nothing = [each for each in told if each.verdict == "costs_nothing"]

    assert len([each for each in nothing if each.without is None]) > len(told) / 2


def check_intervals(document: Document) -> Prices:
    """The prices of a case, each of which is held against enumeration."""
    base = solve(document)
    found = prices(read_case(json.dumps(document)), Options(time_limit=60), isolated=False)
    if not base.feasible:
        assert found.rules == ()
        return found
    for each in found.rules:
        lifted = solve(lifted_document(document, each.lift))
        if not lifted.feasible:
            assert each.verdict in ("no_award", "no_case", "open")
            continue
        for said in each.levels:
            gone = said.objective == "penalty" and "penalty" not in lifted.levels
            after = Fraction(0) if gone else figure(lifted, lifted.levels.index(said.objective))
            expected = figure(base, base.levels.index(said.objective)) - after
            assert said.at_least is None or Fraction(said.at_least) <= expected + _SEEN, (each.rule, said)
            assert said.at_most is None or expected - _SEEN <= Fraction(said.at_most), (each.rule, said)
    return found
