"""Indicators in their strong form: up where a part makes it so, down where none does.

``part <= whole`` for each part, and ``whole <= sum of parts``: summed forms of the first would be weaker. Of the bids
for one lot exactly one is accepted, so that their sum may stand in place of each: fewer rows, which say more where a
bidder has several bids for the lot.
"""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from selector.program.block import Block, Entries
from selector.program.distinct import distinct_pairs

Ints = NDArray[np.int64]


def indicator(
    name: str, part: Ints, whole: Ints, indicators: Ints, about: tuple[str, ...] = (), *, lot: Ints | None = None
) -> Iterator[Block]:
    """``part[k] <= whole[k]``, and each of the consecutive columns ``indicators`` at most the sum of its parts.

    Where the parts are bids, ``lot`` gives the lot for which each stands here; those of one lot are summed. The keys of
    the rows are ``about`` and their place.
    """
    if lot is None:
        part, whole, _ = distinct_pairs(part, whole)
        row, wholes = np.arange(len(part)), whole
    else:
        _, wholes, row = distinct_pairs(lot, whole)
    raises = Entries().add(row, part, 1).add(np.arange(len(wholes)), wholes, -1)
    yield raises.block(f"{name}_if", -np.inf, 0, len(wholes), numbered(*about))
    part, whole, _ = distinct_pairs(part, whole)
    first = indicators[0] if len(indicators) else 0
    lowers = Entries().add(indicators - first, indicators, 1).add(whole - first, part, -1)
    yield lowers.block(f"{name}_only_if", -np.inf, 0, len(indicators), numbered(*about))


def numbered(*about: str) -> Callable[[int], tuple[str, ...]]:
    """Keys of rows of which there is no more to say than what they are about and their place."""
    return lambda k: (*about, str(k))
