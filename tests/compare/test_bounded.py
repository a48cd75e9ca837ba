"""What is proven of the case as stated bounds the scenarios that only add a rule of their own."""

from decimal import Decimal

from models import Evaluation, Scenario
from selector import evaluate
from selector.compare.bounded import adds_only, no_better
from tests.compare.cases import board


def proven_to(evaluation: Evaluation, bound: int) -> Evaluation:
    """The evaluation as if no more had been proven of it."""
    certificate = evaluation.certificate
    levels = tuple(level.model_copy(update={"bound": Decimal(bound)}) for level in certificate.levels)
    weaker = certificate.model_copy(update={"bound": Decimal(bound), "levels": levels})
    return evaluation.model_copy(update={"certificate": weaker})


def test_a_weaker_bound_is_raised_to_that_of_the_case() -> None:
    case = board()
    stated = evaluate(case, isolated=False)
    found = no_better(proven_to(stated, 100), proven_to(stated, 160), case.objective)
    certificate, level = found.certificate, found.certificate.levels[0]
    assert (certificate.bound, level.bound, certificate.gap_pounds) == (Decimal(160), Decimal(160), Decimal(10))
    assert certificate.gap == level.gap == float(Decimal(10) / Decimal(170))


def test_a_better_bound_stays() -> None:
    case = board()
    stated = evaluate(case, isolated=False)
    assert no_better(proven_to(stated, 165), proven_to(stated, 160), case.objective) == proven_to(stated, 165)


def test_only_one_more_rule_is_the_case_but_for_it() -> None:
    def scenario(**patch: object) -> Scenario:
        return Scenario.model_validate({"id": "x", "name": "X", "patch": patch})

    rule = {"metric": "lots", "sense": "at_most", "limit": 0, "penalty": "5"}
    assert adds_only(scenario(rules={"own": rule}), "own")
    assert not adds_only(scenario(rules={"own": rule}), None)
    assert not adds_only(scenario(rules={"own": rule, "other": None}), "own")
    assert not adds_only(scenario(rules={"own": rule}, liability_cap=None), "own")
