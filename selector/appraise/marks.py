"""What a bid scores on a criterion: as stated, or as its evaluators marked it."""

from collections.abc import Sequence
from decimal import Decimal

from models import Bid, Criterion, Marking
from selector.appraise.rounding import half_up_of
from selector.appraise.units import MILLIONTHS


def score(bid: Bid, criterion: Criterion, marking: Marking) -> int:
    """Score of a bid on a criterion without parts, in millionths of a point.

    It is 100 x mark / ``out_of``, rounded half up, where the bid is marked: the mark on which its evaluators agreed or,
    where they did not have to, the mean or the median of theirs. Otherwise it is the score that the bid states.
    """
    if criterion.id not in bid.marks:
        return _millionths(bid.scores[criterion.id])
    moderated = bid.moderated.get(criterion.id)
    if moderated is not None:
        return _scaled(_millionths(moderated.mark), 1, criterion)
    total, many = _combined(sorted(map(_millionths, bid.marks[criterion.id].values())), marking)
    return _scaled(total, many, criterion)


def _combined(marks: Sequence[int], marking: Marking) -> tuple[int, int]:
    """Marks in ascending order as one: a sum, and of how many it is."""
    if marking.by == "median":
        middle = marks[(len(marks) - 1) // 2 : len(marks) // 2 + 1]
        return sum(middle), len(middle)
    return sum(marks), len(marks)


def _scaled(total: int, many: int, criterion: Criterion) -> int:
    return half_up_of(100 * MILLIONTHS * total, many * _millionths(criterion.out_of))


def _millionths(value: Decimal) -> int:
    # No points, nor marks, have more than six decimal places.
    return int(value * MILLIONTHS)
