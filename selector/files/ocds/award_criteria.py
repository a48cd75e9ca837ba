"""The award criteria of lots: what weighs how much, and what must be reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.faults import shown
from selector.files.ocds.extension_key import KEY
from selector.files.ocds.view import View

_WHOLE = {"percentageExact": Decimal(100), "decimalExact": Decimal(1)}
_POINTS = "pointsExact"
_MONEY = ("price", "cost")
QUALITY = "quality"


@dataclass(frozen=True)
class LotCriterion:
    """One criterion as a lot states it."""

    view: View
    kind: str
    name: str
    weight: Decimal | None
    """None where only an order, or the middle of a range, is stated."""
    minimum: Decimal | None
    """Points of 100."""


def of_lot(lot: View) -> list[LotCriterion]:
    """The criteria of a lot."""
    criteria = lot.view("awardCriteria").views("criteria")
    found = [_criterion(each) for each in criteria]
    _check_sum(criteria, found)
    return [each for each in found if each is not None]


def money_and_quality(criteria: Sequence[LotCriterion]) -> tuple[Decimal | None, Decimal | None]:
    """What price and cost, and what quality, weigh together; None where some weight of them is not stated."""
    return _sum(criteria, _MONEY), _sum(criteria, (QUALITY,))


def _sum(criteria: Sequence[LotCriterion], kinds: tuple[str, ...]) -> Decimal | None:
    weights = [each.weight for each in criteria if each.kind in kinds]
    stated = [weight for weight in weights if weight is not None]
    return sum(stated, Decimal(0)) if len(stated) == len(weights) else None


def _criterion(view: View) -> LotCriterion | None:
    kind, name = view.text("type"), view.line("name")
    if kind not in (*_MONEY, QUALITY):
        found = "is missing" if kind is None else f"{shown(kind)} is not known here"
        view.fault(f"{found}: a criterion is of the type price, cost or quality", "type")
        return None
    if name is None and kind == QUALITY:
        view.fault("is missing: scores go by it", "name")
        return None
    weight, minimum = None, None
    weights = 0
    for number in view.views("numbers"):
        value = number.number("number")
        weighs, threshold = number.text("weight"), number.text("threshold")
        if weighs is not None and value is not None:
            weights += 1
            weight = value if weighs in (*_WHOLE, _POINTS) else None
        if threshold == "minimumScore" and value is not None:
            minimum = value
        elif threshold is not None and value is not None:
            number.fault(
                f"{shown(threshold)} cannot be evaluated: only minimumScore can; state the bids that pass as valid, and"
                " the others as disqualified",
                "threshold",
            )
    if weights > 1:
        view.fault("has several weights: one counts", "numbers")
    marked_out_of = weight if _unit(view) == _POINTS else None
    if minimum is not None and marked_out_of:
        minimum = _points(minimum, marked_out_of)
    return LotCriterion(view, kind, name or kind, weight, minimum)


def _points(minimum: Decimal, out_of: Decimal) -> Decimal:
    try:
        return (100 * minimum / out_of).quantize(Decimal("0.000001"))
    except ArithmeticError:
        return minimum  # far too large: the model will say so


def _unit(view: View) -> str | None:
    for number in view.views("numbers"):
        if number.has("weight"):
            return number.text("weight")
    return None


def _check_sum(criteria: Sequence[View], found: Sequence[LotCriterion | None]) -> None:
    weights = [each.weight for each in found if each is not None and each.weight is not None]
    units = {_unit(each) for each in criteria}
    if not criteria or len(weights) < len(criteria) or len(units) > 1:
        if len(units - {None}) > 1:
            criteria[0].log.fault(
                criteria[0].path[:-1], f"are weighted in different ways ({', '.join(sorted(filter(None, units)))})"
            )
        return
    whole = _WHOLE.get(next(iter(units)) or "")
    if whole is not None and sum(weights, Decimal(0)) != whole:
        criteria[0].log.fault(
            criteria[0].path[:-1], f"have weights that come to {sum(weights, Decimal(0))}, and must come to {whole}"
        )


ORDER_ONLY = f"only an order of importance, or a range, is stated: state the weight in {KEY}.criteria of the release"
