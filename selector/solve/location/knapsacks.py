"""A knapsack for each provider, all solved at once: which lots it would take at today's prices of the lots.

Lots that a linear bound shows to be in, or out, of every best filling are settled for all providers together (Martello
and Toth 1990); what is left between them is a small dynamic program each.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selector.solve.location.table import LONGEST, best_filling

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Filling:
    """The best filling of each provider: its gain (at least 0), and the pairs taken, in order of their provider."""

    gain: Floats
    provider: Ints
    lot: Ints
    share: Floats
    """How much of each pair is taken."""


def fill_in_part(gains: Floats, volume: Ints, room: Ints) -> Filling:
    """As ``fill``, where the last lot of a provider may be taken in part: quicker, and its gain is at least as much."""
    provider, lot, gain, size = _by_rate(gains, volume, room)
    start = np.searchsorted(provider, np.arange(len(room)))
    before = np.concatenate([[0], np.cumsum(size)])
    used = before[:-1] - before[start][provider]
    share = np.where(size > 0, np.clip((room[provider] - used) / np.maximum(size, 1), 0.0, 1.0), 1.0)
    some = share > 0
    total = np.bincount(provider, gain * share, minlength=len(room)).astype(np.float64)
    return Filling(total, provider[some], lot[some], share[some])


def fill(gains: Floats, volume: Ints, room: Ints) -> Filling:
    """The most gain that each provider's room holds.

    ``gains`` has a row for each provider and a column for each lot; what is not above 0 is not taken. Volumes and rooms
    are at least 0. The gain is exact where tables stay short, and otherwise at least that of the best filling.
    """
    provider, lot, gain, size = _by_rate(gains, volume, room)
    providers = len(room)
    count = np.bincount(provider, minlength=providers)
    start = np.concatenate([[0], np.cumsum(count)])
    sizes, worth = np.cumsum(size), np.cumsum(gain)
    before_size = np.concatenate([[0], sizes])[start[:-1]]
    before_worth = np.concatenate([[0.0], worth])[start[:-1]]
    sizes, worth = sizes - before_size[provider], worth - before_worth[provider]
    total = np.bincount(provider, gain, minlength=providers)
    taken = sizes <= room[provider]  # greedily, down to the first that does not fit
    broken = np.flatnonzero(np.bincount(provider, size, minlength=providers) > room)
    if not len(broken):
        return Filling(np.asarray(total, dtype=np.float64), provider, lot, np.ones(len(lot)))
    # The critical lot of each such provider, and what a linear knapsack gains.
    critical = start[broken] + np.bincount(provider, taken, minlength=providers).astype(np.int64)[broken]
    rate = np.zeros(providers)
    rate[broken] = gain[critical] / size[critical]
    used = np.bincount(provider, size * taken, minlength=providers)
    spare = room - used
    slack = rate * spare  # how far the linear gain is above that of what is taken
    # A first filling: with the best single lot that still fits.
    rest = ~taken & (size <= spare[provider])
    best = np.zeros(providers)
    np.maximum.at(best, provider[rest], gain[rest])
    margin = slack - best
    away = np.abs(gain - rate[provider] * size)
    open_ = (away <= margin[provider] + 1e-9 * np.abs(gain)) & (rate[provider] > 0)
    chosen = taken & ~open_
    value = np.where(np.isin(np.arange(providers), broken), 0.0, total)
    settled_gain = np.bincount(provider, gain * chosen, minlength=providers)
    settled_size = np.bincount(provider, size * chosen, minlength=providers).astype(np.int64)
    between = np.flatnonzero(open_)
    at = np.searchsorted(provider[between], broken, side="left")
    to = np.searchsorted(provider[between], broken, side="right")
    for k, j in enumerate(broken.tolist()):
        core = between[at[k] : to[k]]
        left = int(room[j] - settled_size[j])
        if left > LONGEST:
            # Where so much is taken, taking the last lot in part gains hardly more than whole lots can.
            own = slice(start[j], start[j] + count[j])
            chosen[own] = taken[own]
            value[j] = float(gain[own] @ taken[own]) + slack[j]
            continue
        more, picked = best_filling(gain[core], size[core], left)
        value[j] = settled_gain[j] + more
        chosen[core[picked]] = True
    return Filling(value, provider[chosen], lot[chosen], np.ones(int(chosen.sum())))


def _by_rate(gains: Floats, volume: Ints, room: Ints) -> tuple[Ints, Ints, Floats, Ints]:
    """Provider, lot, gain and size of the pairs that fit and gain; of each provider those first that gain most by size."""
    provider, lot = np.nonzero((gains > 0) & (volume <= room[:, None]))
    gain, size = gains[provider, lot], volume[lot]
    order = np.lexsort((-gain / np.maximum(size, 1e-9), provider))
    return (
        provider[order].astype(np.int64),
        lot[order].astype(np.int64),
        gain[order],
        size[order],
    )
