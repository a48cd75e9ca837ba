"""How price and quality are weighed, in words for a supplier."""

from collections.abc import Iterator

from models import Lexicographic, MoneyValued, ObjectiveName, PriceFormula, Ratio
from models.objective import EvaluatedPrice, Objective
from selector.verify.words import number, pounds

_NAMES: dict[ObjectiveName, str] = {
    "cost": "least cost",
    "quality": "best quality",
    "liability": "least redundancy cost",
    "disruption": "least disruption",
    "penalty": "fewest rules broken, by their penalties",
}
_PRICES: dict[EvaluatedPrice, str] = {
    "list": "the list price a year",
    "cost": "the whole-life cost",
    "cost_and_liability": "the whole-life cost and redundancy",
}
_FORMULAS: dict[PriceFormula, str] = {
    "lowest_over_price": "the lowest price over the price, x 100",
    "lowest_to_highest": "100 for the lowest and 0 for the highest, and in proportion between them",
    "to_the_mean": "50 for the mean, and as far above or below as the price is from it",
    "to_a_benchmark": "how far it is below the benchmark, as a share of that, x 100",
    "price_per_quality_point": "price for each point of quality",
    "money_valued_quality": "price less what quality is worth",
}


def decided_by(objective: Objective) -> str:
    """The objective of a case in a sentence or two."""
    if isinstance(objective, MoneyValued):
        return "".join(_in_money(objective))
    if isinstance(objective, Lexicographic):
        names = ", then ".join(_NAMES[level.objective] for level in objective.levels)
        return f"One after another: {names}."
    return _by_score(objective)


def _in_money(objective: MoneyValued) -> Iterator[str]:
    yield "The award of the least sum of whole-life cost"
    if objective.liability_weight:
        times = "" if objective.liability_weight == 1 else f"{number(objective.liability_weight)} x "
        yield f" + {times}redundancy cost"
    if objective.disruption_value:
        unit = "lot that changes supplier" if objective.disruption == "lots" else "WTE that changes employer"
        yield f" + {pounds(objective.disruption_value)} a {unit}"
    if objective.quality_value:
        yield f" - {pounds(objective.quality_value)} a point of mean quality of all lots"
    yield "."


def _by_score(objective: Ratio) -> str:
    price, formula = _PRICES[objective.price], _FORMULAS[objective.formula]
    if objective.formula == "money_valued_quality":
        worth = pounds(objective.quality_value or objective.price_weight * 0)
        return f"Each bid by {formula}: {worth} a point for each person; the price is {price}."
    if objective.formula == "price_per_quality_point":
        return f"Each bid by {formula}; the price is {price}."
    weights = f"{number(objective.price_weight)} : {number(objective.quality_weight)}"
    return f"Each bid by its score, price : quality {weights}. The price is {price}; its points are {formula}."
