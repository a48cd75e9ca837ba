"""What the award owes to the price formula, and to bids that win nothing."""

from selector.decide.audit.question import audit

__all__ = ["audit"]
