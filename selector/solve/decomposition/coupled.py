"""Blocks that some rows couple: these priced for a bound, awards sought beside it, and the whole searched for the rest.

One piece of work improves the prices while another improves the award; both begin at the linear relaxation of the
whole. What is missing in the end is left to a search of the whole, without the columns that reduced costs rule out.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.backend import Ending, Watch
from selector.solve.crew import in_order
from selector.solve.decomposition.award import Award, Awards
from selector.solve.decomposition.better import better
from selector.solve.decomposition.blocks import Blocks
from selector.solve.decomposition.branch_and_cut import Gap, Limits, branch_and_cut
from selector.solve.decomposition.ledger import Ledger
from selector.solve.decomposition.prices import Prices
from selector.solve.decomposition.relaxation import Relaxation, relaxation
from selector.solve.hands import Hands

Floats = NDArray[np.float64]
Seconds = Callable[[], float | None]
Piece = Callable[[Callable[[], bool]], Award | None]

# How closely, as a share of what may be missing, blocks are searched for a bound and a neighbourhood for an award.
_PRICED, _NEAR = 0.5, 0.5
# How closely a first award is sought, where no more is asked.
_BEGIN = 0.0005
# Pieces of work in a round, and rounds from one step of the prices to the next.
_AT_ONCE, _PRICED_EACH = 2, 4
# How often all neighbourhoods are tried at the most before the whole is searched, and in programs of so many bids, where
# that takes long; or only until as many rounds as try them all once found nothing better.
_SWEEPS, _MANY_SWEEPS, _MANY_BIDS = 1, 3, 20_000
# Lots of a neighbourhood where nothing groups them.
_LOTS = 150


class Coupled:
    """A program of coupled blocks."""

    def __init__(
        self,
        program: Program,
        blocks: Blocks,
        goal: Floats,
        ledger: Ledger,
        gap: Gap,
        seconds: Seconds,
        hands: Hands | None = None,
    ) -> None:
        self._program, self._blocks, self._goal, self._hands = program, blocks, goal, hands
        self._ledger, self._gap, self._seconds = ledger, gap, seconds
        self._limits = Limits(seconds, ledger.stop)
        self._lots_of = _neighbourhoods(program)
        self._provided: Relaxation | None = None
        """The relaxation once the blocks' answers decide who provides."""

    def search(self) -> Ending | None:
        """Search, and tell how it ended; None where the whole has yet to be searched."""
        relaxed = relaxation(self._program, self._goal, self._seconds(), self._ledger.stop)
        if relaxed is None:
            return None
        self._ledger.raise_bound(relaxed.bound)
        self._begin(relaxed)
        if self._ledger.done:
            return "proven"
        return self._limits.ending or self._last(relaxed)

    def _begin(self, relaxed: Relaxation) -> None:
        """Rounds of better prices beside better awards, until both stand still."""
        prices = Prices(self._program, self._blocks, self._goal, relaxed.prices, self._hands)
        priced = len(self._blocks) > 1
        sweep = -(-len(self._lots_of) // _AT_ONCE)
        idle, turn = 0, 0
        sweeps = _MANY_SWEEPS if self._program.accepts > _MANY_BIDS else _SWEEPS
        for number in range(2 + sweeps * sweep):
            before = self._ledger.value, self._ledger.bound
            pieces: list[Piece] = []
            if self._ledger.best is None:
                if number == 2:  # neither the relaxation nor the blocks' answers lead to an award
                    return
                pieces.append(partial(self._first, relaxed, prices.shares))
            if priced and (number == 0 or (self._ledger.best is not None and number % _PRICED_EACH == 0)):
                pieces.append(partial(self._price, prices))
            while len(pieces) < _AT_ONCE and self._ledger.best is not None:
                pieces.append(partial(self._near, relaxed, turn))
                turn += 1
            self._take(list(in_order(pieces, self._ledger.stop)))
            if prices.infeasible:
                priced = False
            else:
                self._ledger.raise_bound(prices.bound)
            idle = 0 if (self._ledger.value, self._ledger.bound) != before else idle + 1
            if self._ledger.done or self._limits.ending is not None or idle > sweep:
                return

    def _take(self, found: list[Award | None]) -> None:
        """Take awards that were sought from the same one, each for what it changes."""
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
                taken = min(taken, together or each, key=lambda award: award.value)
        if taken is not None:
            self._ledger.offer(lambda: taken.columns)

    def _price(self, prices: Prices, unwanted: Callable[[], bool]) -> None:
        prices.improve(
            self._ledger.value, self._gap.times(_PRICED / len(self._blocks)), Limits(self._seconds, unwanted)
        )

    def _first(self, relaxed: Relaxation, shares: Floats | None, unwanted: Callable[[], bool]) -> Award | None:
        awards = Awards(self._program, self._goal, Limits(self._seconds, unwanted))
        gap = Gap(max(self._gap.absolute, _BEGIN * abs(relaxed.bound)))
        if shares is None:
            return awards.begin(relaxed, gap)
        self._provided = awards.provided(shares)
        return None if self._provided is None else awards.begin(self._provided, gap)

    def _near(self, relaxed: Relaxation, turn: int, unwanted: Callable[[], bool]) -> Award | None:
        known = self._ledger.best
        if known is None:
            return None
        awards = Awards(self._program, self._goal, Limits(self._seconds, unwanted))
        award = Award(known, self._ledger.value)
        gap = Gap(_NEAR * max(self._gap.absolute, self._gap.relative * abs(award.value)) / len(self._lots_of))
        sweep, service = divmod(turn, len(self._lots_of))
        # First who serves among those who provide; after a round of all, who provides as well.
        hold = sweep == 0 and self._provided is not None
        lots = self._lots_of[service]
        if sweep > 1:
            lots = lots | self._lots_of[int(np.random.default_rng(turn).integers(len(self._lots_of)))]
        return awards.near(award, lots, gap, self._provided if hold and self._provided else relaxed, hold=hold)

    def _last(self, relaxed: Relaxation) -> Ending | None:
        """Search the whole, without what reduced costs rule out; None where no award is known."""
        known = self._ledger.best
        if known is None:
            return None
        value = self._ledger.value
        left = better(self._program, relaxed, known, value)
        watch = Watch(
            lambda columns: self._ledger.tell(left.whole(columns.astype(np.float64))),
            lambda bound: self._ledger.raise_bound(min(bound, value)),
            lambda _: self._ledger.done,
            self._ledger.stop,
        )
        search, found = branch_and_cut(
            left.program,
            self._goal[left.columns],
            self._gap,
            self._limits,
            start=known[left.columns],
            watch=watch,
        )
        if found is not None:
            self._ledger.offer(lambda: left.whole(found))
        if search.ending in ("proven", "settled", "infeasible"):
            # What was left out is no better than the award that was known.
            self._ledger.raise_bound(min(search.bound, value) if search.ending != "infeasible" else self._ledger.value)
            return "proven"
        return search.ending


def _neighbourhoods(program: Program) -> list[NDArray[np.bool_]]:
    """Lots that are searched together for a better award: those of one service, or so many in a row."""
    lots = int(program.pair_lot.max(initial=-1)) + 1
    group = np.arange(lots) // _LOTS
    if len(program.group) and (program.group[: program.accepts] >= 0).any():
        known = program.group[program.pair_accept] >= 0
        group = np.full(lots, -1)
        group[program.pair_lot[known]] = program.group[program.pair_accept[known]]
    return [group == name for name in np.unique(group)]
