"""An award that is best when some bidders turn out dearer than their bids say."""

from selector.decide.robust.question import robust

__all__ = ["robust"]
