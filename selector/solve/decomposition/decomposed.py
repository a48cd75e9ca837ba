"""A program whose goals are searched for in parts where that is possible, and as a whole where it is not."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.backend import Ending, Search, Watch, remaining
from selector.solve.decomposition.block import Block
from selector.solve.decomposition.blocks import Blocks, blocks
from selector.solve.decomposition.branch_and_cut import Gap
from selector.solve.decomposition.coupled import Coupled
from selector.solve.decomposition.elastic import broken
from selector.solve.decomposition.independent import Independent
from selector.solve.decomposition.ledger import Ledger
from selector.solve.decomposition.located import Located
from selector.solve.hands import Hands
from selector.solve.highs import Highs
from selector.solve.memory import Memory

_LOCATION = "branch and cut over who provides, with cuts of what each has room for (single-source location)"
_ONE = "linear relaxation, branch and cut over what reduced costs leave of the whole"

Floats = NDArray[np.float64]


class Decomposed:
    """A program in HiGHS, whole and in parts. Not safe for several threads; it starts threads of its own.

    Blocks, by themselves or at prices of what couples them, are searched by ``hands`` where they are given.
    Rows added later couple all blocks: while there are such rows, goals are searched for in the whole.
    """

    def __init__(self, program: Program, memory: Memory | None = None, hands: Hands | None = None) -> None:
        self._program, self._hands = program, hands
        self._memory = memory
        self._blocks = blocks(program)
        self._added = 0
        self.method = ""
        """How the last goal that was searched for in parts was proven; empty where none was."""

    @cached_property
    def _whole(self) -> Highs:
        """Handed over only where it is searched: parts mostly are all that is."""
        return Highs(self._program)

    def add_row(self, coefficients: Floats, upper: float) -> None:
        """Add a row over all columns, ``coefficients @ x <= upper``."""
        self._added += 1
        self._whole.add_row(coefficients, upper)

    @contextmanager
    def only_for_now(self) -> Iterator[None]:
        """Take back, at the end, the rows added meanwhile."""
        before = self._added
        with self._whole.only_for_now():
            yield
        self._added = before

    def minimise(
        self,
        goal: Floats,
        watch: Watch,
        *,
        absolute_gap: float,
        relative_gap: float,
        seconds: float | None,
        nodes: int | None = None,
        start: Floats | None = None,
        presolve: bool = True,
    ) -> Search:
        """Search for the least ``goal`` until it is settled to either gap, or a limit ends the search."""
        whole = partial(self._whole.minimise, absolute_gap=absolute_gap, relative_gap=relative_gap)
        if self._added or not presolve or nodes is not None:
            return whole(goal, watch, seconds=seconds, nodes=nodes, start=start, presolve=presolve)
        ledger = Ledger(goal, watch, absolute_gap=absolute_gap, relative_gap=relative_gap)
        left, gap = remaining(seconds), Gap(absolute_gap, relative_gap)
        known = None if start is None else np.where(self._program.integral, np.rint(start), start)
        if known is not None and len(broken(self._program, known)):
            known = None
        if known is not None:
            ledger.offer(lambda: known)
        ending: Ending | None = None
        located = Located.of(self._program, goal) if len(self._blocks) == 1 else None
        if located is not None:
            self.method = _LOCATION
            ending = located.search(ledger, gap, left)
        if ending is not None:
            return _said(ending, ledger)
        self.method = _described(self._blocks)
        if len(self._blocks.coupling) or len(self._blocks) == 1:
            coupled = Coupled(self._program, self._blocks, goal, ledger, gap, left, self._hands)
            ending = coupled.search()
        else:
            parts = self._parts(goal, known)
            independent = Independent(parts, len(goal), ledger, gap, left, self._hands)
            ending = independent.search()
            self._remember(independent.taken)
            if ending == "proven" and independent.award is not None:
                award = np.rint(independent.award).astype(np.int64)
                return Search(ending, award, independent.bound, is_taken=True)
        if ending is None:
            self.method = ""
            return whole(goal, watch, seconds=left(), start=ledger.best)
        return _said(ending, ledger)

    def _parts(self, goal: Floats, known: Floats | None) -> list[Block]:
        parts = [
            Block(self._program.part(rows, columns), columns, goal[columns])
            for rows, columns in zip(self._blocks.rows, self._blocks.columns, strict=True)
        ]
        for part in parts:
            recalled = None if self._memory is None else self._memory.recall(part.program, part.goal)
            if recalled is not None:
                bound, columns = recalled
                part.offer(columns)
                part.raise_bound(bound)
            if known is not None:
                part.offer(known[part.columns])
        return parts

    def _remember(self, parts: Sequence[Block]) -> None:
        for part in parts:
            if self._memory is not None and part.best is not None:
                self._memory.keep(part.program, part.goal, part.bound, part.best)


def _said(ending: Ending, ledger: Ledger) -> Search:
    best = None if ledger.best is None else np.rint(ledger.best).astype(np.int64)
    return Search(ending, best, ledger.bound)


def _described(found: Blocks) -> str:
    if not len(found.coupling):
        return f"branch and cut in {len(found)} independent parts" if len(found) > 1 else _ONE
    if len(found) == 1:
        return _ONE
    return (
        f"{len(found)} parts coupled by {len(found.coupling)} rows: linear relaxation, these rows priced (Lagrangian "
        "bound), branch and cut over what reduced costs leave of the whole"
    )
