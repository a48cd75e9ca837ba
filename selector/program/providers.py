"""How many providers a service has."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each service that limits its providers: their number between the two limits."""
    c = columns
    services = c.appraisal.services
    # Every service with lots has a provider in any case.
    for name, limited, lower, upper in (
        ("min_providers", services.min_providers > 1, services.min_providers, None),
        ("max_providers", np.isfinite(services.max_providers), None, services.max_providers),
    ):
        service = np.flatnonzero(limited)
        place = np.full(len(services), -1)
        place[service] = np.arange(len(service))
        row = place[c.provide_service]
        kept = row >= 0
        yield (
            Entries()
            .add(row[kept], c.provides[kept], 1)
            .block(
                name,
                -np.inf if lower is None else lower[service],
                np.inf if upper is None else upper[service],
                len(service),
                lambda k, name=name, service=service: f"{name}[{services.ids[service[k]]}]",  # type: ignore[misc]
            )
        )
