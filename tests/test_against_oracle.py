"""The engine against the oracle, which enumerates every award of a small case and shares no code with it."""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import pytest

from models import Case as AskedCase
from selector import Evaluation, Options, evaluate, read_case, verify
from selector.solve import stages
from selector.solve.decomposition import block, blocks
from tests.board_states import same_bids, same_rules
from tests.oracle.all_move import all_move_case
from tests.oracle.award import Award
from tests.oracle.board_case import board_case
from tests.oracle.enumerate import Answer, award_of, solve
from tests.oracle.near_equal import near_equal_case
from tests.oracle.once_wrong import ONCE_WRONG
from tests.oracle.random_case import random_case
from tests.oracle.reading import read
from tests.oracle.redeployment import MICRO, Moves, faults, saving
from tests.oracle.reports import accounts, staff_outcome
from tests.oracle.tables import Case

_MONEY = ("money_valued", "cost", "liability", "penalty", "charges")
_QUALITY = Fraction(1, 1_000_000)  # totals state Q to six decimals


@pytest.mark.parametrize("seed", range(200))
def test_agrees_with_enumeration(seed: int) -> None:
    _compare(random_case(seed))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(200, 1200))
def test_agrees_with_enumeration_at_length(seed: int) -> None:
    _compare(random_case(seed))


@pytest.mark.parametrize("seed", range(60))
def test_agrees_where_prices_are_pennies_apart(seed: int) -> None:
    _compare(near_equal_case(seed))


def test_a_goal_held_to_half_a_penny_leaves_no_award_out() -> None:
    """The cheapest comes to half a penny of liability more than what is found first, and to the same once it is rounded."""
    levels = [{"objective": "disruption", "tolerance": 1}, {"objective": "liability", "tolerance": 0}]
    _compare(
        near_equal_case(3326) | {"objective": {"mode": "lexicographic", "levels": [*levels, {"objective": "cost"}]}}
    )


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(60, 560))
def test_agrees_where_prices_are_pennies_apart_at_length(seed: int) -> None:
    _compare(near_equal_case(seed))


@pytest.mark.parametrize("seed", range(40))
def test_agrees_where_what_is_left_of_much_redundancy_is_pence_apart(seed: int) -> None:
    _compare(all_move_case(seed))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(40, 540))
def test_agrees_where_what_is_left_of_much_redundancy_is_pence_apart_at_length(seed: int) -> None:
    _compare(all_move_case(seed))


@pytest.mark.parametrize("seed", range(200))
def test_agrees_on_what_the_board_rules_and_scores(seed: int) -> None:
    _compare(board_case(seed))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(200, 1200))
def test_agrees_on_what_the_board_rules_and_scores_at_length(seed: int) -> None:
    _compare(board_case(seed))


@pytest.mark.parametrize("name", ONCE_WRONG)
def test_agrees_on_what_was_once_wrong(name: str) -> None:
    _compare(ONCE_WRONG[name])


@pytest.fixture(autouse=True)
def _parts_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if these cases were large: every block is a part of its own, and who provides in it is decided first."""
    monkeypatch.setattr(blocks, "_SMALL", 1)
    monkeypatch.setattr(block, "_FEW_BIDS", 0)
    monkeypatch.setattr(stages, "_FEW_BIDS", 0)


def _compare(document: dict[str, Any]) -> None:
    """The engine, searching the program as a whole and in parts, answers as the oracle does."""
    answer = solve(document)
    asked = read_case(json.dumps(document, default=str))
    _compare_with(answer, document, asked, "whole")
    _compare_with(answer, document, asked, "parts")


def _compare_with(
    answer: Answer, document: dict[str, Any], asked: AskedCase, method: Literal["whole", "parts"]
) -> None:
    evaluation = evaluate(asked, Options(method=method), isolated=False)
    assert verify(asked, evaluation).valid
    if not answer.feasible:
        assert evaluation.status == "infeasible"
        assert evaluation.awards == ()
        assert evaluation.certificate.bound is None
        return
    assert evaluation.status == "optimal"
    _same_optimum(evaluation, answer)
    assert tuple(row.bid for row in evaluation.awards) == answer.award
    assert evaluation.certificate.ties == ("found" if answer.tied > 1 else "proven_none")
    _same_totals(evaluation, answer)
    case = read(document)
    award = award_of(case, {row.lot: row.bid for row in evaluation.awards})
    moves = _good_moves(evaluation, answer, case, award)
    _same_staff(evaluation, case, award, moves)
    _same_accounts(evaluation, case, award)
    same_rules(evaluation, case, award)
    same_bids(evaluation, case)


def _same_optimum(evaluation: Evaluation, answer: Answer) -> None:
    """Each level's best value is the enumerated one, and its bound says no more than is true."""
    assert tuple(level.objective for level in evaluation.certificate.levels) == answer.levels
    for level, exact in zip(evaluation.certificate.levels, answer.objectives, strict=True):
        best = Fraction(exact)
        if level.objective in _MONEY:
            best /= 100
        points = level.objective in ("quality", "score")
        step = _QUALITY if points else 0
        assert abs(Fraction(level.best) - best) <= step
        assert level.bound is not None
        worse = best - Fraction(level.bound) if points else Fraction(level.bound) - best
        assert worse <= step
        assert level.gap is not None
        # Quality is told to a millionth of a point, its bound rounded up: of a low Q that is more than of pounds.
        assert level.gap < max(1e-7, 1.01 * float(step / abs(best)) if best else 0)


