"""In what the levels of a certificate are told, and when one is proven."""

from decimal import Decimal

from models import Level

_MORE_IS_BETTER = ("quality", "score")
_COUNTED = ("disruption",)
_PRIORITY = "priority "
_MILLIONTH = Decimal("0.000001")


def sign(objective: str) -> int:
    """-1 where more is better, else 1."""
    return -1 if in_points(objective) else 1


def in_points(objective: str) -> bool:
    """Whether a level is of points of quality, or of a score."""
    return objective in _MORE_IS_BETTER


def is_priority(objective: str) -> bool:
    """Whether a level is of soft rules of one priority: it comes before those of the objective."""
    return objective.startswith(_PRIORITY)


def in_pounds(objective: str) -> bool:
    """Whether a level is of money."""
    return not (in_points(objective) or is_priority(objective) or objective in _COUNTED)


def resolution(objective: str) -> Decimal:
    """How far apart two values of a level may be told, and be the same: bounds of points are rounded outward."""
    return _MILLIONTH if in_points(objective) else Decimal(0)


def is_proven(level: Level) -> bool:
    """Whether it is proven that the best value found of a level is the best there is."""
    return level.bound is not None and abs(level.bound - level.best) <= resolution(level.objective)
