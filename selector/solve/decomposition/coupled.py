"""Blocks that some rows couple: these priced for a bound, awards sought beside it, and the whole searched for the rest.

One piece of work improves the prices while another improves the award; both begin at the linear relaxation of the
whole. What is missing in the end is left to a search of the whole, without the columns that reduced costs rule out.
"""

from collections.abc import Callable
from functools import partial
from itertools import count

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
from selector.solve.decomposition.near import Near, Piece
from selector.solve.decomposition.prices import Prices
from selector.solve.decomposition.relaxation import Relaxation, relaxation
from selector.solve.hands import Hands

Floats = NDArray[np.float64]
Seconds = Callable[[], float | None]

# How closely, as a share of what may be missing, blocks are searched for a bound.
_PRICED = 0.5
# How closely a first award is sought, where no more is asked.
_BEGIN = 0.0005
# Pieces of work in a round, and rounds from one step of the prices to the next: twice as many after each that was in vain.
_AT_ONCE, _PRICED_EACH = 2, 4


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
        """Rounds of better prices beside better awards, until these stand still."""
        prices = Prices(self._program, self._blocks, self._goal, relaxed.prices, self._hands)
        near = Near(self._program, self._goal, relaxed, self._ledger, self._gap, self._limits)
        priced = len(self._blocks) > 1
        wait, next_priced = _PRICED_EACH, 0
        for number in count():
            before = self._ledger.bound
            pieces: list[Piece] = []
            if self._ledger.best is None:
                if number == 2:  # neither the relaxation nor the blocks' answers lead to an award
                    return
                pieces.append(partial(self._first, relaxed, near, prices.shares))
            pricing = priced and number >= next_priced and (number == 0 or self._ledger.best is not None)
            searched = near.pieces(_AT_ONCE - pricing)
            if pricing:
                pieces.append(partial(self._price, prices))
            found = list(in_order([*searched, *pieces], self._ledger.stop))
            near.take(found)
            if prices.infeasible:
                priced = False
            else:
                self._ledger.raise_bound(prices.bound)
            if pricing:
                wait = _PRICED_EACH if self._ledger.bound > before else 2 * wait
                next_priced = number + wait
            if self._ledger.done or self._limits.ending is not None or near.ended:
                return

    def _price(self, prices: Prices, unwanted: Callable[[], bool]) -> None:
        prices.improve(
            self._ledger.value, self._gap.times(_PRICED / len(self._blocks)), Limits(self._seconds, unwanted)
        )

    def _first(
        self, relaxed: Relaxation, near: Near, shares: Floats | None, unwanted: Callable[[], bool]
    ) -> Award | None:
        awards = Awards(self._program, self._goal, Limits(self._seconds, unwanted))
        gap = Gap(max(self._gap.absolute, _BEGIN * abs(relaxed.bound)))
        if shares is None:
            return awards.begin(relaxed, gap)
        near.provided = awards.provided(shares)
        return None if near.provided is None else awards.begin(near.provided, gap)

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