def _same_totals(evaluation: Evaluation, answer: Answer) -> None:
    totals, exact = evaluation.totals, answer.totals
    assert totals is not None
    assert exact is not None
    assert totals.cost == Decimal(exact.cost) / 100
    assert totals.liability == Decimal(exact.liability) / 100
    assert totals.redeployed == Decimal(exact.redeployed) / 100
    assert sum(row.liability for row in evaluation.awards) - totals.redeployed == totals.liability
    assert totals.liability_buyers == Decimal(exact.buyers_liability) / 100
    assert Fraction(totals.disruption) == Fraction(exact.disruption)
    assert abs(Fraction(totals.quality) - exact.quality) <= _QUALITY
    assert totals.charges == Decimal(exact.charges) / 100
    assert totals.discount == Decimal(exact.discount) / 100
    assert totals.penalty == Decimal(exact.penalty) / 100
    assert sum(row.cost for row in evaluation.awards) + totals.charges - totals.discount == totals.cost
    assert [
        (row.discount, row.bidder, Fraction(row.quantity), row.tier, row.amount) for row in evaluation.discounts
    ] == [(row.discount, row.bidder, row.quantity, row.tier, Decimal(row.amount) / 100) for row in exact.discounts]
    assert [(row.bidder, row.service, row.area, Fraction(row.wte), row.cost) for row in evaluation.outposts] == [
        (row.bidder, row.service, row.area, row.wte, Decimal(row.cost) / 100) for row in exact.outposts
    ]


def _good_moves(evaluation: Evaluation, answer: Answer, case: Case, award: Award) -> Moves:
    """The moves, all of which may be made, and which save as much as any can."""
    assert answer.totals is not None
    bidders = {row.id: row.bidder for row in case.vacancies}
    moves: dict[tuple[str, str], int] = {}
    for row in evaluation.moves:
        count = Fraction(row.wte) * MICRO
        assert count.denominator == 1
        assert count > 0
        assert row.bidder == bidders[row.vacancy]
        assert (row.group, row.vacancy) not in moves
        moves[row.group, row.vacancy] = int(count)
    assert faults(case, award.bids, moves) == []
    assert saving(case, moves) == answer.totals.saving
    return moves


def _same_staff(evaluation: Evaluation, case: Case, award: Award, moves: Moves) -> None:
    """What becomes of the staff; of moves that save nothing the engine's own are counted."""
    exact, told = staff_outcome(case, award, moves), evaluation.staff
    if exact is None:
        assert told is None
        return
    assert told is not None
    for name, value in vars(exact).items():
        figure = getattr(told, name)
        assert (None if figure is None else Fraction(figure)) == value, name


def _same_accounts(evaluation: Evaluation, case: Case, award: Award) -> None:
    assert [(row.buyer, row.years, row.liability) for row in evaluation.buyers] == [
        (row.buyer, {year: Decimal(pence) / 100 for year, pence in row.years.items()}, Decimal(row.liability) / 100)
        for row in accounts(case, award)
    ]
    assert all(list(row.years) == list(case.horizon.names) for row in evaluation.buyers)
