"""What a board sought, in words."""

from models import Case, LexicographicLevel, MoneyValued, ObjectiveName, Ratio
from selector.verify.words import number, pounds

_NAMES: dict[ObjectiveName, str] = {
    "cost": "the least cost",
    "quality": "the best quality",
    "liability": "the least liability",
    "disruption": "the least disruption",
    "penalty": "the least in penalties of soft rules",
}
_UNITS: dict[ObjectiveName, str] = {"quality": "points", "disruption": "units"}
_PRICES = {"list": "list price", "cost": "cost", "cost_and_liability": "cost with liability"}


def goal(case: Case) -> str:
    """What the objective of a case, with the priorities of its rules, asks for: one sentence."""
    first = "Soft rules with a priority kept as far as can be; then " if _has_priorities(case) else ""
    sentence = first + _goal(case)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _has_priorities(case: Case) -> bool:
    return any(rule.active and rule.priority is not None for rule in case.rules)


def _goal(case: Case) -> str:
    objective = case.objective
    match objective:
        case MoneyValued():
            unit = "lot that changes supplier" if objective.disruption == "lots" else "WTE whose supplier changes"
            terms = ["the least sum of cost"]
            if objective.liability_weight:
                terms.append(f"{pounds(objective.liability_weight)} for each pound of liability")
            if objective.disruption_value:
                terms.append(f"{pounds(objective.disruption_value)} for each {unit}")
            less = f", less {pounds(objective.quality_value)} for each point of quality"
            return " + ".join(terms) + (less if objective.quality_value else "")
        case Ratio():
            weights = f"{number(objective.price_weight)} to {number(objective.quality_weight)}"
            price = _PRICES[objective.price]
            return (
                f"the best mean score of {price} and quality by the formula {objective.formula} (weights {weights});"
                f" then, within {number(objective.tolerance)} points of it, the least charges"
            )
    return "; then ".join(map(_level, objective.levels))


def _level(level: LexicographicLevel) -> str:
    unit = _UNITS.get(level.objective)
    within = pounds(level.slack) if unit is None else f"{number(level.slack)} {unit}"
    return f"{_NAMES[level.objective]} (which may fall behind by {within} for what follows)"
