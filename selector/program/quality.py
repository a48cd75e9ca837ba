"""The mean quality each buyer insists on, and the standards of services.

Each is laid as the sum of weight x (quality - minimum) over accepted bids >= 0, which needs no division.
"""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.scale import provider_key

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def rows(columns: Columns) -> Iterator[Block]:
    """Rows for ``min_mean_quality`` of buyers, and for ``quality_standard`` of services and of their providers."""
    c = columns
    limits, services = c.appraisal.limits, c.appraisal.services
    people = c.appraisal.lots.people[c.lot]
    yield _means(
        c,
        "min_mean_quality",
        limits.mean_quality,
        c.buyer,
        c.appraisal.lots.weight[c.lot],
        lambda kept: lambda k: (limits.buyers[kept[k]],),
    )
    yield _means(
        c,
        "quality_standard",
        services.standard,
        c.service,
        people,
        lambda kept: lambda k: (services.ids[kept[k]],),
    )
    yield _means(
        c,
        "quality_standard",
        services.provider_standard[c.provide_service],
        c.provide - c.first_provide,
        people,
        lambda kept: provider_key(c, kept),
    )


def _means(
    columns: Columns,
    name: str,
    least: Floats,
    entity: Ints,
    weight: Ints,
    key: Callable[[Ints], Callable[[int], tuple[str, ...]]],
) -> Block:
    """Rows that hold the weighted mean quality of each entity's pairs at its least, where it has one."""
    kept = np.flatnonzero(np.isfinite(least))
    place = np.full(len(least), -1)
    place[kept] = np.arange(len(kept))
    row = place[entity]
    held = np.flatnonzero(row >= 0)
    quality = columns.appraisal.bids.quality[columns.pair[held]]
    excess = weight[held] * (quality - least[entity[held]])
    entries = Entries().add(row[held], columns.accept[held], excess)
    return entries.block(name, 0, np.inf, len(kept), key(kept))
