"""A block searched by other hands: what is sent of it, and what comes back."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.backend import remaining
from selector.solve.decomposition.block import Block
from selector.solve.decomposition.branch_and_cut import Gap, Limits
from selector.solve.decomposition.priced import Answer, searched
from selector.solve.decomposition.relaxation import Relaxation

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Step = Callable[[Block, Limits, Callable[[Block], None]], None]
"""What is done with a block. What is to be sent is made of a class of a module."""

_KEPT = 16
"""How many programs a process keeps: as many as it may be asked about in turn."""


@dataclass(frozen=True)
class State:
    """What is known of a block: all of it that changes."""

    bound: float
    value: float
    best: Floats | None
    infeasible: bool
    relaxed: Relaxation | None
    closed: bool

    @classmethod
    def of(cls, block: Block) -> "State":
        """What is known of a block by now."""
        # Where a solver ended cannot be pickled, and no search of a block begins there.
        relaxed = None if block.relaxed is None else replace(block.relaxed, basis=None)
        return cls(block.bound, block.value, block.best, block.infeasible, relaxed, block.closed)

    def put_into(self, block: Block) -> None:
        """Make it what is known of a block."""
        block.bound, block.value, block.best = self.bound, self.value, self.best
        block.infeasible, block.relaxed, block.closed = self.infeasible, self.relaxed, self.closed


def packed(block: Block) -> bytes:
    """What of a block stays as it is. A process that has it already does not unpack it again."""
    return pickle.dumps((block.program, block.columns, block.goal))


def stepped(sent: bytes, state: State, step: Step, seconds: float | None) -> State:
    """What is known of a block after one more step."""
    block = Block(*_block(sent))
    state.put_into(block)
    step(block, Limits(remaining(seconds), _never), lambda _: None)
    return State.of(block)


def packed_part(part: Program) -> bytes:
    """A part of a program."""
    return pickle.dumps(part)


def priced(sent: bytes, cost: Floats, gap: Gap, seconds: float | None) -> Answer:
    """A part at some prices."""
    return searched(_part(sent), cost, gap, Limits(remaining(seconds), _never))


@lru_cache(maxsize=_KEPT)
def _block(sent: bytes) -> tuple[Program, Ints, Floats]:
    loaded: tuple[Program, Ints, Floats] = pickle.loads(sent)  # noqa: S301  (from our own parent)
    return loaded


@lru_cache(maxsize=_KEPT)
def _part(sent: bytes) -> Program:
    loaded: Program = pickle.loads(sent)  # noqa: S301  (from our own parent)
    return loaded


def _never() -> bool:
    return False
