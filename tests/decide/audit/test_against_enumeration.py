"""The award under each formula and without each loser, held against the oracle, which looks at every award."""

import json
from collections.abc import Callable, Sequence

import pytest

from models import Case
from models.audit import Audit
from models.objective import PriceFormula
from selector import evaluate, read_case
from selector.decide.audit import audit
from selector.decide.audit.formulas import FORMULAS
from tests.decide.audit.enumerated import Document, all_awards, judge
from tests.oracle.board_case import board_case
from tests.oracle.near_equal import near_equal_case
from tests.oracle.random_case import random_case

_MOST_JUDGED = 4


@pytest.mark.parametrize("seed", range(3))
def test_agrees_with_enumeration(seed: int) -> None:
    _compare(seed, random_case)


@pytest.mark.parametrize("seed", range(3))
def test_agrees_with_enumeration_of_boards(seed: int) -> None:
    _compare(seed, board_case)


@pytest.mark.parametrize(
    ("draw", "seed", "formula"),
    [
        (random_case, 2, "price_per_quality_point"),
        (random_case, 7, "to_the_mean"),
        (board_case, 1, "lowest_over_price"),
        (near_equal_case, 5, "lowest_to_highest"),
    ],
)
def test_a_reversal_is_one_by_enumeration(draw: Callable[[int], Document], seed: int, formula: PriceFormula) -> None:
    _compare(seed, draw, (formula,), reversed_under=formula)


@pytest.mark.parametrize("seed", range(2))
def test_agrees_with_enumeration_where_prices_are_pennies_apart(seed: int) -> None:
    _compare(seed, near_equal_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(3, 200))
def test_agrees_with_enumeration_at_length(seed: int) -> None:
    _compare(seed, random_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(3, 200))
def test_agrees_with_enumeration_of_boards_at_length(seed: int) -> None:
    _compare(seed, board_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(2, 100))
def test_agrees_with_enumeration_of_pennies_at_length(seed: int) -> None:
    _compare(seed, near_equal_case)


def _compare(
    seed: int,
    draw: Callable[[int], Document],
    formulas: Sequence[PriceFormula] = (),
    *,
    reversed_under: PriceFormula | None = None,
) -> None:
    document = draw(seed)
    case = read_case(json.dumps(document, default=str))
    asked = formulas or (FORMULAS[seed % 3], FORMULAS[3 + seed // 3 % 3])
    found = audit(case, formulas=asked, isolated=False)
    if not all_awards(document).allowed:
        assert (found.best.status, found.formulas, found.withdrawals) == ("infeasible", (), ())
        return
    assert found.answered
    reversals = {row.formula for row in found.withdrawals if row.verdict == "reversal"}
    assert reversed_under is None or reversed_under in reversals
    for each in found.formulas:
        if each.left_out is not None:
            continue
        changed = document if each.objective is None else document | {"objective": _stated(each.objective)}
        chosen = _chosen(case, found, each.formula)
        assert chosen in all_awards(changed).best
        withdrawn = [row for row in found.withdrawals if row.formula == each.formula]
        # What is not as before first: of what stays there is most.
        for row in sorted(withdrawn, key=lambda row: row.verdict == "stays")[:_MOST_JUDGED]:
            judge(changed, chosen, row)


def _stated(objective: object) -> Document:
    dumped: Document = json.loads(objective.model_dump_json(exclude_none=True))  # type: ignore[attr-defined]
    return dumped


def _chosen(case: Case, found: Audit, formula: str | None) -> tuple[str, ...]:
    """The bids of the award under a formula by lot: those of the award of the case, and what changed hands."""
    won = {row.lot: row.bid for row in evaluate(case, isolated=False).awards}
    (under,) = (each for each in found.formulas if each.formula == formula)
    changed = {each.lot: each.to_bid for each in under.handovers}
    return tuple(changed.get(lot, bid) for lot, bid in won.items())
