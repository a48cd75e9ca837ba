"""The price formulas as objectives of a case that may state another one."""

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from typing import get_args

from models import Case, MoneyValued, PriceFormula, Ratio, UnknownName
from models.faults import shown, suggestion
from models.objective import EvaluatedPrice
from selector.verify.words import number

FORMULAS: tuple[PriceFormula, ...] = get_args(PriceFormula)
_MILLIONTH = Decimal("0.000001")
# A point worth less a head is rounded by more than a thousandth of it.
_LEAST_VALUE = Decimal("0.0005")
_PRICES: dict[EvaluatedPrice, str] = {
    "list": "the list price a year",
    "cost": "the cost",
    "cost_and_liability": "the cost with the liability",
}


def asked_formulas(names: Sequence[str]) -> tuple[PriceFormula, ...]:
    """The formulas of these names, in their order; all of them where none is named.

    Raises
    ------
    UnknownName
        if there is no formula of one of the names.
    """
    for name in names:
        if name not in FORMULAS:
            raise UnknownName(f"there is no price formula {shown(name)}{suggestion(name, FORMULAS)}")
    return tuple(each for each in FORMULAS if not names or each in names)


def objective_of(case: Case, formula: PriceFormula) -> Ratio | str:
    """The objective of a case with a formula in place of its own; or why the case does not say enough for it, in words."""
    stated = case.objective
    if isinstance(stated, Ratio) and stated.formula == formula:
        return stated
    if formula == "to_a_benchmark" and (lots := _without_benchmark(case)):
        return (
            f"{lots:,} of {len(case.tendered):,} lots have no benchmark above £0, and one that is thought of once bids are"
            " open is none."
        )
    value = _point_value(case) if formula == "money_valued_quality" else None
    if isinstance(value, str):
        return value
    if isinstance(stated, Ratio):
        return stated.model_copy(update={"formula": formula, "quality_value": value})
    return Ratio(
        mode="ratio",
        formula=formula,
        price=_price(case),
        quality_value=value,
        disruption=stated.disruption,
    )


def basis(case: Case) -> str:
    """With which weights and which price the formulas are tried, in words."""
    stated = case.objective
    if isinstance(stated, Ratio):
        weights = f"price {number(stated.price_weight)} : quality {number(stated.quality_weight)}, as the case states"
        return f"{weights}; the price is {_PRICES[stated.price]}, as the case states."
    tried = Ratio(mode="ratio", formula="lowest_over_price")
    weights = (
        f"price {number(tried.price_weight)} : quality {number(tried.quality_weight)}, as the case states no weights"
    )
    counts = ", as a pound of it counts for a pound" if _price(case) == "cost_and_liability" else ""
    return f"{weights}; the price is {_PRICES[_price(case)]}{counts}."


def _price(case: Case) -> EvaluatedPrice:
    """The price that an objective without scores looks at."""
    stated = case.objective
    valued = isinstance(stated, MoneyValued) and stated.liability_weight == 1
    return "cost_and_liability" if valued else "cost"


def _without_benchmark(case: Case) -> int:
    of_service = {service.id: service.benchmark for service in case.services}
    return sum(not (of_service[lot.service] if lot.benchmark is None else lot.benchmark) for lot in case.tendered)


def _point_value(case: Case) -> Decimal | str:
    """£ that a point of quality on a lot is worth for each person of the buyer; or why the case does not say that.

    A point of Q is worth so many £. On lot l it is w_l / W points of Q, w_l = people x weight of the service, W their
    sum: for each person a value that is the same on all lots only where services weigh alike.
    """
    stated = case.objective
    if not isinstance(stated, MoneyValued) or not stated.quality_value:
        return "The case does not say what a point of quality is worth in money."
    if stated.liability_weight not in (0, 1):
        return "A pound of liability counts for another sum than a pound, which no price that is scored can say."
    weight = {service.id: service.weight for service in case.services}
    if len({weight[lot.service] for lot in case.tendered}) > 1:
        return (
            "What a point of quality is worth a head differs between services, as their weights do, and the formula"
            " knows one value for all."
        )
    people = {buyer.id: buyer.population for buyer in case.buyers}
    value = stated.quality_value / sum(people[lot.buyer] for lot in case.tendered)
    if value < _LEAST_VALUE:
        return "A point of quality is worth so little a head that the formula cannot state it to a thousandth."
    return value.quantize(_MILLIONTH, ROUND_HALF_EVEN)
