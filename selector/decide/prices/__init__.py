"""What rules cost: the best award of a case without each of them."""

from selector.decide.prices.question import prices

__all__ = ["prices"]
