"""What the failure of a winner costs: the best repair of the award without it."""

from selector.decide.resilience.question import resilience

__all__ = ["resilience"]
