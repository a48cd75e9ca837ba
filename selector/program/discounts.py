"""Discounts by tiers: which tier is in force, and each bid priced in it.

A bid's price in each tier is a column of its own, so that nothing here needs a bound on what cannot be bounded: the
limits of a tier are those of its own quantities (multiple choice, Croxton, Gendron and Magnanti 2003).
"""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.indicator import indicator, numbered
from selector.program.tier_columns import Reach

# Well beyond a solver's tolerance, so that no award is taken for one that a tier's limits break.
_SHARE_OF_LARGEST = 5e-9


def rows(columns: Columns) -> Iterator[Block]:
    """Rows that put the tier that the accepted bids reach in force, and no other."""
    for number, reach in enumerate(columns.tiers.reaches):
        yield from _of_discount(columns, number, reach)


def _of_discount(columns: Columns, number: int, reach: Reach) -> Iterator[Block]:
    tiers = columns.tiers
    name = reach.discount.id
    tier, priced, accept = tiers.tier(number), tiers.priced(number), tiers.accept(number)
    bids, row = np.unique(accept, return_inverse=True)
    once = Entries().add(row, priced, 1).add(np.arange(len(bids)), bids, -1)
    yield once.block("priced_once", 0, 0, len(bids), numbered(name))
    place, lot = tiers.lots(number)
    yield from indicator("tier", priced[place], tier[reach.at[place]], tier, (name,), lot=lot)
    yield Entries().add(0, tier, 1).block("one_tier", -np.inf, 1, 1, lambda _: (name,))
    quantity = reach.quantity[reach.bid]
    at = np.arange(len(tier))
    # Whole quantities: half a unit less, or more, is no other one, and further from what a solver takes for equal.
    least = Entries().add(reach.at, priced, quantity).add(at, tier, -np.maximum(reach.start - _slack(reach), 0))
    yield least.block("tier_start", 0, np.inf, len(tier), numbered(name))
    # What the last tier may reach is all there is.
    below = reach.at < len(tier) - 1
    most = (
        Entries()
        .add(reach.at[below], priced[below], quantity[below])
        .add(at[:-1], tier[:-1], -reach.end[:-1] - _slack(reach))
    )
    yield most.block("tier_end", -np.inf, 0, len(tier) - 1, numbered(name))


def _slack(reach: Reach) -> float:
    """By how much the limits of tiers are laid outward, in units; ``Tiers`` tells exactly what a solver then leaves open."""
    return max(0.5, _SHARE_OF_LARGEST * float(max(reach.quantity.max(initial=0), reach.end.max())))
