"""A bundled example, built."""

from collections.abc import Callable
from typing import Any

from api.children.read import Kept, kept


def example(name: str, _note: str, _tell: Callable[[Any], None]) -> Kept:
    """An example as the database keeps cases."""
    # Other work does without, and it loads tables of its own.
    from selector.examples.bundled import BUNDLED

    return kept(BUNDLED[name].build())
