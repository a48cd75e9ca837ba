"""How far weights and figures may move before another award is best."""

from selector.decide.stability.question import stability

__all__ = ["stability"]
