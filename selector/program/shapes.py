"""The delivery shapes: one provider, providers of one group, or at least two.

The quality that a shape asks of its providers is with the other standards (``quality``).
"""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.providers import provider_counts


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each service with a shape: on the number of its providers or, for a network, of the groups they are of."""
    c = columns
    services = c.appraisal.services
    yield provider_counts(c, "shape", upper=np.where(services.single, 1.0, np.inf))
    yield provider_counts(c, "shape", lower=np.where(services.plural, 2.0, -np.inf))
    service, row = np.unique(c.member_service, return_inverse=True)
    entries = Entries().add(row, np.arange(c.first_member, c.first_outpost), 1)
    yield entries.block("shape", -np.inf, 1, len(service), lambda k: (services.ids[service[k]],))
