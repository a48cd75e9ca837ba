"""In what the levels of a certificate are told."""

_MORE_IS_BETTER = ("quality", "score")
_COUNTED = ("disruption",)
_PRIORITY = "priority "


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
