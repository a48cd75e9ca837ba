"""Lots shared out among providers that are all open, bounded by prices of the lots and exact loads.

Where the open providers have little more room than there is volume, each must be nearly full, and what they leave empty
adds up to a known figure. For prices of the lots, each provider's best filling of every load is a dynamic program, and
the best loads that add up another. The same tables tell what any single pair costs beyond the bound: pairs that cost too
much, or without which it costs too much, are settled (Posta, Ferland and Michelon 2012, for generalised assignment).
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Shares:
    """Pairs by provider: what each provider may be given, its room, and what all leave empty."""

    lots: int
    pair: list[Ints]
    lot: list[Ints]
    """Lots of each provider's pairs."""
    cost: list[Floats]
    volume: list[Ints]
    room: Ints
    most_empty: Ints
    """How much of its room each provider may leave empty, at most ``spare``."""
    served: Bools
    """Which providers must be given something."""
    spare: int
    charges: float

    def kept(self, which: list[Bools]) -> "Shares":
        """Some of the pairs."""
        return replace(
            self,
            pair=[part[some] for part, some in zip(self.pair, which, strict=True)],
            lot=[part[some] for part, some in zip(self.lot, which, strict=True)],
            cost=[part[some] for part, some in zip(self.cost, which, strict=True)],
            volume=[part[some] for part, some in zip(self.volume, which, strict=True)],
        )

    @property
    def pairs(self) -> Ints:
        """All pairs."""
        return np.concatenate(self.pair)


@dataclass(frozen=True)
class Priced:
    """The bound at some prices, and how often each lot is taken there."""

    bound: float
    taken: Ints


def price(shares: Shares, prices: Floats) -> Priced:
    """The bound at ``prices``; minus infinity, as a cost, never: plus infinity where no loads add up."""
    tables, steps = [], []
    for j in range(len(shares.room)):
        table, step = _fill(prices[shares.lot[j]] - shares.cost[j], shares.volume[j], int(shares.room[j]))
        tables.append(_by_empty(table, shares, j))
        steps.append(step)
    value, empties = _add_up(tables, shares.spare)
    taken = np.zeros(shares.lots, dtype=np.int64)
    if not np.isfinite(value):
        return Priced(np.inf, taken)
    for j, empty in enumerate(empties):
        load = int(shares.room[j]) - empty
        volume = shares.volume[j]
        for k in range(len(volume) - 1, -1, -1):
            if steps[j][k, load]:
                taken[shares.lot[j][k]] += 1
                load -= int(volume[k])
    return Priced(float(prices.sum()) + shares.charges - value, taken)


def settle(shares: Shares, prices: Floats, cutoff: float) -> tuple[list[Bools], list[Bools]]:
    """Which pairs an award below the cutoff may take, and which it may leave, by provider."""
    count = len(shares.room)
    ahead = [
        _fronts(prices[shares.lot[j]] - shares.cost[j], shares.volume[j], int(shares.room[j])) for j in range(count)
    ]
    tables = [_by_empty(front[-1], shares, j) for j, front in enumerate(ahead)]
    others = _without_each(tables, shares.spare)
    most = float(prices.sum()) + shares.charges - cutoff
    may_take, may_leave = [], []
    for j in range(count):
        gain = prices[shares.lot[j]] - shares.cost[j]
        front, volume, room = ahead[j], shares.volume[j], int(shares.room[j])
        back = _fronts(gain[::-1], volume[::-1], room)[::-1]
        best_in, best_out = np.full(len(gain), -np.inf), np.full(len(gain), -np.inf)
        for empty in range(int(shares.most_empty[j]) + 1):
            rest = others[j][shares.spare - empty]
            if not np.isfinite(rest):
                continue
            load = room - empty
            mirrored = back[1:, load::-1] if load < room else back[1:, ::-1]
            best_out = np.maximum(best_out, (front[:-1, : load + 1] + mirrored).max(axis=1) + rest)
            for k in range(len(gain)):
                left = load - int(volume[k])
                if left >= 0:
                    inside = (front[k, : left + 1] + back[k + 1, left::-1]).max() + gain[k] + rest
                    best_in[k] = max(best_in[k], inside)
        may_take.append(best_in > most)
        may_leave.append(best_out > most)
    return may_take, may_leave


def _fill(gain: Floats, volume: Ints, room: int) -> tuple[Floats, Bools]:
    """The most gain of each exact load, and whether each pair is the last taken in it."""
    best = np.full(room + 1, -np.inf)
    best[0] = 0.0
    steps = np.zeros((len(gain), room + 1), dtype=np.bool_)
    for k, (worth, need) in enumerate(zip(gain.tolist(), volume.tolist(), strict=True)):
        with_it = best[: room + 1 - need] + worth
        better = with_it > best[need:]
        steps[k, need:] = better
        np.copyto(best[need:], with_it, where=better)
    return best, steps


def _fronts(gain: Floats, volume: Ints, room: int) -> Floats:
    """The most gain of each exact load by none, the first, the first two, ... of the pairs."""
    best = np.full((len(gain) + 1, room + 1), -np.inf)
    best[0, 0] = 0.0
    for k, (worth, need) in enumerate(zip(gain.tolist(), volume.tolist(), strict=True)):
        best[k + 1] = best[k]
        np.maximum(best[k, need:], best[k, : room + 1 - need] + worth, out=best[k + 1, need:])
    return best


def _by_empty(table: Floats, shares: Shares, provider: int) -> Floats:
    """The most gain of a provider by how much of its room it leaves empty."""
    found = np.full(shares.spare + 1, -np.inf)
    most = int(shares.most_empty[provider])
    found[: most + 1] = table[::-1][: most + 1]
    return found


def _joined(one: Floats, other: Floats) -> tuple[Floats, Ints]:
    """The most gain of two by what they leave empty together, and what the second leaves of it."""
    size = len(one)
    sums = np.full((size, size), -np.inf)
    for empty in range(size):
        sums[empty, empty:] = one[: size - empty] + other[empty]
    return sums.max(axis=0), sums.argmax(axis=0)


def _add_up(tables: list[Floats], spare: int) -> tuple[float, list[int]]:
    """The most gain of all with just ``spare`` left empty, and what each leaves."""
    best = np.full(spare + 1, -np.inf)
    best[0] = 0.0
    choices = []
    for table in tables:
        best, choice = _joined(best, table)
        choices.append(choice)
    left, empties = spare, []
    for choice in reversed(choices):
        empties.append(int(choice[left]))
        left -= empties[-1]
    return float(best[spare]), empties[::-1]


def _without_each(tables: list[Floats], spare: int) -> list[Floats]:
    """For each provider, the most gain of all others by what they leave empty together."""
    start = np.full(spare + 1, -np.inf)
    start[0] = 0.0
    before, after = [start], [start]
    for table in tables[:-1]:
        before.append(_joined(before[-1], table)[0])
    for table in tables[:0:-1]:
        after.append(_joined(after[-1], table)[0])
    return [_joined(one, other)[0] for one, other in zip(before, after[::-1], strict=True)]
