"""The tree of criteria: what each criterion that applies to a service comes to."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from tests.oracle.tables import Criterion


def comes_to(
    criteria: Sequence[Criterion], service: str, scores: Mapping[str, Fraction]
) -> tuple[dict[str, Fraction], Fraction | None]:
    """What each criterion that applies to the service comes to, and what those without a parent come to together.

    Parameters
    ----------
    scores
        At least those on the criteria without parts that apply.

    Returns
    -------
    tuple
        By criterion, unrounded; and the mean of those without a parent by weight, None where none applies.
    """
    found: dict[str, Fraction] = {}
    return found, _together(criteria, None, service, scores, found)


def leaves(criteria: Sequence[Criterion], service: str) -> set[str]:
    """The criteria without parts that apply to the service: those on which a bid for it is scored."""
    scores = dict.fromkeys((row.id for row in criteria), Fraction(0))
    whole = {row.parent for row in criteria}
    return {name for name in comes_to(criteria, service, scores)[0] if name not in whole}


def _together(
    criteria: Sequence[Criterion],
    parent: str | None,
    service: str,
    scores: Mapping[str, Fraction],
    found: dict[str, Fraction],
) -> Fraction | None:
    """The mean of the criteria under a parent; adds to ``found`` what applies in that branch."""
    total = weight = Fraction(0)
    for row in criteria:
        if row.parent == parent and (row.services is None or service in row.services):
            whole = any(part.parent == row.id for part in criteria)
            value = _together(criteria, row.id, service, scores, found) if whole else scores[row.id]
            if value is not None:
                found[row.id] = value
                total += row.weight * value
                weight += row.weight
    return total / weight if weight else None
