"""Each lot is given to exactly one bid, a package to all of its lots."""

from collections.abc import Iterator

from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each lot: the sum of ``accept`` over the bids that contain it is 1."""
    lots = columns.appraisal.lots
    entries = Entries().add(columns.lot, columns.accept, 1)
    yield entries.block("cover", 1, 1, len(lots), lambda k: (lots.ids[k],))
