"""The least that must move for some members of a case to hold together."""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from selector.decide.elastic import Elastic, elastic
from selector.decide.feasibility import Judge
from selector.decide.ledger import Ledger, Needs
from selector.solve.highs import Highs, Search, Watch

# The proof of a distance is to a millionth of a limit; what is told of it is computed from the award, exactly.
_GAP = 1e-6


@dataclass(frozen=True)
class Cheapest:
    """An award, what it needs to be allowed, and a distance that no award falls below."""

    bids: tuple[str, ...]
    """Those of the lots that matter."""
    needs: Needs
    bound: float


def cheapest(
    judge: Judge,
    ledger: Ledger,
    weights: Mapping[int, float],
    hard: Collection[int] = (),
    apart: Iterable[Collection[int]] = (),
) -> Cheapest | Literal["infeasible", "unknown"]:
    """The cheapest moves of the members of ``weights`` so that they and those of ``hard`` hold, all others lifted."""
    problem = elastic(judge, weights, hard, apart)
    search = _search(problem, judge)
    if search.ending == "infeasible":
        return "infeasible"
    if search.columns is None:
        return "unknown"
    bids = _accepted(problem, judge, search.columns)
    members = judge.relaxation.members
    given_up = {
        lever.member
        for lever, column in problem.levers.items()
        if members[lever.member].family == "shape" and search.columns[column]
    }
    return Cheapest(
        bids=bids,
        needs=ledger.needs(ledger.award(bids), (*weights, *hard), given_up),
        bound=search.bound if math.isfinite(search.bound) else 0.0,
    )


def _search(problem: Elastic, judge: Judge) -> Search:
    solver = Highs(problem.program)
    search = _minimise(solver, problem, judge, presolve=True)
    if search.ending != "infeasible":
        return search
    # Presolve works within tolerances: what it calls infeasible is asked again without.
    return _minimise(solver, problem, judge, presolve=False)


def _minimise(solver: Highs, problem: Elastic, judge: Judge, *, presolve: bool) -> Search:
    watch = Watch(lambda _: None, lambda _: None, lambda _: False, lambda: judge.clock.over)
    return solver.minimise(
        problem.price,
        watch,
        absolute_gap=_GAP,
        relative_gap=_GAP,
        seconds=judge.clock.next_step,
        presolve=presolve,
    )


def _accepted(problem: Elastic, judge: Judge, columns: NDArray[np.int64]) -> tuple[str, ...]:
    appraisal = judge.relaxation.appraisal
    accepted = problem.part.columns[np.flatnonzero(columns[: problem.part.program.accepts])]
    return tuple(appraisal.bids.ids[bid] for bid in judge.relaxation.columns.bid[accepted])
