"""How far weights may move, in words."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from models.stability import CriterionRange, OtherBest, TurningPoint, WeightRange
from selector.verify.words import count, number, pounds

_NAMES = {
    "liability_weight": "a pound of liability",
    "disruption_value": "a unit of disruption",
    "quality_value": "a point of quality",
    "price_weight": "price",
    "quality_weight": "quality",
}
_BEST = "the award stays the best"


def range_sentence(row: WeightRange) -> str:
    """Where one weight may lie with the best award as it is."""
    of_score = row.weight == "price_weight"
    told = _share if of_score else _pounds
    parts = [
        f"{'The share of price' if of_score else f'What {_NAMES[row.weight]} counts for'} is {told(row.stated)} today."
    ]
    if row.stated:
        parts.append(_way(row.below, row.stated, "less", "Below", f"With less, down to nothing, {_BEST}.", told))
    if not of_score or row.stated < 1:
        parts.append(_way(row.above, row.stated, "more", "Above", f"However much more, {_BEST}.", told))
    return " ".join(parts)


def _way(turn: TurningPoint, stated: Decimal, way: str, side: str, never: str, told: Callable[[Decimal], str]) -> str:
    if turn.proof == "never":
        return never
    if turn.ends == stated and turn.stays is None:
        return f"With {way} another award is better, as it is today{_moves(turn.then)}."
    if turn.ends is None:
        if turn.stays is None or turn.proof == "open":
            return f"With {way} nothing was found within the limits."
        return f"With {way}, as far as {told(turn.stays)} {_BEST}; no better award was found beyond."
    if turn.proof == "exact":
        return f"{side} {told(turn.ends)} another award is better{_moves(turn.then)}."
    known = "nothing is proven" if turn.stays is None else f"as far as {told(turn.stays)} {_BEST}"
    return f"With {way}, {known}; {side.lower()} {told(turn.ends)} another is better{_moves(turn.then)}."


def criterion_sentence(row: CriterionRange) -> str:
    """Where the weight of a criterion may lie with the best award as it is."""
    parts = [f"{row.name} is {_share(row.stated)} of what it is weighed with today."]
    parts.append(_way(row.below, row.stated, "less", "Below", f"With less, down to nothing, {_BEST}.", _share))
    parts.append(_way(row.above, row.stated, "more", "Above", f"With more, up to all, {_BEST}.", _share))
    return " ".join(parts)


def change_sentence(measure: str, turn: TurningPoint, weights: Mapping[str, Decimal]) -> str:
    """By how much weights have to be off for another award to be the best."""
    relative = measure == "largest_relative_change"
    if turn.proof == "never":
        every = (
            "Were every weight anything between nothing and twice what it is" if relative else "Whatever the weights"
        )
        return f"{every}, {_BEST}."
    told = _share if relative else _points
    if turn.ends is None:
        if turn.stays is None or turn.proof == "open":
            return "How far weights may be off was not found within the limits."
        return f"With weights that are off by up to {told(turn.stays)} {_BEST}; no better award was found beyond."
    if not turn.ends and turn.stays is None:
        return f"Another award is better today{_moves(turn.then)}."
    figures = [
        f"{_NAMES[name]} at {_pounds(value) if relative else _share(value)}" for name, value in weights.items() if value
    ]
    there = f"{_moves(turn.then)}{': with ' if figures else ''}{', '.join(figures)}"
    if turn.proof == "exact" and not turn.ends:
        return f"Another award is as good today: the least change of weights may make it the best{_moves(turn.then)}."
    if turn.proof == "exact":
        return (
            f"With weights that are off by up to {told(turn.ends)} {_BEST}; beyond that another may be better{there}."
        )
    known = (
        "Nothing is proven of how far weights may be off"
        if turn.stays is None
        else f"With weights that are off by up to {told(turn.stays)} {_BEST}"
    )
    return f"{known}; off by {told(turn.ends)} another is as good, and beyond that better{there}."


def _share(value: Decimal) -> str:
    return f"{number(round(value * 100, 4))} %"


def _points(value: Decimal) -> str:
    return f"{number(round(value, 4))} points"


def _pounds(value: Decimal) -> str:
    return pounds(round(value, 4 if abs(value) < 100 else 2))


def _moves(then: OtherBest | None) -> str:
    if then is None or not then.handovers:
        return ""
    return f", which moves {count(len(then.handovers), 'lot')}"
