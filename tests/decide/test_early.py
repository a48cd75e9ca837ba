"""What shows before any solve: each sum and count at its limit, and never a claim that is not so."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from models import Case, read_case
from selector import evaluate
from selector.appraise import appraise
from selector.decide.early import Names, early
from tests.decide.limited import LIMITED as LIMITED_ALONE
from tests.decide.limited import Limited
from tests.decide.limited_by_board import LIMITED as LIMITED_BY_BOARD
from tests.decide.limited_together import LIMITED as LIMITED_TOGETHER
from tests.decide.tight import tight
from tests.oracle.allowed import allowed
from tests.oracle.infeasible import infeasible_by_board, infeasible_case
from tests.oracle.members import lifted, members
from tests.oracle.random_case import random_case

LIMITED = LIMITED_ALONE | LIMITED_TOGETHER | LIMITED_BY_BOARD


def _early(case: Case) -> tuple[Names, ...]:
    return early(case, appraise(case))


Document = dict[str, Any]


def _case(document: Document) -> Case:
    return read_case(json.dumps(document))


@pytest.mark.parametrize("limited", LIMITED.values(), ids=LIMITED)
def test_at_the_limit_nothing_is_found(limited: Limited) -> None:
    case = _case(limited.document(limited.kept))
    assert _early(case) == ()
    evaluation = evaluate(case, isolated=False)
    assert evaluation.status == "optimal"
    assert evaluation.certificate.solver != "none"
    assert evaluation.conflict is None


@pytest.mark.parametrize("limited", LIMITED.values(), ids=LIMITED)
def test_beyond_the_limit_it_is_found_without_a_solver(limited: Limited) -> None:
    document = limited.document(limited.broken)
    case = _case(document)
    assert _early(case) == (limited.clashing,)
    _cannot_hold_alone(document, limited.clashing)
    evaluation = evaluate(case, clashes=1, repairs=0, isolated=False)
    assert evaluation.status == "infeasible"
    assert evaluation.certificate.solver == "none"
    assert evaluation.certificate.limit is None
    assert evaluation.conflict is not None
    assert {rule.rule for rule in evaluation.conflict.rules} <= set(limited.clashing)


@pytest.mark.parametrize("seed", range(40))
def test_where_a_limit_is_at_what_an_award_has_nothing_is_found(seed: int) -> None:
    document = random_case(seed)
    for award in allowed(document)[:2]:
        tightest = tight(document, award)
        assert allowed(tightest), "the award that it was made for is not allowed"
        assert _early(_case(tightest)) == ()


@pytest.mark.parametrize("draw", [random_case, infeasible_case, infeasible_by_board])
def test_what_is_found_is_true(draw: Callable[[int], Document]) -> None:
    found = 0
    for seed in range(20):
        document = draw(seed)
        clashes = _early(_case(document))
        assert not (clashes and allowed(document)), f"seed {seed} has an award"
        for names in clashes:
            _cannot_hold_alone(document, names)
        found += bool(clashes)
    assert found >= 5, "too few cases to say anything"


def _cannot_hold_alone(document: Document, names: tuple[str, ...]) -> None:
    stated = members(document)
    assert set(names) <= stated.keys()
    alone = lifted(document, [member for name, member in stated.items() if name not in names])
    assert not allowed(alone), f"{names} can be kept together"
