"""Prices of the lots for a large problem, by subgradient steps, and what they prove of its pairs."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selector.solve.location.ground import Ground
from selector.solve.location.knapsacks import Filling, fill

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_STEPS = 500
_PATIENCE = 8


@dataclass(frozen=True)
class FirstPrices:
    """A bound of every award, and one of every award that takes a pair."""

    bound: float
    with_pair: Floats
    likely: Floats
    """The less, the likelier a pair is in a good award."""


def first_prices(ground: Ground, left: Callable[[], float]) -> FirstPrices:
    """What the best prices found prove: the cover of lots is priced, rooms are kept exactly (Holmberg et al. 1999)."""
    g = ground
    cost = np.full((g.providers, g.lots), np.inf)
    cost[g.provider, g.lot] = g.cost
    each = g.fixed / np.maximum(g.room, 1)
    near = np.sort(cost + each[:, None] * g.volume, axis=0)[: min(3, g.providers)]
    here = np.where(np.isfinite(near), near, 0.0).max(axis=0)
    best, at, since, pace = -np.inf, here, 0, 1.0
    target = float(here.sum())
    direction = np.zeros(g.lots)
    for _ in range(_STEPS):
        filling = fill(here - cost, g.volume, g.room)
        over, rent = _over(g, filling)
        bound = float(here.sum() + rent * g.total + np.minimum(over, 0.0).sum())
        if bound > best:
            best, at, since = bound, here, 0
        else:
            since += 1
        if left() <= 0:
            break
        if since >= _PATIENCE:
            pace, since, here = pace * 0.6, 0, at
            direction = np.zeros(g.lots)
            continue
        taken = np.bincount(filling.lot[over[filling.provider] <= 0], minlength=g.lots)
        direction = (1 - taken) + 0.5 * direction
        length = float(direction @ direction)
        if length == 0:
            break
        here = here + pace * max(target - bound, 1e-4 * abs(bound)) / length * direction
        target = best + 0.06 * abs(best)
    return _proven(g, cost, at)


def _over(ground: Ground, filling: Filling) -> tuple[Floats, float]:
    """What opening each provider costs beyond its room's rent and what it gains, and the rent, by a linear knapsack.

    All open providers together must have room for all lots: the rent is the price of that.
    """
    over, room = ground.fixed - filling.gain, ground.room
    rate = over / np.maximum(room, 1)
    order = np.argsort(rate, kind="stable")
    last = int(np.searchsorted(np.cumsum(room[order]), ground.total))
    rent = max(float(rate[order[min(last, len(order) - 1)]]), 0.0)
    return over - rent * room, rent


def _proven(ground: Ground, cost: Floats, prices: Floats) -> FirstPrices:
    g = ground
    over, rent = _over(g, fill(prices - cost, g.volume, g.room))
    bound = float(prices.sum() + rent * g.total + np.minimum(over, 0.0).sum())
    more = np.maximum(g.cost - prices[g.lot], 0.0)
    closed = np.maximum(over, 0.0)[g.provider]
    share = g.volume[g.lot] / np.maximum(g.room[g.provider], 1)
    # A pair that gains nothing at these prices costs the best filling of its provider at least what it lacks.
    return FirstPrices(bound, bound + more + closed, g.cost - prices[g.lot] + closed * share)
