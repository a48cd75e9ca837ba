"""Bidders that become one, and everything in a case that names them."""

from selector.scenarios.mergers.merging import merging, successors

__all__ = ["merging", "successors"]
