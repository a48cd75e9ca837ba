"""Indicators in their strong form: up where a part makes it so, down where none does.

``part <= whole`` for each part, and ``whole <= sum of parts``: summed forms of the first would be weaker.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from selector.program.block import Block, Entries

Ints = NDArray[np.int64]


def indicator(name: str, part: Ints, whole: Ints, indicators: Ints) -> Iterator[Block]:
    """``part[k] <= whole[k]``, and each of the consecutive columns ``indicators`` at most the sum of its parts."""
    part, whole = np.unique(np.stack([part, whole]), axis=1)
    count = np.arange(len(part))
    raises = Entries().add(count, part, 1).add(count, whole, -1)
    yield raises.block(f"{name}_if", -np.inf, 0, len(part), numbered)
    first = indicators[0] if len(indicators) else 0
    lowers = Entries().add(indicators - first, indicators, 1).add(whole - first, part, -1)
    yield lowers.block(f"{name}_only_if", -np.inf, 0, len(indicators), numbered)


def numbered(position: int) -> tuple[str]:
    """The key of rows that are about no more than their place."""
    return (str(position),)
