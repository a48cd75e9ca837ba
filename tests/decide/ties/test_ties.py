"""Awards near the best, held against the oracle, which looks at every award of a small case."""

import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from models import AwardInvalid, Case, Evaluation, Options
from selector import evaluate, read_case
from selector.decide.ties import ties
from selector.search import search
from tests.compare.cases import board
from tests.oracle.board_case import board_case
from tests.oracle.enumerate import awards
from tests.oracle.near_equal import near_equal_case
from tests.oracle.objectives import Candidate, candidate, figure, levels
from tests.oracle.random_case import random_case
from tests.oracle.reading import read
from tests.oracle.rows import broken
from tests.references.tender import offer, tender

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


def test_where_a_solver_breaks_down_on_what_its_presolve_made() -> None:
    _compare(164, board_case)


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
    case = read_case(json.dumps(document))
    best = frozenset(row.bid for row in evaluate(case, isolated=False).awards)
    near = _near(document, best)
    # Between two awards, so that no rounding of a score decides; 0 for ties alone every third time.
    apart = sorted({distance for _, distance in near})
    at = min(seed % 3, len(apart) - 1) if apart else 0
    within = Decimal(0) if not at else _middle(apart, at)
    found = ties(case, within=within, most=_MANY, isolated=False)

    if not near:
        assert (found.status, found.awards, found.complete) == ("infeasible", (), True)
        return
    expected = {ids for ids, distance in near if distance <= Fraction(within)}
    listed = {frozenset(each.bids) for each in found.awards} | {best}
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


def _near(document: Document, chosen: frozenset[str]) -> list[tuple[frozenset[str], Fraction]]:
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
            of_chosen = next(value for each, value in figures.items() if frozenset(each.ids) == chosen)
            sign = -1 if level.up else 1
            return [
                (frozenset(each.ids), max(sign * (value - of_chosen), Fraction(0)) / unit)
                for each, value in figures.items()
            ]
        held = [each for each, value in figures.items() if value == best]
    raise AssertionError("a case has an objective")


@pytest.mark.parametrize(("within", "others"), [(0, {"b/a", "d/a"}), (3, {"b/a", "d/a", "e/a"})])
def test_a_tie_is_told_where_the_best_award_gave_up_some_of_its_first_objective(within: int, others: set[str]) -> None:
    case = tender(
        {"a": 100_000},
        ["it"],
        [
            offer("d/a", 100, "a:it", scores={"q": 10}),
            offer("b/a", 105, "a:it", scores={"q": 60}),
            offer("c/a", 105, "a:it", scores={"q": 60}),
            offer("e/a", 107, "a:it", scores={"q": 20}),
            offer("f/a", 125, "a:it", scores={"q": 90}),
        ],
        criteria=[{"id": "q", "name": "Q", "weight": 1}],
        objective={
            "mode": "lexicographic",
            "levels": [{"objective": "cost", "tolerance": 10}, {"objective": "quality"}],
        },
    )
    found = ties(case, within=Decimal(within), isolated=False)

    assert (found.ties, found.complete) == ("found", True)
    assert {bid for each in found.awards for bid in each.bids} == others
    assert [each.bids for each in found.awards if each.equal] == [("b/a",)]
    assert found.awards[0].behind == 0


def test_within_a_gap_nobody_is_told_that_there_is_no_tie() -> None:
    award = evaluate(board(), isolated=False)
    proven = award.certificate.levels[0]
    less = {"bound": proven.best - 1, "gap": float(1 / proven.best)}
    levels = (proven.model_copy(update=less),)
    certificate = {**less, "gap_pounds": Decimal(1), "levels": levels, "ties": "not_examined"}
    within_a_gap = award.model_copy(update={"certificate": award.certificate.model_copy(update=certificate)})
    found = ties(board(), award=within_a_gap, isolated=False)

    assert (found.ties, found.complete) == ("not_examined", True)


def test_rules_of_a_priority_leave_no_more_to_be_looked_at_than_what_was_asked_for() -> None:
    """A bound of the board's objective holds among all that keep such rules as well."""
    document = board_case(71)
    award = evaluate(read_case(json.dumps(document)), isolated=False)
    assert [level.objective for level in award.certificate.levels] == ["priority 1", "money_valued"]
    sought: list[int] = []

    def counted(case: Case, options: Options, **more: Any) -> Evaluation:
        sought.append(len(more["apart"]))
        return search(case, options, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("selector.decide.ties.answer.search", counted)
        found = ties(read_case(json.dumps(document)), award=award, within=Decimal(20_000), isolated=False)

    assert (found.complete, len(found.awards), sought) == (True, 2, [1, 2, 3])


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
