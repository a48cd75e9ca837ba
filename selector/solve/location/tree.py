"""Branch and cut over who provides; who serves whom follows, almost always, from cuts of rooms or a small remainder.

A node says of some providers that they are open or closed. Its relaxation gets the cuts that it breaks. Which provider
to branch on is tried out (strong branching). A node in which no provider is split goes to ``remainder``.
"""

import heapq
import time
from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from models import SolverFailed
from selector.solve.location.best import Best
from selector.solve.location.branching import parts
from selector.solve.location.dive import dived
from selector.solve.location.exchange import exchanged
from selector.solve.location.first_prices import first_prices
from selector.solve.location.ground import Ground
from selector.solve.location.leaf import best_of_node
from selector.solve.location.node import Node
from selector.solve.location.relaxation import OutOfTime, Relaxation, Relaxed
from selector.solve.location.remainder import likely_award

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_ROOT_ROUNDS = 12
_ROUNDS = 3
_ROUNDS_WHOLE = 60
# Rounds of cuts end where one closes less than this part of what is left to close.
_WORTH = 0.03
_WORTH_WHOLE = 0.0005
_SECONDS_TO_BEGIN = 20.0
# Every so many nodes an award is guessed at, for a part of the time spent so far.
_EVERY = 8
_PART_TO_GUESS = 0.25
_LEAST_TO_GUESS = 1.0
# Above so many pairs prices come first, for a part of the time, and then an award by exchanges.
_LARGE = 20_000
_PART_TO_PRICE = 0.15
_PART_TO_END = 0.4
# Above the relaxation's bound, how far awards are looked for at first, where none is known; then four times as far.
_FIRST_REACH = 0.0003
_FARTHER = 3.0


