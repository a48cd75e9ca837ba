"""Prices of the lots for a large problem, by subgradient steps, and what they prove of its pairs.

First with lots that may be taken in part, which is quick, and from there with whole lots (Holmberg et al. 1999). A step
that lasts goes on into the next (Camerini, Fratta and Maffioli 1975).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selector.solve.location.ground import Ground
from selector.solve.location.knapsacks import Filling, fill, fill_in_part

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Fill = Callable[[Floats, Ints, Ints], Filling]

_STEPS_IN_PART, _PACE_IN_PART, _PATIENCE_IN_PART = 600, 1.0, 15
_STEPS, _PACE, _PATIENCE = 150, 0.1, 8
_SLOWER = 0.66
_LASTING = 0.5
# What steps go for: so much above the best bound.
_AIM = 0.02


@dataclass(frozen=True)
class FirstPrices:
    """A bound of every award, and one of every award that takes a pair."""

    bound: float
    with_pair: Floats
    likely: Floats
    """The less, the likelier a pair is in a good award."""
    opening: Floats
    """What opening each provider costs beyond what it gains; the less, the likelier it is open in a good award."""


def first_prices(ground: Ground, left: Callable[[], float]) -> FirstPrices:
    """What the best prices found prove: the cover of lots is priced, rooms are kept exactly."""
    g = ground
    cost = np.full((g.providers, g.lots), np.inf)
    cost[g.provider, g.lot] = g.cost
    each = g.fixed / np.maximum(g.room, 1)
    near = np.sort(cost + each[:, None] * g.volume, axis=0)[: min(3, g.providers)]
    start = np.where(np.isfinite(near), near, 0.0).max(axis=0)
    part, at = _ascended(g, cost, fill_in_part, start, _STEPS_IN_PART, _PACE_IN_PART, _PATIENCE_IN_PART, left)
    whole, then = _ascended(g, cost, fill, at, _STEPS, _PACE, _PATIENCE, left)
    return _proven(g, cost, then if whole >= part else at)


def _ascended(
    ground: Ground,
    cost: Floats,
    filled: Fill,
    start: Floats,
    steps: int,
    pace: float,
    patience: int,
    left: Callable[[], float],
) -> tuple[float, Floats]:
    """The best bound found from some prices on, and its prices."""
    g = ground
    best, at, here, since = -np.inf, start, start, 0
    direction = np.zeros(g.lots)
    for _ in range(steps):
        filling = filled(here - cost, g.volume, g.room)
        all_open, over = _over(g, filling)
        bound = float(here.sum() + all_open)
        if bound > best:
            best, at, since = bound, here, 0
        else:
            since += 1
        if left() <= 0:
            break
        if since >= patience:
            pace, since, here = pace * _SLOWER, 0, at
            direction = np.zeros(g.lots)
            continue
        taken = np.bincount(filling.lot, filling.share * (over[filling.provider] <= 0), minlength=g.lots)
        direction = (1 - taken) + _LASTING * direction
        length = float(direction @ direction)
        if length == 0:
            break
        here = here + pace * max(best + _AIM * abs(best) - bound, 1e-5 * abs(bound)) / length * direction
    return best, at


def _over(ground: Ground, filling: Filling) -> tuple[float, Floats]:
    """What all open providers cost at the least beyond what they gain, and each beyond what all need it for.

    Together they must have room for all lots, and be no fewer than that takes: of the rent of that room and a fee for each
    provider, the one that proves more.
    """
    over, room = ground.fixed - filling.gain, ground.room
    rate = over / np.maximum(room, 1)
    order = np.argsort(rate, kind="stable")
    last = int(np.searchsorted(np.cumsum(room[order]), ground.total))
    rent = max(float(rate[order[min(last, len(order) - 1)]]), 0.0)
    held = over - rent * room
    by_rent = rent * ground.total + float(np.minimum(held, 0.0).sum())
    fewest = max(int(np.searchsorted(np.cumsum(np.sort(room)[::-1]), ground.total)) + 1, ground.least)
    if fewest > ground.providers:
        return by_rent, held
    fee = max(float(np.partition(over, fewest - 1)[fewest - 1]), 0.0)
    by_fee = fee * fewest + float(np.minimum(over - fee, 0.0).sum())
    return (by_rent, held) if by_rent >= by_fee else (by_fee, over - fee)


def _proven(ground: Ground, cost: Floats, prices: Floats) -> FirstPrices:
    g = ground
    all_open, over = _over(g, fill(prices - cost, g.volume, g.room))
    bound = float(prices.sum() + all_open)
    more = np.maximum(g.cost - prices[g.lot], 0.0)
    closed = np.maximum(over, 0.0)[g.provider]
    share = g.volume[g.lot] / np.maximum(g.room[g.provider], 1)
    # A pair that gains nothing at these prices costs the best filling of its provider at least what it lacks.
    return FirstPrices(bound, bound + more + closed, g.cost - prices[g.lot] + closed * share, over)
