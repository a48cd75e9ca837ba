"""What is done with a block, told so that it can be sent to where it is done."""

from collections.abc import Callable
from dataclasses import dataclass

from selector.solve.decomposition.block import Block
from selector.solve.decomposition.branch_and_cut import Gap, Limits


@dataclass(frozen=True)
class Decide:
    """Who provides and who serves, as ``Block.decide`` does it."""

    allowed: Gap

    def __call__(self, block: Block, limits: Limits, improved: Callable[[Block], None]) -> None:
        """Do it."""
        block.decide(self.allowed, limits, improved)


@dataclass(frozen=True)
class Prove:
    """A search until no more than so much is missing, as ``Block.prove`` does it."""

    allowed: float
    nodes: int

    def __call__(self, block: Block, limits: Limits, improved: Callable[[Block], None]) -> None:
        """Do it."""
        block.prove(self.allowed, limits, self.nodes, improved)
