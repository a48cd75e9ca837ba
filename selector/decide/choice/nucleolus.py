"""The nucleolus of a game of costs.

Source: Schmeidler, *The nucleolus of a characteristic function game*, 1969; as a sequence of linear programs after Kopelowitz
1967 and Maschler, Peleg and Shapley 1979. What a program settles is told by dual values, which are above 0 only where
every best solution meets the row: rows that this one happens to meet are no proof (Guajardo and Jörnsten, *Common mistakes
in computing the nucleolus*, 2015). The shares are then worked out exactly from the rows that are settled.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from models import SolverFailed, Unanswerable
from selector.decide.choice.linear_system import LinearSystem

MOST = 12
"""Buyers up to which all coalitions are looked at."""
_SETTLED = 1e-7
"""Dual value, of a program whose dual values come to 1, above which a row is settled."""
_AGREES = 1e-6
"""Share of the largest cost by which the exact shares may differ from the solver's."""


def nucleolus(players: Sequence[str], cost: Callable[[Collection[str]], Fraction]) -> Mapping[str, Fraction]:
    """Shares of what all players cost that make the worst-off coalition as well off as can be, then the next.

    Nobody pays more than by itself wherever shares can be so; otherwise (costs that fall when players part) this is the
    prenucleolus.

    Raises
    ------
    Unanswerable
        if there are more than 12 players.
    SolverFailed
        if the linear programs do not settle the shares.
    """
    if len(players) > MOST:
        raise Unanswerable(
            "shares",
            f"the nucleolus looks at every coalition, and is worked out for at most {MOST} buyers: this pool has"
            f" {len(players)}; ask for shares by volume",
        )
    if not players:
        return {}
    costs = [
        cost({player for at, player in enumerate(players) if members >> at & 1}) for members in range(1 << len(players))
    ]
    return dict(zip(players, _Nucleolus(len(players), costs).shares(), strict=True))


class _Nucleolus:
    """Coalitions are bits, costs by coalition."""

    def __init__(self, players: int, costs: Sequence[Fraction]) -> None:
        self._players = players
        self._costs = costs
        self._scale = float(max((abs(cost) for cost in costs), default=Fraction(0))) or 1.0
        self._all = (1 << players) - 1
        singles = [costs[1 << player] for player in range(players)]
        self._bounded = sum(singles, Fraction(0)) >= costs[self._all]
        # Unknowns are the shares, then the excess of each level as it comes.
        self._exact = LinearSystem()
        self._span = LinearSystem()
        self._fix(self._all, None)

    def shares(self) -> list[Fraction]:
        """The share of each player."""
        settled: list[tuple[int, float]] = []
        level = 0
        last: NDArray[np.float64] | None = None
        while self._span.rank < self._players:
            open_ones = [members for members in range(1, self._all) if not self._span.spans(self._row(members))]
            last, excess, tight, at_own = self._program(open_ones, settled)
            if not tight:
                raise SolverFailed("the linear programs of the nucleolus settle nothing")
            for members in tight:
                self._fix(members, level)
                settled.append((members, float(self._costs[members]) / self._scale + excess))
            for player in at_own:
                self._fix(1 << player, None)
                settled.append((1 << player, float(self._costs[1 << player]) / self._scale))
            level += 1
        found = [self._exact.value(player) for player in range(self._players)]
        if last is not None and np.abs(np.array([float(each) / self._scale for each in found]) - last).max() > _AGREES:
            raise SolverFailed("the linear programs of the nucleolus contradict each other")
        return found

    def _row(self, members: int) -> dict[int, Fraction]:
        return {player: Fraction(1) for player in range(self._players) if members >> player & 1}

    def _fix(self, members: int, level: int | None) -> None:
        """Hold a coalition at its cost, or at the excess of a level over it."""
        row = self._row(members)
        self._span.add(row, Fraction(0))
        if level is not None:
            row[self._players + level] = Fraction(-1)
        self._exact.add(row, self._costs[members])

    def _program(
        self, open_ones: Sequence[int], settled: Sequence[tuple[int, float]]
    ) -> tuple[NDArray[np.float64], float, list[int], list[int]]:
        """The least greatest excess of the open coalitions; which of them, and which players at their own cost, it settles."""
        bits = np.arange(self._players)
        above = (np.array(open_ones)[:, None] >> bits & 1).astype(np.float64)
        held = np.array([self._all, *(members for members, _ in settled)])
        equal = np.hstack([(held[:, None] >> bits & 1).astype(np.float64), np.zeros((len(held), 1))])
        solved = linprog(
            c=np.append(np.zeros(self._players), 1.0),
            A_ub=np.hstack([above, -np.ones((len(open_ones), 1))]),
            b_ub=[float(self._costs[members]) / self._scale for members in open_ones],
            A_eq=equal,
            b_eq=[float(self._costs[self._all]) / self._scale, *(value for _, value in settled)],
            bounds=[*((None, self._own(player)) for player in range(self._players)), (None, None)],
            method="highs-ds",
        )
        if solved.status != 0:
            raise SolverFailed(f"a linear program of the nucleolus has no answer: {solved.message}")
        tight = [open_ones[at] for at in np.flatnonzero(-solved.ineqlin.marginals > _SETTLED).tolist()]
        found = np.array(solved.x, dtype=np.float64)
        at_own = np.flatnonzero(-solved.upper.marginals[:-1] > _SETTLED).tolist()
        return found[:-1], float(found[-1]), tight, at_own

    def _own(self, player: int) -> float | None:
        return float(self._costs[1 << player]) / self._scale if self._bounded else None
