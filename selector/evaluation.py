"""From a case to its evaluation."""

from selector.search import Sign
from selector.search import search as evaluate

__all__ = ["Sign", "evaluate"]
