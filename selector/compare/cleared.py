"""An evaluation without what a built-in scenario's own rule counts for, which is no figure of the board's."""

from decimal import Decimal

from models import Evaluation, Level, MoneyValued, RuleState
from models.objective import Objective


def own_state(evaluation: Evaluation, rule: str | None) -> RuleState | None:
    """Where an award stands against the rule that a built-in scenario adds."""
    return next((state for state in evaluation.rules if rule is not None and state.rule == f"rule[{rule}]"), None)


def cleared(evaluation: Evaluation, objective: Objective, state: RuleState | None) -> Evaluation:
    """The evaluation less the penalty of that rule, in its totals and in its proof.

    What is proven of the rest is then proven of all awards that fall short by no more.
    """
    off = Decimal(0) if state is None or state.penalty is None else state.penalty
    if not off or evaluation.totals is None:
        return evaluation
    by_cost = isinstance(objective, MoneyValued) and objective.quality_value > 0
    cost = evaluation.totals.cost if by_cost else None

    def level(before: Level) -> Level:
        if before.objective != "money_valued":
            return before
        best, bound = before.best - off, None if before.bound is None else before.bound - off
        base = best if cost is None else cost
        gap = float(abs(best - bound) / abs(base)) if bound is not None and base else before.gap
        return before.model_copy(update={"value": before.value - off, "best": best, "bound": bound, "gap": gap})

    certificate = evaluation.certificate
    levels = tuple(map(level, certificate.levels))
    board = next((each for each in levels if each.objective == "money_valued"), None)
    first = {} if board is None else {"objective": board.value, "bound": board.bound, "gap": board.gap}
    return evaluation.model_copy(
        update={
            "totals": evaluation.totals.model_copy(update={"penalty": evaluation.totals.penalty - off}),
            "certificate": certificate.model_copy(update={"levels": levels, **first}),
        }
    )
