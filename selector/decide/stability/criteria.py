"""The weights of criteria within quality: how quality changes as one is moved, its siblings staying in proportion."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from models import Case, Criterion
from selector.appraise import Appraisal, appraise
from selector.appraise.quality import applicable

Ints = NDArray[np.int64]
_ALONE = Decimal(10**18)
"""A weight that leaves nothing to siblings, of a million at most, that would show in quality. Where it does not apply they
stay."""


@dataclass(frozen=True)
class Moved:
    """A criterion whose weight can be moved by itself: quality is linear in its share among its siblings."""

    criterion: Criterion
    share: Fraction
    without: Ints
    """Quality of each pair where it counts for nothing, in thousandths of a point."""
    alone: Ints
    """Where it is all that counts of what it is a part of."""


@dataclass(frozen=True)
class Fixed:
    """A criterion whose weight can not be, and why."""

    criterion: Criterion
    why: str


def criteria(case: Case, appraisal: Appraisal) -> Iterator[Moved | Fixed]:
    """Every criterion that has siblings, in the order of the case.

    Raises
    ------
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    """
    for criterion in case.criteria:
        families = _families(case, criterion)
        if any(len(family) > 1 for family in families):
            yield _moved(case, appraisal, criterion, families)


def _families(case: Case, criterion: Criterion) -> set[tuple[str, ...]]:
    """The siblings that a criterion is weighed with, itself among them, of each service that it applies to."""
    found = set()
    for service in dict.fromkeys(lot.service for lot in case.tendered):
        applying = applicable(service, case.criteria)
        if criterion.id in {each.id for each in applying}:
            found.add(tuple(each.id for each in applying if each.parent == criterion.parent))
    return found


def _moved(case: Case, appraisal: Appraisal, criterion: Criterion, families: set[tuple[str, ...]]) -> Moved | Fixed:
    if len(families) > 1:
        return Fixed(criterion, "it is weighed with other criteria for one service than for another")
    if _has_rows(case):
        return Fixed(criterion, "limits on mean quality would move with it")
    siblings = {each.id: each for each in case.criteria if each.id in next(iter(families))}
    ends = []
    for weight in (Decimal(0), _ALONE):
        changed = tuple(
            each.model_copy(update={"weight": weight}) if each.id == criterion.id else each for each in case.criteria
        )
        bids = appraise(case.model_copy(update={"criteria": changed})).bids
        # Between two ends at which a bid is on one side of a threshold it is on that side, too.
        if not np.array_equal(bids.open, appraisal.bids.open):
            return Fixed(criterion, "other bids would meet the thresholds of quality")
        ends.append(bids.quality)
    total = sum(Fraction(each.weight) for each in siblings.values())
    return Moved(criterion, Fraction(criterion.weight) / total, ends[0], ends[1])


def _has_rows(case: Case) -> bool:
    """Whether limits hold the mean quality of some lots."""
    return (
        any(service.quality_standard is not None for service in case.services)
        or any(buyer.min_mean_quality is not None for buyer in case.buyers)
        or any(rule.active and rule.metric == "mean_quality" for rule in case.rules)
    )
