"""A large program searched in parts: its independent blocks, and what couples them priced."""

from selector.solve.decomposition.decomposed import Decomposed

__all__ = ["Decomposed"]
