"""A first award for a large problem, and better ones near it in which other providers open.

Providers open in the order in which prices of the lots favour them, and lots go first where they regret it most not to be
(Martello and Toth 1981). Then the lots of a few open providers that stand close are shared out anew among these, some
closed ones near them and the room that all others have left: small location problems, searched as such, one after another
(large neighbourhood search: Shaw 1998).
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from selector.solve.location.first_prices import FirstPrices
from selector.solve.location.ground import Ground
from selector.solve.location.relaxation import OutOfTime, Relaxation
from selector.solve.location.remainder import solve_remainder

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# Lots of a neighbourhood, as a rule, and closed providers for each open one in it.
_LOTS, _FEWEST, _CLOSED = 30, 4, 1.5
_WIDER = 1.5
_WIDEST = 3
# Closed providers that may open: opening them costs no more than this part of the whole beyond what they gain.
_WORTH = 0.02
_PAIRS_FOR_EACH_LOT = 8
_ROUNDS = 4
_NODES = 40
_PRECISE = 2e-5
# Lots handed out between two looks at who regrets what, as a part of those left.
_AT_ONCE = 20
_ROOMIER = 1.02


def exchanged(
    ground: Ground, first: FirstPrices, left: Callable[[], float], better: Callable[[Ints], None] = lambda _: None
) -> Ints | None:
    """The pairs of an award as good as exchanges make it while seconds are ``left``; None where none is found.

    ``better`` is told the pairs of each award on the way, each better than the one before.

    Raises
    ------
    SolverFailed
        if HiGHS fails on a part.
    """
    search = _Exchange(ground, first)
    award = search.begun()
    if award is None:
        return None
    pair = np.full((ground.providers, ground.lots), -1)
    pair[ground.provider, ground.lot] = np.arange(len(ground.pair))

    def pairs(award: Ints) -> Ints:
        return np.asarray(pair[award, np.arange(ground.lots)], dtype=np.int64)

    better(pairs(award))
    size = max(_FEWEST, round(_LOTS / ground.lots * len(np.unique(award))))
    for _ in range(_WIDEST):
        award = search.passed(award, size, left, lambda award: better(pairs(award)))
        size = round(size * _WIDER)
    return pairs(award)


class _Exchange:
    """Awards as the provider of each lot."""

    def __init__(self, ground: Ground, first: FirstPrices) -> None:
        g = self.ground = ground
        self.first = first
        self.cost = np.full((g.providers, g.lots), np.inf)
        self.cost[g.provider, g.lot] = g.cost
        self.likely = np.full((g.providers, g.lots), np.inf)
        self.likely[g.provider, g.lot] = first.likely
        rate = np.where(np.isfinite(self.cost), self.cost, 0.0) / np.maximum(g.volume, 1)
        self.distance = np.array([np.abs(rate - own).mean(axis=1) for own in rate])

    def value(self, award: Ints) -> float:
        """What an award costs, as the solver measures."""
        return float(self.cost[award, np.arange(len(award))].sum() + self.ground.fixed[np.unique(award)].sum())

    def begun(self) -> Ints | None:
        """An award by the providers that prices favour, of which ever more are opened until there is one."""
        g = self.ground
        order = np.argsort(self.first.opening, kind="stable")
        roomy = int(np.searchsorted(np.cumsum(g.room[order]), _ROOMIER * g.total)) + 1
        for count in range(max(roomy, g.least), g.most + 1):
            award = self._handed_out(order[:count])
            if award is not None and self._kept(award):
                return award
        return None

    def _kept(self, award: Ints) -> bool:
        g = self.ground
        used = np.bincount(award, g.volume, minlength=g.providers)
        open_ = np.unique(award)
        return bool((used <= g.room).all() and (used[open_] >= g.floor[open_]).all() and len(open_) >= g.least)

    def _handed_out(self, providers: Ints) -> Ints | None:
        g = self.ground
        room = g.room[providers].copy()
        cost = np.where(g.volume <= room[:, None], self.cost[providers], np.inf)
        award = np.full(g.lots, -1)
        lots = np.arange(g.lots)
        while len(lots):
            two = np.sort(cost[:, lots], axis=0)[:2]
            if not np.isfinite(two[0]).all():
                return None
            regret = two[-1] - two[0] if len(two) > 1 else np.zeros(len(lots))
            for lot in lots[np.argsort(-regret, kind="stable")][: max(1, len(lots) // _AT_ONCE)].tolist():
                j = int(np.argmin(cost[:, lot]))
                if not np.isfinite(cost[j, lot]):
                    break
                award[lot] = providers[j]
                room[j] -= g.volume[lot]
                cost[j, g.volume > room[j]] = np.inf
            lots = np.flatnonzero(award < 0)
        return award

    def passed(self, award: Ints, size: int, left: Callable[[], float], better: Callable[[Ints], None]) -> Ints:
        """The best award found by neighbourhoods of so many open providers around each, until none has a better one."""
        done: set[int] = set()
        value = self.value(award)
        while left() > 0:
            open_ = np.unique(award)
            centre = next((j for j in open_.tolist() if j not in done), None)
            if centre is None:
                break
            done.add(centre)
            try:
                found = self._around(award, centre, size, left)
            except OutOfTime:
                break
            if found is None or not self._kept(found) or self.value(found) >= value:
                continue
            touched = np.unique(np.concatenate([award[award != found], found[award != found]]))
            award, value = found, self.value(found)
            better(award)
            done -= set(np.argsort(self.distance[touched], axis=1, kind="stable")[:, :size].ravel().tolist())
        return award

    def _around(self, award: Ints, centre: int, size: int, left: Callable[[], float]) -> Ints | None:
        """A better award in which some providers near one exchange their lots, open or close."""
        g = self.ground
        open_ = np.unique(award)
        near = open_[np.argsort(self.distance[centre, open_], kind="stable")][:size]
        worth = _WORTH * abs(self.first.bound + g.origin / g.pace * g.scale)
        closed = np.setdiff1d(np.flatnonzero(self.first.opening < worth), open_)
        closed = closed[np.argsort(self.distance[centre, closed], kind="stable")][: round(size * _CLOSED)]
        lots = np.flatnonzero(np.isin(award, near))
        spare = g.room - np.bincount(award, g.volume, minlength=g.providers).astype(np.int64)
        others = np.setdiff1d(open_, near)
        others = others[spare[others] >= g.volume[lots].min()]
        providers = np.concatenate([near, closed, others])
        free = len(near) + len(closed)
        room = np.concatenate([g.room[providers[:free]], spare[others]])
        usable = self._usable(providers, lots, room, award)
        row, column = np.nonzero(usable)
        fewer = len(open_) - len(near) - len(others)
        part = replace(
            g,
            pair=np.arange(len(row)),
            lot=column,
            provider=row,
            cost=self.cost[providers[row], lots[column]],
            fixed=np.concatenate([g.fixed[providers[:free]], np.zeros(len(others))]),
            volume=g.volume[lots],
            room=np.minimum(room, np.bincount(row, g.volume[lots][column], minlength=len(providers)).astype(np.int64)),
            floor=np.concatenate([g.floor[providers[:free]], np.zeros(len(others), dtype=np.int64)]),
            least=0,
            most=min(len(providers), g.most - fewer),
            served=np.zeros(len(providers), dtype=np.bool_),
        )
        now = float(self.cost[award[lots], lots].sum() + g.fixed[near].sum())
        taken = _below(part, now - g.scale, max(g.scale, _PRECISE * abs(self.first.bound)), left)
        if taken is None:
            return None
        found = award.copy()
        found[lots[part.lot[taken]]] = providers[part.provider[taken]]
        return found

    def _usable(self, providers: Ints, lots: Ints, room: Ints, award: Ints) -> Bools:
        """The pairs of a neighbourhood: for each lot those likeliest to be good, and the one it has."""
        fits = np.isfinite(self.cost[np.ix_(providers, lots)]) & (self.ground.volume[lots] <= room[:, None])
        key = np.where(fits, self.likely[np.ix_(providers, lots)], np.inf)
        rank = np.argsort(np.argsort(key, axis=0, kind="stable"), axis=0, kind="stable")
        return np.asarray(fits & ((rank < _PAIRS_FOR_EACH_LOT) | (providers[:, None] == award[lots])))


def _below(part: Ground, cutoff: float, resolution: float, left: Callable[[], float]) -> Ints | None:
    """An award of a small problem below a cutoff; None where none is found."""
    relaxation = Relaxation(part, np.arange(len(part.pair)))
    relaxation.limit(np.zeros(part.providers), np.ones(part.providers))
    relaxation.link(np.arange(len(part.pair)))
    relaxed = relaxation.solve(cutoff, left)
    for _ in range(_ROUNDS):
        if relaxed is None:
            return None
        cuts = relaxation.separate(relaxed)
        if not cuts:
            break
        relaxation.add(cuts)
        relaxed = relaxation.solve(cutoff, left)
    if relaxed is None:
        return None
    return solve_remainder(relaxation, relaxed, cutoff, resolution=resolution, seconds=left(), nodes=_NODES).taken
