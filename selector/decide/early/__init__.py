"""What shows before any solve that a case has no award: sums and counts over its bids.

Each check gives members that cannot hold together, with proof by arithmetic; few of them may matter, and the deletion
filter tells which.
"""

from collections.abc import Callable, Iterator

from models import Case
from selector.appraise import Appraisal
from selector.decide.early import counts, lots, picks, sums, together
from selector.decide.early.known import Known
from selector.decide.unusable import Names

__all__ = ["Names", "early"]

_CHECKS: tuple[Callable[[Known], Iterator[Names]], ...] = (
    lots.without_bids,
    picks.unusable,
    picks.alternatives,
    sums.budgets,
    sums.liability,
    sums.mean_quality,
    sums.room,
    counts.floors,
    counts.providers,
    together.caps,
    together.joint,
    together.pieces_of_ground,
)


def early(case: Case, appraisal: Appraisal) -> tuple[Names, ...]:
    """Sets of names of members that cannot hold together, the smallest first; none where nothing shows."""
    known = Known(case, appraisal)
    found = {tuple(sorted(set(names))) for check in _CHECKS for names in check(known)}
    return tuple(sorted(found, key=lambda names: (len(names), names)))
