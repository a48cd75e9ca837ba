"""Blocks that nothing couples: each by itself, several at once, the hard ones only as far as it takes."""

from collections.abc import Callable, Iterable, Sequence

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

# Of what may be missing in all: what the blocks are asked for together, so that their sum is safely within it.
_ASKED = 0.9
# Nodes of the first search of a block as a whole, and by how much more each next one may take.
_NODES, _MORE, _MOST_NODES = 200, 4, 2**30


class Independent:
    """Blocks that share no row, searched until no more is missing in all than may be.

    Which block is searched next, and how far, hangs on results alone and never on time.
    """

    def __init__(self, blocks: Sequence[Block], columns: int, ledger: Ledger, gap: Gap, seconds: Seconds) -> None:
        self._blocks, self._columns, self._ledger, self._seconds = blocks, columns, ledger, seconds
        self._gap = Gap(gap.absolute / len(blocks), gap.relative)

    def search(self) -> Ending:
        """Search, and tell how it ended."""
        self._told()
        self._improved(self._blocks[0])  # what is known of every block may be an award already
        if self._ledger.done:
            return "proven"
        self._each(self._blocks, lambda block, limits: block.decide(self._gap, limits, self._improved))
        nodes = _NODES
        while not self._ledger.done:
            if any(block.infeasible for block in self._blocks):
                return "infeasible"
            ended = self._limit()
            if ended is not None:
                return ended
            asked = self._asked()
            left = sorted(
                (block for block in self._blocks if block.missing > asked(block)), key=lambda each: -each.missing
            )
            if not left or (nodes == _MOST_NODES and all(block.closed for block in left)):
                return "failed"  # by rounding: the parts are proven, and their sum is not
            self._each(left, self._proof(asked, nodes))
            nodes = min(nodes * _MORE, _MOST_NODES)
        return "proven"

    def _proof(self, asked: Callable[[Block], float], nodes: int) -> Task:
        return lambda block, limits: block.prove(asked(block), limits, nodes, self._improved)

    def _asked(self) -> Callable[[Block], float]:
        """What may be missing of each block: as much less of what is missing now as of all blocks together."""
        missing = self._ledger.missing
        share = _ASKED * self._ledger.allowed / missing if np.isfinite(missing) and missing > 0 else 0.0
        equal = max(self._gap.absolute, 0.0)
        amounts = {
            id(block): share * block.missing
            if share
            else _ASKED * max(equal, self._gap.relative * abs(block.bound) if np.isfinite(block.bound) else 0.0)
            for block in self._blocks
        }
        return lambda block: amounts[id(block)]

    def _each(self, blocks: Iterable[Block], task: Task) -> None:
        def piece(block: Block) -> Callable[[Callable[[], bool]], None]:
            return lambda unwanted: task(block, Limits(self._seconds, unwanted))

        for _ in in_order([piece(block) for block in blocks], self._ledger.stop):
            self._told()
            if self._ledger.done or any(block.infeasible for block in self._blocks):
                return

    def _told(self) -> None:
        self._ledger.raise_bound(float(sum(block.bound for block in self._blocks)))

    def _improved(self, _: Block) -> None:
        self._ledger.offer(self._whole)

    def _whole(self) -> Floats | None:
        whole = np.zeros(self._columns)
        for block in self._blocks:
            if block.best is None:
                return None
            whole[block.columns] = block.best
        return whole

    def _limit(self) -> Ending | None:
        left = self._seconds()
        if self._ledger.stop():
            return "stopped"
        return "time" if left is not None and left <= 0 else None
