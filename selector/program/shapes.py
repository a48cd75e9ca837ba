"""The delivery shape ``network``: all providers of a service are of one group.

The other shapes are limits on the number of providers (``providers``) and on their quality (``quality``).
"""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each network: at most one group is a member."""
    c = columns
    service, row = np.unique(c.member_service, return_inverse=True)
    entries = Entries().add(row, np.arange(c.first_member, len(c)), 1)
    yield entries.block("shape", -np.inf, 1, len(service), lambda k: f"shape[{c.appraisal.services.ids[service[k]]}]")
