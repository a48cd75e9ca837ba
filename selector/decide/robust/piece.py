"""The award whose worst case is best, searched for in a process of its own."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from models import Case, MoneyValued, Options, Status
from selector.appraise import Appraisal
from selector.decide.proof_gap import proof_gap
from selector.levels import levels
from selector.program import lay, least_cost, objectives
from selector.program.columns import Columns
from selector.program.worst import Rises, with_worst
from selector.solve import Outcome, Plan, solve_here
from selector.solve.choose import chosen

Ints = NDArray[np.int64]
_LEAST = 0.01


@dataclass(frozen=True)
class Piece:
    """A case, what each of its bids may rise by, and how many bidders rise at once."""

    case: Case
    appraisal: Appraisal
    options: Options
    rises: Ints
    """Pence of each bid."""
    budget: int
    start: tuple[str, ...]
    """Bids of an award that may be a good one to begin with."""
    share: float = 1.0
    """Of the time given, what it may take."""

    @property
    def gap(self) -> float:
        """The relative gap at which an award counts as proven."""
        return proof_gap(self.options, self.appraisal)


@dataclass(frozen=True)
class Found:
    """What the search came to."""

    status: Status
    bound: int | None = None
    """Pence that every award comes to at least in its worst case."""
    bids: tuple[str, ...] = ()
    """Ids of those of the award that was found."""


def searched(piece: Piece, seconds: float | None, stop: Callable[[], bool]) -> Found:
    """The award whose worst case is best, and of these the one that is best as bids stand. Work as ``Many`` takes it.

    Raises
    ------
    SolverFailed
        if the solver breaks down.
    """
    until = None if seconds is None else time.monotonic() + seconds * piece.share
    objective = piece.case.objective
    if not isinstance(objective, MoneyValued):
        raise TypeError("the worst case is of an objective in money")
    outcome = _solved(piece, objective, until, stop)
    at = len(piece.appraisal.priorities)
    bound = outcome.goals[at].bound if len(outcome.goals) > at else -np.inf if at else outcome.bound
    bids: tuple[str, ...] = ()
    if outcome.accepted is not None and len(outcome.goals) > at:
        open_bids = np.flatnonzero(piece.appraisal.bids.open)
        bids = tuple(piece.appraisal.bids.ids[bid] for bid in open_bids[list(outcome.accepted)].tolist())
    return Found(outcome.status, int(np.floor(bound)) if np.isfinite(bound) else None, bids)


def _solved(piece: Piece, objective: MoneyValued, until: float | None, stop: Callable[[], bool]) -> Outcome:
    appraisal = piece.appraisal
    columns, parts = Columns(appraisal), objectives(appraisal)
    rises = Rises(piece.rises[columns.bid], appraisal.bids.bidder[columns.bid], piece.budget)
    program, row = with_worst(lay(appraisal), rises, appraisal.bidders.ids)
    more = program.matrix.shape[1] - len(columns)

    def wider(coefficients: Ints) -> Ints:
        return np.append(coefficients, np.zeros(more, dtype=np.int64))

    goals = [replace(level.goal, coefficients=wider(level.goal.coefficients)) for level in levels(objective, parts)]
    counted = goals[-1]
    goals[-1] = replace(counted, name="worst_case", soft=(*counted.soft, (row, Fraction(1))))
    if not piece.gap:
        # Of awards with the same worst case the one that is best otherwise: else money would be given away.
        goals.append(counted)
    names = set(piece.start)
    start = [at for at, bid in enumerate(columns.bid) if appraisal.bids.ids[bid] in names]
    plan = Plan(
        goals=tuple(goals),
        gap=piece.gap,
        gap_base=wider(parts.cost) if objective.quality_value > 0 else None,
        gap_base_at=len(appraisal.priorities),
        gap_base_least=least_cost(appraisal),
        time_limit=None if until is None else max(until - time.monotonic(), _LEAST),
        start=tuple(start),
        solver=chosen(piece.options.solver),
        method=piece.options.method or "auto",
    )
    return solve_here(program, plan, stop=stop)
