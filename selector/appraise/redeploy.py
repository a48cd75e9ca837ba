"""The moves that save the most, exactly.

What a move saves depends on who moves, not on where to. So the groups whose staff save most per head go first, each as
far as the flow of those before it can make way: the greedy algorithm over a polymatroid (Edmonds 1970, *Submodular
functions, matroids, and certain polyhedra*), by augmenting paths in whole millionths of a WTE.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from selector.appraise.appraisal import Redeployment

Ints = NDArray[np.int64]
Moves = Mapping[tuple[int, int], int]
"""Millionths of a WTE by group and vacancy."""


def displaced(redeployment: Redeployment, pairs: Ints) -> list[int]:
    """Millionths of a WTE of each group that the bids of some pairs displace."""
    of_group = np.zeros(len(redeployment.groups), dtype=np.int64)
    won = np.isin(redeployment.pair, pairs)
    np.add.at(of_group, redeployment.group[won], redeployment.displaced[won])
    return [int(each) for each in of_group]


def most_saving(redeployment: Redeployment, displaced: Sequence[int], active: Ints) -> Moves:
    """The moves that save the most, and of those that do move the most, where the bidders ``active`` win something."""
    room = [
        int(posts) if bidder in active else 0
        for posts, bidder in zip(redeployment.posts, redeployment.bidder, strict=True)
    ]
    reach: list[list[int]] = [[] for _ in redeployment.groups]
    for group, vacancy in redeployment.moves.tolist():
        if room[vacancy]:
            reach[group].append(vacancy)
    network = _Network(reach, room)
    order = sorted(range(len(reach)), key=lambda group: (-redeployment.saving[group], group))
    for group in order:
        network.send(group, displaced[group])
    return network.flow()


def saving(redeployment: Redeployment, moves: Moves) -> Fraction:
    """What moves save, in pence, unrounded."""
    return sum((redeployment.saving[group] * moved for (group, _), moved in moves.items()), Fraction(0))


class _Network:
    """Groups, vacancies and who has moved where."""

    def __init__(self, reach: Sequence[Sequence[int]], room: list[int]) -> None:
        self._reach = reach
        self._room = room
        self._in: list[dict[int, int]] = [{} for _ in room]
        """By vacancy: who has moved in, by group."""
        self._full: set[int] = set()

    def flow(self) -> Moves:
        """What has moved, by group and vacancy in their order."""
        moved = {
            (group, vacancy): each for vacancy, flow in enumerate(self._in) for group, each in flow.items() if each
        }
        return dict(sorted(moved.items()))

    def send(self, group: int, supply: int) -> None:
        """Move as many of a group as others can make way for; nobody who has moved is sent back."""
        while supply and (path := self._path(group)):
            supply -= self._push(path, supply)

    def _path(self, source: int) -> list[tuple[int, int]]:
        """The shortest way to a vacancy with room, as (group, vacancy) steps: each group but the first leaves the vacancy before.

        Where there is none, what was seen is full for good: whoever is there can go nowhere else.
        """
        came: dict[int, tuple[int, int | None]] = {}  # by vacancy: the group that enters, and the vacancy it leaves
        waiting: deque[tuple[int, int | None]] = deque([(source, None)])
        seen = {source}
        while waiting:
            group, left = waiting.popleft()
            for vacancy in self._reach[group]:
                if vacancy in came or vacancy in self._full:
                    continue
                came[vacancy] = (group, left)
                if self._room[vacancy]:
                    return _way(came, vacancy)
                for other, moved in self._in[vacancy].items():
                    if moved and other not in seen:
                        seen.add(other)
                        waiting.append((other, vacancy))
        self._full.update(came)
        return []

    def _push(self, path: list[tuple[int, int]], most: int) -> int:
        """Move along a path as many as it takes, at most ``most``."""
        leaving = [(group, before) for (_, before), (group, _) in pairwise(path)]
        amount = min(most, self._room[path[-1][1]], *(self._in[vacancy][group] for group, vacancy in leaving))
        for group, vacancy in leaving:
            self._in[vacancy][group] -= amount
        for group, vacancy in path:
            self._in[vacancy][group] = self._in[vacancy].get(group, 0) + amount
        self._room[path[-1][1]] -= amount
        return amount


def _way(came: Mapping[int, tuple[int, int | None]], last: int) -> list[tuple[int, int]]:
    path = []
    vacancy: int | None = last
    while vacancy is not None:
        group, left = came[vacancy]
        path.append((group, vacancy))
        vacancy = left
    return path[::-1]
