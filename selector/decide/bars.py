"""Bids that the case bars, as rows: a bid is closed by each statement that bars it, and open once all are lifted."""

from collections.abc import Iterator, Sequence

import numpy as np

from selector.appraise import Appraisal
from selector.decide.competition import Contest
from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns, barred: Appraisal, contests: Sequence[Contest]) -> Iterator[Block]:
    """``accept <= 0`` for each bid that ``barred`` bars, once for each name of what bars it.

    For want of competition lots are closed, to all bidders that are not at home: to those accredited, and once more
    where even everybody would be too few.
    """
    without = {f"competition[{contest.framework.id}]" for contest in contests}
    pairs = [(bid, name) for bid, names in barred.bids.bars.items() for name in names if name not in without]
    entries = Entries().add(np.arange(len(pairs)), columns.accept_of[[bid for bid, _ in pairs]], 1)
    yield entries.block("bar", -np.inf, 0, len(pairs), lambda k: (pairs[k][1],))
    yield _closed("competition", columns, [each for each in contests if each.missing_of_all > 0])
    yield _closed(
        "accredited_competition",
        columns,
        [each for each in contests if each.missing > 0 and each.framework.accredited is not None],
    )


def _closed(name: str, columns: Columns, contests: Sequence[Contest]) -> Block:
    entries = Entries()
    bids, lots = columns.appraisal.bids, columns.appraisal.lots
    for row, contest in enumerate(contests):
        entries.add(row, columns.accept_of[bids.pair_bid[contest.pairs]], 1)
    return entries.block(
        name, -np.inf, 0, len(contests), lambda k: (contests[k].framework.id, lots.ids[contests[k].lot])
    )
