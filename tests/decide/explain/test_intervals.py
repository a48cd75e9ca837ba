"""What is told of bids that are not solved for, held against what solving proves."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from models import Evaluation
from selector import evaluate, explain, read_case
from tests.decide.explain.spanned import contradictions, intervals
from tests.oracle.board_case import board_case
from tests.oracle.near_equal import near_equal_case
from tests.oracle.random_case import random_case

Document = dict[str, Any]


@pytest.mark.parametrize(
    ("draw", "seed"),
    [*((random_case, seed) for seed in (0, 2, 5)), *((near_equal_case, seed) for seed in (1, 3))],
)
def test_no_interval_leaves_out_what_solving_proves(draw: Callable[[int], Document], seed: int) -> None:
    _hold(draw(seed), seed)


@pytest.mark.deep
@pytest.mark.parametrize("draw", [random_case, near_equal_case, board_case])
@pytest.mark.parametrize("seed", range(40))
def test_no_interval_leaves_out_what_solving_proves_at_length(draw: Callable[[int], Document], seed: int) -> None:
    _hold(draw(seed), seed)


def _hold(document: Document, seed: int) -> None:
    # Of one level; soft rules of a priority come before it, and then nothing is told.
    document["objective"] = {"mode": "money_valued", "quality_value": str(1_000 * (seed % 4))}
    case = read_case(json.dumps(document))
    award = evaluate(case, isolated=False)
    exact = explain(case, award=award, isolated=False)
    for gap in (0, 100 * (1 + seed % 5)):
        told = intervals(case, _less_proven(award, gap))
        assert list(contradictions(told, exact)) == []


def _less_proven(award: Evaluation, pounds: int) -> Evaluation:
    """The award with a bound that lies further off."""
    certificate = award.certificate
    if len(certificate.levels) != 1 or certificate.levels[0].bound is None:
        return award
    level = certificate.levels[0].model_copy(update={"bound": certificate.levels[0].bound - Decimal(pounds)})
    return award.model_copy(update={"certificate": certificate.model_copy(update={"levels": (level,)})})
