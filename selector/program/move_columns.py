"""Who of the displaced may move where, and who is left: columns in WTE, the only ones that need not be whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from selector.appraise import MILLIONTHS
from selector.program.pairs import Pairs
from selector.program.program import Family

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class MoveColumns:
    """The move columns, from column ``first`` on, and after them one for each group that may move: who is left redundant."""

    pairs: Pairs
    first: int

    @cached_property
    def moves(self) -> Ints:
        """Group and vacancy of each column, n x 2: moves of groups that some open bid displaces, to bidders that may win."""
        redeployment = self.pairs.appraisal.redeployment
        if redeployment is None:
            return np.zeros((0, 2), dtype=np.int64)
        group, vacancy = redeployment.moves.T
        able = np.isin(redeployment.bidder[vacancy], self.pairs.bidder)
        return redeployment.moves[able & np.isin(group, self.displaced[0])]

    @cached_property
    def displaced(self) -> tuple[Ints, Ints, Ints, Ints]:
        """Group, accept column, lot and millionths of a WTE of what open bids displace."""
        redeployment, bids = self.pairs.appraisal.redeployment, self.pairs.appraisal.bids
        if redeployment is None:
            nothing = np.zeros(0, dtype=np.int64)
            return nothing, nothing, nothing, nothing
        kept = bids.open[bids.pair_bid[redeployment.pair]]
        pair = redeployment.pair[kept]
        accept = self.pairs.accept_of[bids.pair_bid[pair]]
        return redeployment.group[kept], accept, bids.pair_lot[pair], redeployment.displaced[kept]

    @cached_property
    def groups(self) -> Ints:
        """The groups that may move."""
        return np.unique(self.moves[:, 0])

    @property
    def stop(self) -> int:
        """Where the columns after these start."""
        return self.first + len(self.moves) + len(self.groups)

    @property
    def column(self) -> Ints:
        """The column of each move."""
        return np.arange(self.first, self.first + len(self.moves))

    @property
    def left(self) -> Ints:
        """The column of each of the groups."""
        return np.arange(self.first + len(self.moves), self.stop)

    @property
    def upper(self) -> NDArray[np.float64]:
        """The most that can move: as many as there are posts. Anybody may be left."""
        redeployment = self.pairs.appraisal.redeployment
        posts = np.zeros(0) if redeployment is None else redeployment.posts[self.moves[:, 1]] / MILLIONTHS
        return np.concatenate([posts, np.full(len(self.groups), np.inf)])

    def families(self) -> Iterator[Family]:
        """The family of columns with its names."""
        redeployment = self.pairs.appraisal.redeployment
        if redeployment is not None:
            groups, vacancies = redeployment.groups, redeployment.vacancies
            left = self.first + len(self.moves)
            yield Family("move", self.first, left, lambda k: (groups[self.moves[k, 0]], vacancies[self.moves[k, 1]]))
            yield Family("left", left, self.stop, lambda k: (groups[self.groups[k]],))
