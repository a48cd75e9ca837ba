"""The awards that are as good as the best one, or nearly so."""

from selector.decide.ties.question import ties

__all__ = ["ties"]
