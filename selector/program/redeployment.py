"""Displaced staff who fill vacancies or are left: all who are displaced do either, and no more enter than there are posts."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from selector.appraise import MILLIONTHS
from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.move_columns import MoveColumns


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each group that may move, and one for each vacancy that it may move to.

    To move more than are displaced would be allowed, and saves nothing: what counts is who is left.
    """
    moves, redeployment = columns.moves, columns.appraisal.redeployment
    if redeployment is None:
        return
    groups = moves.groups
    group, accept, _, millionths = moves.displaced
    kept = np.isin(group, groups)
    yield (
        Entries()
        .add(np.searchsorted(groups, moves.moves[:, 0]), moves.column, 1)
        .add(np.arange(len(groups)), moves.left, 1)
        .add(np.searchsorted(groups, group[kept]), accept[kept], -millionths[kept] / MILLIONTHS)
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
    # No more of a group enters than the bids can displace: for a vacancy with room to spare that is the stronger row.
    most = _most_displaced(moves, len(redeployment.groups))[moves.moves[:, 0]]
    posts = redeployment.posts[moves.moves[:, 1]] / MILLIONTHS
    yield (
        Entries()
        .add(np.arange(len(moves.moves)), moves.column, 1)
        .add(
            np.arange(len(moves.moves)),
            columns.active_of(redeployment.bidder[moves.moves[:, 1]]),
            -np.minimum(most, posts),
        )
        .block(
            "vacancy",
            -np.inf,
            0,
            len(moves.moves),
            lambda k: (redeployment.groups[moves.moves[k, 0]], redeployment.vacancies[moves.moves[k, 1]]),
        )
    )


def _most_displaced(moves: MoveColumns, groups: int) -> NDArray[np.float64]:
    """The most WTE of each group that awards can displace: of each lot, what the worst of its open bids does."""
    group, _, lot, millionths = moves.displaced
    keys, at = np.unique(np.column_stack([group, lot]), axis=0, return_inverse=True)
    worst = np.zeros(len(keys))
    np.maximum.at(worst, at.reshape(-1), millionths / MILLIONTHS)
    most = np.zeros(groups)
    np.add.at(most, keys[:, 0], worst)
    return most
