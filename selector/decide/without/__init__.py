"""What a bid is worth to the board: the best award had it never been made."""

from selector.decide.without.question import without

__all__ = ["without"]
