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
    yield provider_counts(columns, "min_providers", lower=np.where(least > 1, least, -np.inf))
    yield provider_counts(columns, "max_providers", upper=services.max_providers)


def provider_counts(columns: Columns, name: str, lower: Floats | None = None, upper: Floats | None = None) -> Block:
    """A row for each service with a finite limit: ``lower`` <= number of its providers <= ``upper``."""
    c = columns
    lower = np.full(len(c.appraisal.services), -np.inf) if lower is None else lower
    upper = np.full(len(c.appraisal.services), np.inf) if upper is None else upper
    ids = c.appraisal.services.ids
    service = np.flatnonzero(np.isfinite(lower) | np.isfinite(upper))
    place = np.full(len(ids), -1)
    place[service] = np.arange(len(service))
    row = place[c.provide_service]
    kept = row >= 0
    entries = Entries().add(row[kept], c.provides[kept], 1)
    return entries.block(name, lower[service], upper[service], len(service), lambda k: (ids[service[k]],))
