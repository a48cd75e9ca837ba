"""Blocks that nothing couples: each by itself, several at once, the hard ones only as far as it takes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from selector.solve.backend import Ending
from selector.solve.decomposition.block import Block
from selector.solve.decomposition.branch_and_cut import Gap, Limits
from selector.solve.decomposition.crew import in_order
from selector.solve.decomposition.ledger import Ledger

Floats = NDArray[np.float64]
Seconds = Callable[[], float | None]
Task = Callable[[Block, Limits], None]

# A share of the value that may be missing at first, where less may be in the end: then ever less of it, and at last what
# is asked for. All blocks are brought near before one takes all the time there is.
_FIRST, _FINER, _FINEST = 1e-4, 0.1, 1e-6
# Of what may be missing in all: what the blocks are asked for together, so that their sum is safely within it.
_ASKED = 0.9
# Nodes of the first search of a block as a whole, and by how much more each next one may take.
_NODES, _MORE, _MOST_NODES = 200, 4, 2**30


class Independent:
    """Blocks that share no row, searched until no more is missing in all than may be.

    Which block is searched next, and how far, hangs on results alone and never on time: what a search has found so far is
    shown at once, but counts only when it is taken, in its turn.
    """

    def __init__(self, blocks: Sequence[Block], columns: int, ledger: Ledger, gap: Gap, seconds: Seconds) -> None:
        self._blocks, self._columns, self._ledger, self._seconds = blocks, columns, ledger, seconds
        self._all, self._level = gap, _FIRST
        self._taken = [replace(block) for block in blocks]

    @property
    def value(self) -> float:
        """What the award that is taken so far comes to; infinite while a block has none."""
        return float(sum(block.value for block in self._taken))

    @property
    def bound(self) -> float:
        """What is proven of all blocks together."""
        return float(sum(block.bound for block in self._taken))

    @property
    def award(self) -> Floats | None:
        """The columns of the award that is taken so far."""
        return self._whole(self._taken)

    def search(self) -> Ending:
        """Search, and tell how it ended."""
        self._told()
        self._improved()  # what is known of every block may be an award already
        if self._done:
            return "proven"
        each = Gap(self._all.absolute / len(self._blocks), max(self._all.relative, self._level))
        self._each(range(len(self._blocks)), lambda block, limits: block.decide(each, limits, self._better))
        nodes = _NODES
        while not self._done:
            if any(block.infeasible for block in self._taken):
                return "infeasible"
            ended = Limits(self._seconds, self._ledger.stop).ending
            if ended is not None:
                return ended
            if self._missing_no_more_than(self._level):
                self._level = self._level * _FINER if self._level > _FINEST else 0.0
                nodes = _NODES
                continue
            asked = self._asked()
            left = [
                number for number, block in enumerate(self._taken) if block.missing > max(asked[number], block.rounding)
            ]
            if not left or (nodes == _MOST_NODES and all(self._taken[number].closed for number in left)):
                return "failed"  # by rounding: the parts are proven, and their sum is not
            left.sort(key=lambda number: -self._taken[number].missing)
            self._each(left, self._proof(asked, nodes))
            nodes = min(nodes * _MORE, _MOST_NODES)
        return "proven"

    @property
    def _done(self) -> bool:
        return self._missing_no_more_than(0.0)

    def _missing_no_more_than(self, level: float) -> bool:
        """Whether no more is missing in all than may be in the end, or than this share."""
        value = self.value
        return np.isfinite(value) and value - self.bound <= self._may_be_missing(value, level)

    def _may_be_missing(self, value: float, level: float) -> float:
        return max(self._all.absolute, max(self._all.relative, level) * abs(value))

    def _proof(self, asked: Sequence[float], nodes: int) -> Task:
        amount = {id(block): each for block, each in zip(self._blocks, asked, strict=True)}
        return lambda block, limits: block.prove(amount[id(block)], limits, nodes, self._better)

    def _asked(self) -> list[float]:
        """What may be missing of each block: as much less of what is missing now as of all blocks together."""
        value = self.value
        if not np.isfinite(value):
            equal = self._all.absolute / len(self._blocks)
            share = max(self._all.relative, self._level)
            return [
                _ASKED * max(equal, share * abs(block.bound) if np.isfinite(block.bound) else 0.0)
                for block in self._taken
            ]
        missing = value - self.bound
        part = _ASKED * self._may_be_missing(value, self._level) / missing if missing > 0 else 0.0
        return [part * block.missing for block in self._taken]

    def _each(self, numbers: Iterable[int], task: Task) -> None:
        numbers = list(numbers)

        def piece(number: int) -> Callable[[Callable[[], bool]], None]:
            return lambda unwanted: task(self._blocks[number], Limits(self._seconds, unwanted))

        results = in_order([piece(number) for number in numbers], self._ledger.stop)
        for number, _ in zip(numbers, results, strict=True):
            self._taken[number] = replace(self._blocks[number])
            self._told()
            if self._done or self._taken[number].infeasible:
                results.close()
                return

    def _told(self) -> None:
        self._ledger.raise_bound(self.bound)

    def _better(self, _: Block) -> None:
        self._improved()

    def _improved(self) -> None:
        self._ledger.offer(lambda: self._whole(self._blocks))

    def _whole(self, blocks: Sequence[Block]) -> Floats | None:
        whole = np.zeros(self._columns)
        for block in blocks:
            if block.best is None:
                return None
            whole[block.columns] = block.best
        return whole
