"""What is proven of the case as stated, where a scenario only adds a rule of its own: its awards are the same."""

from models import Evaluation, MoneyValued, Scenario
from models.objective import Objective


def adds_only(scenario: Scenario, rule: str | None) -> bool:
    """Whether a scenario is the case as stated but for one more rule."""
    return rule is not None and set(scenario.patch) == {"rules"} and set(scenario.patch["rules"]) == {rule}


def no_better(evaluation: Evaluation, stated: Evaluation, objective: Objective) -> Evaluation:
    """The evaluation of such a scenario, less what its rule counts for, no better than anything can be as stated."""
    levels, before = evaluation.certificate.levels, stated.certificate.levels
    if evaluation.totals is None or not levels or not before:
        return evaluation
    first, known = levels[0], before[0]
    if first.objective != "money_valued" or known.objective != "money_valued" or known.bound is None:
        return evaluation
    if first.bound is not None and first.bound >= known.bound:
        return evaluation
    by_cost = isinstance(objective, MoneyValued) and objective.quality_value > 0
    bound = min(known.bound, first.best)  # the two may differ by rounding
    base = evaluation.totals.cost if by_cost else first.best
    gap = float(abs(first.best - bound) / abs(base)) if base else first.gap
    certificate = evaluation.certificate.model_copy(
        update={
            "bound": bound,
            "gap": gap,
            "gap_pounds": abs(first.value - bound),
            "levels": (first.model_copy(update={"bound": bound, "gap": gap}), *levels[1:]),
        }
    )
    return evaluation.model_copy(update={"certificate": certificate})
