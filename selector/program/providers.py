"""How many providers a service has."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from selector.program.block import Block, Entries
from selector.program.columns import Columns

Floats = NDArray[np.float64]


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each limit that a service states: the number of its providers is at least, or at most, so many."""
    services = columns.appraisal.services
    least = services.min_providers.astype(np.float64)
    # Every service has lots, and so a provider in any case.
    yield _limits(columns, "min_providers", np.where(least > 1, least, -np.inf), np.full(len(services), np.inf))
    yield _limits(columns, "max_providers", np.full(len(services), -np.inf), services.max_providers)


def _limits(columns: Columns, name: str, lower: Floats, upper: Floats) -> Block:
    c = columns
    ids = c.appraisal.services.ids
    service = np.flatnonzero(np.isfinite(lower) | np.isfinite(upper))
    place = np.full(len(ids), -1)
    place[service] = np.arange(len(service))
    row = place[c.provide_service]
    kept = row >= 0
    entries = Entries().add(row[kept], c.provides[kept], 1)
    return entries.block(name, lower[service], upper[service], len(service), lambda k: f"{name}[{ids[service[k]]}]")
