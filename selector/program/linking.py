"""Indicators in their strong form: up where an accepted bid makes it so, down where none does.

``part <= whole`` for each part, and ``whole <= sum of parts``: summed forms of the first would be weaker.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from selector.program.block import Block, Entries
from selector.program.columns import Columns

Ints = NDArray[np.int64]


def rows(columns: Columns) -> Iterator[Block]:
    """Rows that tie provide to accept, active to provide, serve to accept and stand to serve."""
    c = columns
    yield from _indicator("provide", c.accept, c.provide, c.first_provide, c.first_active)
    providers = np.flatnonzero(np.isin(c.provide_bidder, c.active_bidder))
    active = np.searchsorted(c.active_bidder, c.provide_bidder[providers])
    yield from _indicator("active", c.first_provide + providers, c.first_active + active, c.first_active, c.first_serve)
    yield from _indicator("serve", c.accept[c.local], c.serve, c.first_serve, c.first_stand)
    stand = np.searchsorted(c.stand_bidder, c.serve_bidder)
    yield from _indicator(
        "stand", np.arange(c.first_serve, c.first_stand), c.first_stand + stand, c.first_stand, c.first_member
    )
    networked = np.flatnonzero(c.appraisal.services.network[c.provide_service])
    yield from _indicator("member", c.first_provide + networked, c.member, c.first_member, len(c))


def _indicator(name: str, part: Ints, whole: Ints, first: int, stop: int) -> Iterator[Block]:
    """``part[k] <= whole[k]``, and each indicator from ``first`` to ``stop`` at most the sum of its parts."""
    pairs = np.unique(np.stack([part, whole]), axis=1)
    part, whole = pairs
    count = np.arange(len(part))
    raises = Entries().add(count, part, 1).add(count, whole, -1)
    yield raises.block(f"{name}_if", -np.inf, 0, len(part), _numbered)
    indicators = np.arange(first, stop)
    lowers = Entries().add(indicators - first, indicators, 1).add(whole - first, part, -1)
    yield lowers.block(f"{name}_only_if", -np.inf, 0, len(indicators), _numbered)


def _numbered(position: int) -> tuple[str]:
    return (str(position),)
