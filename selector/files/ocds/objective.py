"""How the bids are compared: as the extension says, held against the award criteria that were published."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from models.faults import shown
from selector.files.ocds.award_criteria import LotCriterion, money_and_quality
from selector.files.ocds.draft import Draft
from selector.files.ocds.extension_key import KEY
from selector.files.ocds.view import View

_ONE_THING = {"priceOnly": "cost", "costOnly": "cost", "lowestCost": "cost", "qualityOnly": "quality"}
_COST_REMARK = (
    "the award goes to the lowest cost over the horizon: the price, with whatever VAT, transition and other costs the"
    " extension states"
)
_Weights = tuple[Decimal, Decimal]


def add_objective(release: View, tender: View, stated: Mapping[str, Sequence[LotCriterion]], draft: Draft) -> None:
    """Put the objective into the case. ``stated`` are the award criteria of each lot that states any."""
    extension = release.view(KEY)
    weights = _published(release, stated)
    place = extension.at("objective")
    if extension.has("objective"):
        objective = extension.view("objective")
        found = dict(objective.value)
        if weights is not None:
            _hold_against(objective, found, weights, stated)
        draft.put("objective", found, place)
        return
    if weights is not None and all(weights):
        extension.fault(
            f"is missing: the award criteria weigh price and quality {_shown(weights)}, and do not say how a price becomes"
            " points (mode ratio, formula)",
            "objective",
        )
        return
    only = _ONE_THING.get(tender.text("awardCriteria") or "")
    if weights is not None:
        only = "cost" if weights[0] else "quality"
    if only is None:
        extension.fault("is missing: the release does not say how price and quality are weighed", "objective")
        return
    if only == "cost":
        release.log.remark(_COST_REMARK)
    draft.put("objective", {"mode": "lexicographic", "levels": [{"objective": only}]}, tender.at("awardCriteria"))


def _published(release: View, stated: Mapping[str, Sequence[LotCriterion]]) -> _Weights | None:
    """The weights of price and quality that all lots publish; None where there are none, or they are not exact."""
    first: tuple[_Weights, LotCriterion] | None = None
    for criteria in stated.values():
        money, quality = money_and_quality(criteria)
        if money is None or quality is None or not (money or quality):
            return None
        if first is not None and first[0][0] * quality != first[0][1] * money:
            criteria[0].view.log.fault(
                criteria[0].view.path[:-1],
                f"weigh price and quality {_shown((money, quality))}, those at"
                f" {release.log.pointer(first[1].view.path[:-1])} {_shown(first[0])}: lots that are evaluated together"
                " must weigh them alike",
            )
            return None
        first = first or ((money, quality), criteria[0])
    return None if first is None else first[0]


def _hold_against(
    objective: View,
    found: dict[str, Any],
    weights: _Weights,
    stated: Mapping[str, Sequence[LotCriterion]],
) -> None:
    """Fill in the published weights; a fault where the objective contradicts them."""
    mode = found.get("mode", "money_valued")
    if mode != "ratio":
        if all(weights) and isinstance(mode, str):
            objective.fault(
                f"{shown(mode)} is not what was published: the award criteria weigh price and quality {_shown(weights)},"
                " which is the mode ratio",
                "mode",
            )
        return
    for key, weight in zip(("price_weight", "quality_weight"), weights, strict=True):
        found.setdefault(key, weight)
    own = [_decimal(found[key]) for key in ("price_weight", "quality_weight")]
    if own[0] is not None and own[1] is not None and own[0] * weights[1] != own[1] * weights[0]:
        objective.fault(
            f"price_weight and quality_weight are {own[0]}:{own[1]}, and the award criteria that were published"
            f" {_shown(weights)}"
        )
    kinds = {each.kind for criteria in stated.values() for each in criteria if each.weight}
    if "cost" not in kinds and "price" in kinds:
        found.setdefault("price", "list")  # only the price itself is a criterion, and no other cost


def _decimal(value: Any) -> Decimal | None:
    try:
        found = Decimal(str(value))
    except ArithmeticError:
        return None
    return found if found.is_finite() else None


def _shown(weights: _Weights) -> str:
    return f"{weights[0]:f}:{weights[1]:f}"
