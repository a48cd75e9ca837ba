"""Limits of a bidder, held in each tier of its discounts by itself.

They cut off no award: in the one tier that is in force they are the limits, and in every other nothing is priced. In
fractions they keep a tier that is in force by a third from taking on more than a third of what the bidder may.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from selector.program.block import Block, Entries
from selector.program.columns import Columns

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def rows(columns: Columns) -> Iterator[Block]:
    """For each tier: lots and volume priced in it <= the bidder's caps and capacities x tier."""
    for number in range(len(columns.tiers.reaches)):
        yield from _of_discount(columns, number)


def _of_discount(columns: Columns, number: int) -> Iterator[Block]:
    a, tiers = columns.appraisal, columns.tiers
    reach = tiers.reaches[number]
    bidder, name = reach.discount.bidder, reach.discount.id
    place, lot = tiers.lots(number)
    at, priced = reach.at[place], tiers.priced(number)[place]
    service = a.lots.service[lot]
    every = np.zeros(len(lot), dtype=np.int64)
    one = np.ones(len(lot))
    capped = not a.bidders.at_home[bidder]
    caps = a.services.max_lots if capped else np.full(len(a.services), np.inf)
    in_all = a.limits.max_lots if capped else np.inf
    for family, limit, group, amount in (
        ("tier_lots", np.array([in_all]), every, one),
        ("tier_lots", caps, service, one),
        ("tier_capacity", a.bidders.capacity[bidder], service, a.lots.volume[lot].astype(np.float64)),
    ):
        yield from _held(family, name, limit, tiers.tier(number), (priced, at, group, amount))


def _held(family: str, name: str, limit: Floats, tier: Ints, drawn: tuple[Ints, Ints, Ints, Floats]) -> Iterator[Block]:
    priced, at, group, amount = drawn
    limited = np.flatnonzero(np.isfinite(limit))
    row_of = np.full(len(limit), -1)
    row_of[limited] = np.arange(len(limited))
    kept = np.flatnonzero(row_of[group] >= 0)
    entries = Entries().add(at[kept] * len(limited) + row_of[group[kept]], priced[kept], amount[kept])
    rows = np.arange(len(tier) * len(limited))
    entries.add(rows, tier[rows // max(len(limited), 1)], -limit[limited[rows % max(len(limited), 1)]])
    yield entries.block(family, -np.inf, 0, len(rows), lambda k: (name, str(k)))
