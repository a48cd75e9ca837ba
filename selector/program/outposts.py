"""Providers keep outposts where they serve."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block
from selector.program.columns import Columns
from selector.program.indicator import indicator


def rows(columns: Columns) -> Iterator[Block]:
    """Rows that tie the outposts of a provider to the lots it wins in their areas."""
    outposts = columns.outposts
    yield from indicator(
        "outpost",
        columns.accept[outposts.pair],
        outposts.column,
        np.arange(outposts.first, outposts.stop),
        lot=columns.lot[outposts.pair],
    )
