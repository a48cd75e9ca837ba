"""Outcomes of scenarios in words."""

from decimal import Decimal

import pytest

from models import Difference, Evaluation, Fault
from selector import evaluate
from selector.compare.sentence import interval, outcome, refusal
from tests.compare.cases import board


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    return evaluate(board(), isolated=False)


def said(evaluation: Evaluation, gap: float | None, **update: object) -> str:
    certificate = evaluation.certificate
    levels = tuple(level.model_copy(update={"gap": gap}) for level in certificate.levels)
    proof = certificate.model_copy(update={"levels": levels, "limit": update.pop("limit", None)})
    return outcome(evaluation.model_copy(update={"certificate": proof, **update}), None)


def test_what_was_proven(evaluation: Evaluation) -> None:
    assert said(evaluation, 0.0) == "Proven the best to the last figure."
    assert said(evaluation, 0.00042) == "Proven the best within 0.04%."
    assert said(evaluation, None) == "Proven the best."
    assert said(evaluation, 0.1, status="feasible", limit="time") == "Not proven the best: the time limit came."
    assert said(evaluation, None, status="unknown", limit="stopped") == "No award was found: it was stopped."


def test_what_falls_short(evaluation: Evaluation) -> None:
    assert [outcome(evaluation, many).partition(". ")[2] for many in (0, 1, 2000)] == [
        "No lot falls short of it.",
        "1 lot falls short of it.",
        "2,000 lots fall short of it.",
    ]


def test_faults() -> None:
    one, other = Fault("/scenarios/0/patch", "is wrong"), Fault("/scenarios/0/mergers", "are wrong")
    assert refusal([one]) == "The scenario does not fit the case: /scenarios/0/patch: is wrong"
    assert refusal([one, other]).endswith("/scenarios/0/patch: is wrong (1 more)")


@pytest.mark.parametrize(
    ("objective", "least", "most", "sentence"),
    [
        ("money_valued", "5", "5", "x: money-valued +£5.00 against base, proven of the best possible awards."),
        ("cost", "-5", "-5", "x: cost -£5.00 against base, proven of the best possible awards."),
        (
            "cost",
            "-5",
            "1000",
            "x: cost between -£5.00 and +£1,000.00 against base, proven of the best possible awards.",
        ),
        ("score", "-2.5", "1", "x: score between -2.50 and +1.00 against base, proven of the best possible awards."),
        ("cost", None, "1", "x: how its best possible award compares with that of base is open."),
        ("cost", "1", None, "x: how its best possible award compares with that of base is open."),
    ],
)
def test_intervals(objective: str, least: str | None, most: str | None, sentence: str) -> None:
    ends = [None if end is None else Decimal(end) for end in (least, most)]
    assert interval("x", Difference(objective=objective, at_least=ends[0], at_most=ends[1]), "base") == sentence
