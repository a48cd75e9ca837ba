"""A case under several scenarios at once, and how their awards differ."""

from selector.compare.question import ScenarioSign, compare

__all__ = ["ScenarioSign", "compare"]
