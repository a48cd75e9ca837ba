"""Each buyer's freedom of choice: what it has of the pool, and what it would have without."""

from selector.decide.choice.question import choice

__all__ = ["choice"]
