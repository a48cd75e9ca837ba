"""How much better than the points that are known what is not known may be."""

import numpy as np

from selector.fronts.regions import Floats, Ints, Regions

_AT_ONCE = 2**22


def reach(points: Ints, epsilon: float, grain: Ints | None = None) -> Ints:
    """The values that points stand for: no more than so large a share of their own better in any objective.

    Where a ``grain`` of each objective is given, better by no other difference than a multiple of it: values that are
    rounded to it later differ by as many of it then, and by no more than the share of what the point is rounded to.
    """
    if not epsilon:
        return points
    sizes = np.abs(points.astype(np.float64))
    if grain is None:
        return points - np.floor(epsilon * sizes).astype(np.int64)
    return points - grain * np.floor(epsilon * np.maximum(sizes - grain / 2, 0.0) / grain).astype(np.int64)


def share_missing(points: Ints, regions: Regions, epsilon: float) -> float | None:
    """The least share for which every solution is better than some point, in no objective by more than it.

    ``points`` is n x p and not empty. What no region holds some point stands for, to ``epsilon``; what a region may hold
    is no better than its lower corner. None where no share would do: a point is to come down to 0 and below.
    """
    if not len(regions):
        return epsilon
    worst = epsilon
    lows, sizes = regions.lows(), np.abs(points.astype(np.float64))
    for start in range(0, len(lows), rows := max(_AT_ONCE // len(points), 1)):
        behind: Floats = np.full((len(lows[start : start + rows]), len(points)), 0.0)
        for objective in range(points.shape[1]):
            missing = points[None, :, objective] - lows[start : start + rows, None, objective]
            with np.errstate(divide="ignore", invalid="ignore"):
                share = np.where(missing > 0, missing / sizes[None, :, objective], 0.0)
            np.maximum(behind, share, out=behind)
        worst = max(worst, float(behind.min(axis=1).max()))
    return worst if np.isfinite(worst) else None