class Tree:
    """The search, from the whole problem to nothing left."""

    def __init__(
        self,
        ground: Ground,
        best: Best,
        *,
        seconds: float | None,
        progress: Callable[[float], None] = lambda _: None,
        stop: Callable[[], bool] = lambda: False,
    ) -> None:
        self.ground = ground
        self.best = best
        self.deadline = np.inf if seconds is None else time.monotonic() + seconds
        self.progress = progress
        self.stop = stop
        self.open: list[Node] = []
        self.closed = np.inf
        """The least bound of a part that was left because the gap asked for lets it be."""
        self.started = time.monotonic()
        self.count = 0
        self.least = -np.inf
        dearest = np.zeros(ground.lots)
        np.maximum.at(dearest, ground.lot, ground.cost)
        self.worst = float(dearest.sum() + np.abs(ground.fixed).sum()) + ground.scale
        """Beyond what any award costs."""
        self.relaxation = self._first()
        self.root: Relaxed | None = None
        self.tight = 0
        """How many rows added later there were when the loose ones were last taken out."""
        self.root_pairs = self.relaxation.pairs

    def _first(self) -> Relaxation:
        """The relaxation of all pairs, or in a large problem of those that a first award leaves worth looking at."""
        g = self.ground
        if len(g.pair) <= _LARGE:
            return Relaxation(g, np.arange(len(g.pair)))
        total = self._left()
        first = first_prices(g, lambda: self._left() - total * (1 - _PART_TO_PRICE) if np.isfinite(total) else np.inf)
        self.least = first.bound
        self.progress(first.bound)
        self.best.offer_all(
            exchanged(g, first, lambda: self._left() - total * _PART_TO_END if np.isfinite(total) else np.inf)
        )
        kept = np.flatnonzero(first.with_pair < self.best.enough)
        return Relaxation(g, kept)

    def _to_begin(self) -> float:
        return min(self._left() / 2, _SECONDS_TO_BEGIN)

    def run(self) -> Literal["proven", "time", "stopped"]:
        """Search until nothing is left, or time is up."""
        providers = self.ground.providers
        self.open = [Node(self.least, lower=np.zeros(providers), upper=np.ones(providers))]
        while self.open:
            node = self.open[0]
            if node.bound >= self.best.enough:
                self.closed = min(self.closed, heapq.heappop(self.open).bound)
                continue
            if self.stop():
                return "stopped"
            if self._left() <= 0:
                return "time"
            try:
                children = self._children(node)
            except OutOfTime:
                return "time"
            heapq.heappop(self.open)
            for child in children:
                heapq.heappush(self.open, child)
            self.progress(self.bound())
        return "proven"

    def bound(self) -> float:
        """What is proven of all awards that are not below the best one."""
        return min(self.closed, *(node.bound for node in self.open[:1]), np.inf)

    def _left(self) -> float:
        return self.deadline - time.monotonic()

    def _children(self, node: Node) -> list[Node]:
        """What is left of a node: nothing, itself with a better bound, or two parts."""
        self._shrink()
        relaxed = self._relax(node, _ROOT_ROUNDS if self.root is None else _ROUNDS)
        if relaxed is None:
            return []
        self.count += 1
        if self.count % _EVERY == 1:
            self._guess(node, relaxed)
        if self.root is None:
            self.root, self.root_pairs = relaxed, self.relaxation.pairs
            self._shrink()
            relaxed = self._relax(node, 1)
            if relaxed is None:
                return []
        node = self._settled(node, relaxed)
        if not len(relaxed.fractional):
            relaxed = self._relax(node, _ROUNDS_WHOLE, _WORTH_WHOLE)
            if relaxed is None:
                return []
            node = self._settled(node, relaxed)
            if not len(relaxed.fractional):
                return self._finish(node, relaxed)
        found = []
        for part in parts(self.relaxation, node, relaxed, self.best.enough, self._left):
            if part.bound < self.best.enough:
                found.append(part)
            elif np.isfinite(part.bound):
                self.closed = min(self.closed, part.bound)
        return found

    def _guess(self, node: Node, relaxed: Relaxed) -> None:
        """Look for an award: among the providers that a relaxation opens the first time, then by a dive."""
        r, enough = self.relaxation, self.best.enough
        seconds = min(max(_PART_TO_GUESS * (time.monotonic() - self.started), _LEAST_TO_GUESS), self._to_begin())
        if self.root is None:
            self.best.offer_all(likely_award(r, relaxed, seconds=seconds, cutoff=enough))
        self.best.offer_all(dived(r, node, relaxed, self.best.enough, seconds, self._left))
        # Back to where branching starts from.
        r.limit(node.lower, node.upper)
        r.solve(np.inf, self._left)

    def _settled(self, node: Node, relaxed: Relaxed) -> Node:
        """A node with its bound, and with the providers that reduced costs settle."""
        gap = self.best.enough - relaxed.bound
        lower = np.where(-relaxed.y_reduced > gap, node.upper, node.lower)
        upper = np.where(relaxed.y_reduced > gap, node.lower, node.upper)
        return Node(max(node.bound, relaxed.bound), lower=lower, upper=upper, reach=node.reach)

    def _relax(self, node: Node, rounds: int, worth: float = _WORTH) -> Relaxed | None:
        """The relaxation of a node with cuts; None where nothing is left of it."""
        r, enough = self.relaxation, self.best.enough
        r.limit(node.lower, node.upper)
        relaxed = r.solve(enough, self._left)
        if relaxed is not None and len(r.later) > 1.5 * self.tight + 100:
            r.purge()
            self.tight = len(r.later)
            relaxed = r.solve(enough, self._left)
        for _ in range(rounds):
            if relaxed is None:
                break
            if relaxed.whole:
                self.best.offer_pairs(r.pairs[relaxed.x > 0.5])
                break
            cuts = r.separate(relaxed)
            if not cuts:
                break
            before = relaxed.bound
            r.add(cuts)
            relaxed = r.solve(self.best.enough, self._left)
            if relaxed is None:
                break
            left = min(self.best.enough - before, 0.005 * abs(before))
            if relaxed.bound - before < worth * left:
                break
        if relaxed is None or relaxed.bound >= self.best.enough:
            # What is left out lies at or above ``enough``, if it is there at all.
            self._leave()
            return None
        return relaxed

    def _leave(self) -> None:
        """What is left alone may cost as little as what is not worth looking for."""
        if self.best.value is not None:
            self.closed = min(self.closed, self.best.enough)

    def _finish(self, node: Node, relaxed: Relaxed) -> list[Node]:
        """A node without split providers: what is left of it after a search a little above its bound."""
        reach = node.reach or _FIRST_REACH * max(abs(relaxed.bound), 1.0)
        most = min(self.best.enough, self.worst)
        cutoff = min(most, relaxed.bound + reach)
        answer = best_of_node(self.relaxation, node, relaxed, cutoff, self._left)
        if answer.taken is not None:
            known = self.best.offer_pairs(answer.taken) or self.best.keeps(answer.taken)
            if answer.bound < cutoff and not known:
                raise SolverFailed("HiGHS took an award for the best that breaks a limit")
        if answer.done:
            if answer.bound < cutoff or cutoff >= most:
                # The best award of the node is known, or none is better than the best one.
                self._leave()
                return []
            return [node.with_bound(cutoff, reach * _FARTHER)]
        if self._left() <= 0:
            raise OutOfTime
        node = node.with_bound(answer.bound, reach)
        if not len(node.free):
            return [node]
        j = int(node.free[np.argmax(np.abs(relaxed.y_reduced[node.free]))])
        return [node.part(j, side, node.bound) for side in (0.0, 1.0)]

    def _shrink(self) -> None:
        """Leave out for good the pairs that no better award takes, by the root's reduced costs."""
        if self.root is None or self.best.value is None:
            return
        kept = self.root_pairs[self.root.x_reduced <= self.best.enough - self.root.bound]
        r = self.relaxation
        if len(kept) < 0.7 * len(r.pairs):
            linked = np.intersect1d(r.pairs[r.linked], kept)
            self.relaxation = Relaxation(self.ground, kept, r.pool.cuts, linked)
