"""Better awards near the best: neighbourhoods of it in turn, some at once.

A sweep goes through the groups of lots: the first among those who provide, the others among all. Before each sweep, and
again while that helps, those lots of all groups are searched together for which the award takes other bids than the
relaxation among those who provide (relaxation-induced neighbourhoods: Danna, Rothberg, Le Pape 2005).
"""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.decomposition.award import Award, Awards
from selector.solve.decomposition.branch_and_cut import Gap, Limits
from selector.solve.decomposition.ledger import Ledger
from selector.solve.decomposition.relaxation import Relaxation

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Piece = Callable[[Callable[[], bool]], Award | None]

# Of what may be missing, how closely a neighbourhood is searched.
_NEAR = 0.5
# Sweeps at the most before the whole is searched, and in programs of so many bids, where that takes long.
_SWEEPS, _MANY_SWEEPS, _MANY_BIDS = 2, 3, 20_000
# Lots of a group where nothing groups them.
_LOTS = 150
# Lots in which an award is unlike the relaxation, at the most; and others drawn beside these, once they were searched alone.
_UNLIKE, _BESIDE = 600, 150


class Near:
    """The neighbourhoods of the best award, and which of them are next."""

    def __init__(
        self, program: Program, goal: Floats, relaxed: Relaxation, ledger: Ledger, gap: Gap, limits: Limits
    ) -> None:
        self._program, self._goal, self._relaxed = program, goal, relaxed
        self._ledger, self._gap, self._limits = ledger, gap, limits
        self._groups = _groups(program)
        self._most = (_MANY_SWEEPS if program.accepts > _MANY_BIDS else _SWEEPS) * len(self._groups)
        self._turn = 0
        self._better_at = 0
        """The turn after which a better award was found last."""
        self._again = True
        """Whether to search next where the award is unlike the relaxation."""
        self._unlike_at = -1
        """The position of that search among the pieces that were dealt out last; -1 where it is not among them."""
        self.provided: Relaxation | None = None
        """The relaxation once it is decided who provides, by the blocks' answers or as an award has it."""

    @property
    def ended(self) -> bool:
        """Whether all sweeps are done, or one among all who may provide has found nothing."""
        idle = self._turn - max(self._better_at, len(self._groups))
        return self._turn >= self._most or idle >= len(self._groups)

    def pieces(self, count: int) -> list[Piece]:
        """So many searches near the best award, those that are next; none where no award, or no lot, is known."""
        pieces: list[Piece] = []
        self._unlike_at = -1
        if self._ledger.best is None or not self._groups or not count:
            return pieces
        award = Award(self._ledger.best, self._ledger.value)
        if self._again or self._turn < len(self._groups):
            # Where limits gave way for it, it may lie above the award: then it says nothing of better ones.
            known = None if self.provided is None or self.provided.bound > award.value else self.provided
            self.provided = self._awards(self._limits.stop).provided(award.columns, known)
        if self._again:
            self._unlike_at = 0
            pieces.append(partial(self._unlike, award, self._turn, self.provided))
            self._again = False
        while len(pieces) < count:
            pieces.append(partial(self._group, award, self._turn, self.provided))
            self._turn += 1
            self._again |= self._turn % len(self._groups) == 0
        return pieces

    def take(self, found: Sequence[Award | None]) -> None:
        """Take what the pieces found, each for what it changes of the award that they all were given."""
        if 0 <= self._unlike_at < len(found):
            self._again |= found[self._unlike_at] is not None
        known = self._ledger.best
        base = None if known is None else Award(known, self._ledger.value)
        taken: Award | None = None
        for each in found:
            if each is None:
                continue
            if taken is None or base is None:
                taken = each
            else:
                together = Awards(self._program, self._goal, self._limits).merged(base, taken, each)
                taken = min(taken, each, together or each, key=lambda award: award.value)
        if taken is not None:
            self._better_at = self._turn
            self._ledger.offer(lambda: taken.columns)

    def _group(
        self, award: Award, turn: int, provided: Relaxation | None, unwanted: Callable[[], bool]
    ) -> Award | None:
        sweep, group = divmod(turn, len(self._groups))
        lots = self._groups[group]
        if sweep > 1:
            lots = lots | self._groups[int(np.random.default_rng(turn).integers(len(self._groups)))]
        near = provided if sweep == 0 else None
        return self._awards(unwanted).near(
            award, lots, self._closely(award), near or self._relaxed, hold=near is not None
        )

    def _unlike(
        self, award: Award, turn: int, provided: Relaxation | None, unwanted: Callable[[], bool]
    ) -> Award | None:
        awards, near = self._awards(unwanted), provided or self._relaxed
        draw = np.random.default_rng(turn)
        lots = awards.unlike(award, near, _UNLIKE, draw)
        if turn > 0:
            lots[draw.choice(len(lots), min(_BESIDE, len(lots)), replace=False)] = True
        return awards.near(award, lots, self._closely(award), near, hold=provided is not None)

    def _awards(self, unwanted: Callable[[], bool]) -> Awards:
        return Awards(self._program, self._goal, Limits(self._limits.seconds, unwanted))

    def _closely(self, award: Award) -> Gap:
        missing = max(self._gap.absolute, self._gap.relative * abs(award.value))
        return Gap(_NEAR * missing / len(self._groups))


def _groups(program: Program) -> list[Bools]:
    """Lots that are searched together for a better award: those of one service, or so many in a row."""
    lots = int(program.pair_lot.max(initial=-1)) + 1
    group = np.arange(lots) // _LOTS
    if len(program.group) and (program.group[: program.accepts] >= 0).any():
        known = program.group[program.pair_accept] >= 0
        group = np.full(lots, -1)
        group[program.pair_lot[known]] = program.group[program.pair_accept[known]]
    return [group == name for name in np.unique(group)]
