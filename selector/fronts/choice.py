"""Which region is searched next, and which objective is minimised there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from selector.fronts.regions import Regions


@dataclass(frozen=True)
class Chosen:
    """A region, by its upper bound, and an objective."""

    upper: tuple[int, ...]
    objective: int


def next_region(regions: Regions, busy: Sequence[Chosen], given_up: Collection[Chosen]) -> Chosen | None:
    """That of the largest projection along its objective (Tamby, Vanderpooten 2021), among those not searched yet.

    While others are searched, one whose search is not likely to come to the same point: along another objective, or of a
    projection that neither holds nor lies within that of one that is searched.
    """
    if not len(regions):
        return None
    size = np.log((regions.uppers - regions.low).astype(np.float64))
    score = size.sum(axis=1, keepdims=True) - size
    far = np.zeros(score.shape, dtype=np.bool_)
    taken = np.zeros(score.shape, dtype=np.bool_)
    for each in busy:
        upper = np.array(each.upper)
        others = np.arange(len(upper)) != each.objective
        lower = (regions.uppers <= upper)[:, others].all(axis=1)
        higher = (regions.uppers >= upper)[:, others].all(axis=1)
        far[:, each.objective] |= lower | higher
        taken[(regions.uppers == upper).all(axis=1), each.objective] = True
    for each in given_up:
        taken[(regions.uppers == np.array(each.upper)).all(axis=1), each.objective] = True
    for barred in (far | taken, taken):
        allowed = np.where(barred, -np.inf, score)
        best = int(np.argmax(allowed))
        region, objective = divmod(best, score.shape[1])
        if np.isfinite(allowed[region, objective]):
            return Chosen(tuple(regions.uppers[region].tolist()), objective)
    return None
