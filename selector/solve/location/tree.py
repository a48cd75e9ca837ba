"""Branch and cut over who provides; who serves whom follows, almost always, from cuts of rooms or a small remainder.

A node says of some providers that they are open or closed. Its relaxation gets the cuts that it breaks. Which provider
to branch on is tried out (strong branching). A node in which no provider is split goes to ``remainder``. After the first
ones some nodes are gone through at once, those with the least bounds; what each found is told to the others when all are
done, in the order of the nodes, so that the search hangs neither on who is first nor on how many processors there are.
"""

import heapq
import time
from collections.abc import Callable
from functools import partial
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from selector.solve.crew import in_order
from selector.solve.location.best import Best
from selector.solve.location.exchange import exchanged
from selector.solve.location.explorer import Explorer
from selector.solve.location.first_prices import first_prices
from selector.solve.location.ground import Ground
from selector.solve.location.node import Node
from selector.solve.location.relaxation import OutOfTime, Relaxation

Ints = NDArray[np.int64]

# Above so many pairs prices come first, for a part of the time, and then an award by exchanges.
_LARGE = 20_000
_PART_TO_PRICE = 0.15
_PART_TO_END = 0.4
# So many nodes are gone through one by one: most trees end before, and the sooner the more each knows of those before it.
_ONE_BY_ONE = 32
# Then so many at once, whatever processors there are.
_AT_ONCE = 4


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
        at_once: int | None = None,
    ) -> None:
        self.ground = ground
        self.best = best
        """Of all nodes that are done with."""
        self.deadline = np.inf if seconds is None else time.monotonic() + seconds
        self.progress = progress
        self.stop = stop
        self.at_once = at_once or _AT_ONCE
        """How many nodes are gone through at once, at the most."""
        self.open: list[Node] = []
        self.closed = np.inf
        """The least bound of a node that was left because the gap asked for lets it be."""
        self._opened = 0
        self.count = 0
        self.least = -np.inf
        started = time.monotonic()
        dearest = np.zeros(ground.lots)
        np.maximum.at(dearest, ground.lot, ground.cost)
        worst = float(dearest.sum() + np.abs(ground.fixed).sum()) + ground.scale
        relaxation = self._first()
        self.explorers = [Explorer(ground, best.another(), relaxation, self._left, started, worst)]

    def _first(self) -> Relaxation:
        """The relaxation of all pairs, or in a large problem of those that a first award leaves worth looking at."""
        g = self.ground
        if len(g.pair) <= _LARGE:
            return Relaxation(g, np.arange(len(g.pair)))
        total = self._left()

        def before(kept: float) -> float:
            """Seconds until only this part of the time is left; none once the search is to end."""
            if self.stop():
                return 0.0
            return self._left() - total * kept if np.isfinite(total) else np.inf

        first = first_prices(g, lambda: before(1 - _PART_TO_PRICE))
        self.least = first.bound
        self.progress(first.bound)
        self.best.offer_all(exchanged(g, first, lambda: before(_PART_TO_END), self.best.offer_all))
        kept = np.flatnonzero(first.with_pair < self.best.enough)
        return Relaxation(g, kept)

    def run(self) -> Literal["proven", "time", "stopped"]:
        """Search until nothing is left, or time is up."""
        providers = self.ground.providers
        self._open([Node(self.least, lower=np.zeros(providers), upper=np.ones(providers))])
        while True:
            nodes = self._next()
            if not nodes:
                return "proven"
            if self.stop():
                return "stopped"
            if self._left() <= 0 or not self._explored(nodes):
                return "time"
            self.progress(self.bound())

    def bound(self) -> float:
        """What is proven of all awards that are not below the best one."""
        closed = min(self.closed, *(each.closed for each in self.explorers))
        return min(closed, *(node.bound for node in self.open[:1]), np.inf)

    def _left(self) -> float:
        return self.deadline - time.monotonic()

    def _open(self, nodes: list[Node]) -> None:
        for node in nodes:
            self._opened += 1
            node.number = self._opened
            heapq.heappush(self.open, node)

    def _next(self) -> list[Node]:
        """The open nodes to go through next, which stay open until they are done with."""
        nodes: list[Node] = []
        most = 1 if self.count < _ONE_BY_ONE else self.at_once
        while self.open and len(nodes) < most:
            node = heapq.heappop(self.open)
            if node.bound >= self.best.enough:
                self.closed = min(self.closed, node.bound)
            else:
                nodes.append(node)
        for node in nodes:
            heapq.heappush(self.open, node)
        return nodes

    def _explored(self, nodes: list[Node]) -> bool:
        """Go through some nodes, the least of those open, at once; whether there was time to."""
        while len(self.explorers) < len(nodes):
            self.explorers.append(self.explorers[0].another(self.best.another()))
        at_work = self.explorers[: len(nodes)]
        pieces = []
        for explorer, node in zip(at_work, nodes, strict=True):
            explorer.best.follow(self.best)
            self.count += 1
            pieces.append(partial(_children, explorer, node, self.count))
        # Neither of them is told to end early: what a node has left is not known before it is done with.
        found = list(in_order(pieces, lambda: False))
        for _ in nodes:
            heapq.heappop(self.open)
        for node, children in zip(nodes, found, strict=True):
            self._open([node] if children is None else children)
        self._meet(at_work)
        return None not in found

    def _meet(self, explorers: list[Explorer]) -> None:
        """Tell all explorers what these found."""
        news = [explorer.news() for explorer in explorers]
        for explorer, cuts in zip(explorers, news, strict=True):
            self.best.follow(explorer.best)
            for other in self.explorers:
                if other is not explorer and cuts:
                    other.hear(cuts)


def _children(explorer: Explorer, node: Node, number: int, _: Callable[[], bool]) -> list[Node] | None:
    """What is left of a node; None where there was no time to find out."""
    try:
        return explorer.children(node, number)
    except OutOfTime:
        return None
