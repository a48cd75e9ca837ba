"""The best award for some buyers that buy by themselves."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import Case, Status
from selector.appraise import Appraisal, appraise
from selector.board import BOARD_SIZE
from selector.decide.choice.figures import Figures
from selector.decide.choice.restricted import restricted
from selector.decide.choice.tendering import Tendering
from selector.decide.closed_lots import closed_lots
from selector.program import lay, least_cost, objectives
from selector.program.columns import Columns
from selector.solve import Goal, Plan, solve_here

Ints = NDArray[np.int64]
_LARGE_GAP = 0.0001


@dataclass(frozen=True)
class Best:
    """The best award of some buyers alone, in the values of its buyers, all charges of it their own; in pence."""

    status: Status
    value: int | None = None
    """What it is worth; None where no award was found."""
    least: int | None = None
    """No award is worth less; None where nothing is proven."""
    pairs: tuple[int, ...] = ()
    """Where its bids on their lots stand among the figures."""
    charges: int = 0
    """Charges less discounts."""
    without_bid: tuple[str, ...] = ()
    """Lots for which no bid can be accepted."""
    reason: str | None = None
    """Why there is none, where that was asked."""


_NOTHING = Best("optimal", 0, 0)


@dataclass(frozen=True)
class Finder:
    """Finds the best award of any of the buyers of a case by themselves."""

    case: Case
    figures: Figures
    gap: float | None
    solver: str

    @cached_property
    def tendering(self) -> Tendering:
        """Who tenders what."""
        return Tendering(self.case)

    def best(
        self, buyers: Sequence[str], seconds: float | None = None, stop: Callable[[], bool] = lambda: False
    ) -> Best:
        """The best award of some buyers, looked for within so many seconds."""
        if not self.tendering.lots(buyers):
            return _NOTHING
        began = time.monotonic()
        uncovered = self.tendering.uncovered(buyers)
        if uncovered:
            return Best("infeasible", without_bid=tuple(lot.id for lot in uncovered))
        appraisal = self.figures.exact(appraise(restricted(self.case, buyers, self.tendering)))
        closed = closed_lots(appraisal)
        if closed:
            return Best("infeasible", without_bid=closed)
        left = None if seconds is None else max(seconds - (time.monotonic() - began), 0.01)
        return self._solved(appraisal, left, stop)

    def _solved(self, appraisal: Appraisal, seconds: float | None, stop: Callable[[], bool]) -> Best:
        columns, at = Columns(appraisal), self.figures.of_pairs(appraisal)
        cost = objectives(appraisal).cost
        goal = cost.copy()
        besides = (self.figures.value - self.figures.cost)[at]
        np.add.at(goal, columns.accept, besides[columns.pair])
        gap = self._gap(appraisal)
        plan = Plan(
            goals=(Goal("choice", goal, 100),),
            gap=gap,
            gap_base=cost if gap else None,
            gap_base_least=least_cost(appraisal) if gap else 0,
            time_limit=seconds,
            solver=self.solver,
        )
        outcome = solve_here(lay(appraisal), plan, stop=stop)
        least = math.floor(outcome.bound) if math.isfinite(outcome.bound) else None
        if outcome.accepted is None or not outcome.goals:
            return Best(outcome.status, least=None if outcome.infeasible else least)
        found = outcome.goals[0]
        accepted = columns.bid[list(outcome.accepted)]
        pairs = at[np.isin(appraisal.bids.pair_bid, accepted)]
        return Best(
            status=outcome.status,
            value=found.value,
            least=math.floor(found.bound) if math.isfinite(found.bound) else None,
            pairs=tuple(pairs.tolist()),
            charges=found.value - int(self.figures.value[pairs].sum()),
        )

    def _gap(self, appraisal: Appraisal) -> float:
        if self.gap is not None:
            return self.gap
        return 0.0 if np.count_nonzero(appraisal.bids.open) <= BOARD_SIZE else _LARGE_GAP
