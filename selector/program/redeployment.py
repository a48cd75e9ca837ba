"""Displaced staff who fill vacancies or are left: all who are displaced do either, and no more enter than there are posts."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.move_columns import MILLIONTHS


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each group that may move, and one for each vacancy that it may move to.

    To move more than are displaced would be allowed, and saves nothing: what counts is who is left.
    """
    moves, redeployment = columns.moves, columns.appraisal.redeployment
    if redeployment is None:
        return
    groups = moves.groups
    group, accept, wte = moves.displaced
    kept = np.isin(group, groups)
    yield (
        Entries()
        .add(np.searchsorted(groups, moves.moves[:, 0]), moves.column, 1)
        .add(np.arange(len(groups)), moves.left, 1)
        .add(np.searchsorted(groups, group[kept]), accept[kept], -wte[kept])
        .block("displaced", 0, np.inf, len(groups), lambda k: (redeployment.groups[groups[k]],))
    )
    vacancies, of_vacancy = np.unique(moves.moves[:, 1], return_inverse=True)
    yield (
        Entries()
        .add(of_vacancy, moves.column, 1)
        .add(
            np.arange(len(vacancies)),
            columns.active_of(redeployment.bidder[vacancies]),
            -redeployment.posts[vacancies] / MILLIONTHS,
        )
        .block("vacancy", -np.inf, 0, len(vacancies), lambda k: (redeployment.vacancies[vacancies[k]],))
    )
