"""What is left of one node after another: cuts, awards looked for, and the parts by a provider that is split."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models import SolverFailed
from selector.solve.location.best import Best
from selector.solve.location.branching import parts
from selector.solve.location.dive import dived
from selector.solve.location.ground import Ground
from selector.solve.location.leaf import best_of_node
from selector.solve.location.node import Node
from selector.solve.location.relaxation import OutOfTime, Relaxation, Relaxed
from selector.solve.location.remainder import likely_award
from selector.solve.location.separation import Cut

Ints = NDArray[np.int64]

_ROOT_ROUNDS = 12
_ROUNDS = 3
_ROUNDS_WHOLE = 60
# Rounds of cuts end where one closes less than this part of what is left to close.
_WORTH = 0.03
_WORTH_WHOLE = 0.0005
_SECONDS_TO_BEGIN = 20.0
# Every so many nodes an award is guessed at, for a part of the time spent so far. Not before: a tree of fewer nodes is
# gone through in less time than a good guess takes, and ends with the best award.
_EVERY = 16
_PART_TO_GUESS = 0.25
_LEAST_TO_GUESS = 0.25
# Above the relaxation's bound, how far awards are looked for at first, where none is known; then four times as far.
_FIRST_REACH = 0.0003
_FARTHER = 3.0


@dataclass(frozen=True)
class Root:
    """The relaxation of the whole problem, and its pairs."""

    relaxed: Relaxed
    pairs: Ints


@dataclass
class Explorer:
    """One of those who go through the nodes, each with a relaxation of its own. Not for several threads."""

    ground: Ground
    best: Best
    """What this one knows; what others find is told to it between nodes."""
    relaxation: Relaxation
    left: Callable[[], float]
    """Seconds."""
    started: float
    worst: float
    """Beyond what any award costs."""
    root: Root | None = None
    closed: float = np.inf
    """The least bound of a part that was left because the gap asked for lets it be."""
    _tight: int = 0
    """How many rows added later there were when the loose ones were last taken out."""
    _told: int = 0
    """How many of its cuts the others know, or it knows from others."""

    def children(self, node: Node, number: int) -> list[Node]:
        """What is left of a node, the ``number``-th: nothing, itself with a better bound, or two parts.

        Raises
        ------
        OutOfTime
            where no seconds are left.
        SolverFailed
            if HiGHS fails.
        """
        self._shrink()
        relaxed = self._relax(node, _ROOT_ROUNDS if self.root is None else _ROUNDS)
        if relaxed is None:
            return []
        if self.root is None:
            self.root = Root(relaxed, self.relaxation.pairs)
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
        if number % _EVERY == 0:
            self._guess(node, relaxed)
        found = []
        for part in parts(self.relaxation, node, relaxed, self.best.enough, self.left):
            if part.bound < self.best.enough:
                found.append(part)
            elif np.isfinite(part.bound):
                self.closed = min(self.closed, part.bound)
        return found

    def another(self, best: Best) -> "Explorer":
        """One more, who starts with what this one knows."""
        return replace(self, best=best, relaxation=self.relaxation.another())

    def news(self) -> list[Cut]:
        """The cuts that it found since it was last asked."""
        cuts = self.relaxation.pool.cuts[self._told :]
        self._told = len(self.relaxation.pool)
        return cuts

    def hear(self, cuts: list[Cut]) -> None:
        """Keep cuts that others found, for where they are broken; once its own are told."""
        self.relaxation.keep(cuts)
        self._told = len(self.relaxation.pool)

    def _guess(self, node: Node, relaxed: Relaxed) -> None:
        """Look for an award: among the providers that a relaxation opens the first time, then by a dive."""
        r, enough = self.relaxation, self.best.enough
        most = min(self.left() / 2, _SECONDS_TO_BEGIN)
        seconds = min(max(_PART_TO_GUESS * (time.monotonic() - self.started), _LEAST_TO_GUESS), most)
        if self.best.value is None:
            self.best.offer_all(likely_award(r, relaxed, seconds=seconds, cutoff=enough))
        self.best.offer_all(dived(r, node, relaxed, self.best.enough, seconds, self.left))
        # Back to where branching starts from.
        r.limit(node.lower, node.upper)
        r.solve(np.inf, self.left)

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
        relaxed = r.solve(enough, self.left)
        if relaxed is not None and len(r.later) > 1.5 * self._tight + 100:
            r.purge()
            self._tight = len(r.later)
            relaxed = r.solve(enough, self.left)
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
            relaxed = r.solve(self.best.enough, self.left)
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
        answer = best_of_node(self.relaxation, node, relaxed, cutoff, self.left)
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
        if self.left() <= 0:
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
        kept = self.root.pairs[self.root.relaxed.x_reduced <= self.best.enough - self.root.relaxed.bound]
        r = self.relaxation
        if len(kept) < 0.7 * len(r.pairs):
            linked = np.intersect1d(r.pairs[r.linked], kept)
            self.relaxation = Relaxation(self.ground, kept, r.pool.cuts, linked)
