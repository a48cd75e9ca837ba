"""What is said to be decided by hand."""

from collections.abc import Iterator

from models import Evaluation
from models.faults import shown
from selector.verify.claims.wrong import not_once, wrong
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding


def by_hand(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """Each pick and exclusion of the case once, with its reason, and no other; in the order of the case.

    Awards written before they were told say nothing of them.
    """
    if "by_hand" not in evaluation.model_fields_set:
        return
    expected = {row.name: row for row in recomputed.by_hand}
    listed = [row.name for row in evaluation.by_hand]
    yield from not_once("by_hand", expected, listed, lambda name: f"The case states {name}")
    for position, stated in enumerate(evaluation.by_hand):
        right = expected.get(stated.name)
        if right is None:
            yield Finding("by_hand", f"{shown(stated.name)} is listed, and the case states no such decision.")
        elif stated.reason != right.reason:
            told = (shown(row.reason) for row in (stated, right))
            yield wrong(f"by_hand[{position}].reason", f"The reason of {stated.name}", *told)
    if sorted(listed) == sorted(expected) and listed != list(expected):
        yield Finding("by_hand", "The decisions by hand are not in the order of the case.")
