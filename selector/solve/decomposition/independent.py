"""Blocks that nothing couples: each by itself, several at once, the hard ones only as far as it takes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from selector.solve.backend import Ending
from selector.solve.crew import in_order
from selector.solve.decomposition.block import Block
from selector.solve.decomposition.branch_and_cut import Gap, Limits
from selector.solve.decomposition.ledger import Ledger
from selector.solve.decomposition.sent import State, Step, packed, stepped
from selector.solve.decomposition.steps import Decide, Prove
from selector.solve.elsewhere import elsewhere
from selector.solve.hands import Hands

Floats = NDArray[np.float64]
Seconds = Callable[[], float | None]

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

    def __init__(
        self,
        blocks: Sequence[Block],
        columns: int,
        ledger: Ledger,
        gap: Gap,
        seconds: Seconds,
        hands: Hands | None = None,
    ) -> None:
        self._blocks, self._columns, self._ledger, self._seconds = blocks, columns, ledger, seconds
        self._all, self._level = gap, _FIRST
        self.taken = [replace(block) for block in blocks]
        """The blocks as they are counted, without what was searched ahead of its turn."""
        self._hands = hands
        self._sent = [] if hands is None else [packed(block) for block in blocks]

    @property
    def value(self) -> float:
        """What the award that is taken so far comes to; infinite while a block has none."""
        return float(sum(block.value for block in self.taken))

    @property
    def bound(self) -> float:
        """What is proven of all blocks together."""
        return float(sum(block.bound for block in self.taken))

    @property
    def award(self) -> Floats | None:
        """The columns of the award that is taken so far."""
        return self._whole(self.taken)

    def search(self) -> Ending:
        """Search, and tell how it ended."""
        self._told()
        self._improved()  # what is known of every block may be an award already
        if self._done:
            return "proven"
        each = Gap(self._all.absolute / len(self._blocks), max(self._all.relative, self._level))
        self._each(dict.fromkeys(range(len(self._blocks)), Decide(each)))
        nodes = _NODES
        while not self._done:
            if any(block.infeasible for block in self.taken):
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
                number for number, block in enumerate(self.taken) if block.missing > max(asked[number], block.rounding)
            ]
            if not left or (nodes == _MOST_NODES and all(self.taken[number].closed for number in left)):
                return "failed"  # by rounding: the parts are proven, and their sum is not
            left.sort(key=lambda number: -self.taken[number].missing)
            self._each({number: Prove(asked[number], nodes) for number in left})
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

    def _asked(self) -> list[float]:
        """What may be missing of each block: as much less of what is missing now as of all blocks together."""
        value = self.value
        if not np.isfinite(value):
            equal = self._all.absolute / len(self._blocks)
            share = max(self._all.relative, self._level)
            return [
                _ASKED * max(equal, share * abs(block.bound) if np.isfinite(block.bound) else 0.0)
                for block in self.taken
            ]
        missing = value - self.bound
        part = _ASKED * self._may_be_missing(value, self._level) / missing if missing > 0 else 0.0
        return [part * block.missing for block in self.taken]

    def _each(self, steps: Mapping[int, Step]) -> None:
        """Take each of these steps with the block of its number, in their order."""

        def piece(number: int, step: Step) -> Callable[[Callable[[], bool]], None]:
            return lambda unwanted: self._step(number, step, Limits(self._seconds, unwanted))

        results = in_order([piece(*each) for each in steps.items()], self._ledger.stop, self._hands)
        for number, _ in zip(steps, results, strict=True):
            self.taken[number] = replace(self._blocks[number])
            self._told()
            if self._done or self.taken[number].infeasible:
                results.close()
                return

    def _step(self, number: int, step: Step, limits: Limits) -> None:
        block = self._blocks[number]
        if self._hands is None:
            step(block, limits, self._better)
            return
        asked = (self._sent[number], State.of(block), step)
        found = elsewhere(self._hands, stepped, asked, seconds=limits.seconds(), stop=limits.stop)
        if found is not None:
            found.put_into(block)
            self._better(block)

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
