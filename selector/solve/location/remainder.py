"""What is left of a relaxation once reduced costs have settled most of it, solved as an integer program by HiGHS."""

from collections.abc import Mapping
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array

from models import SolverFailed
from selector.solve.highs import FEASIBILITY, INTEGRALITY, accepted, fresh
from selector.solve.location.loads import Shares
from selector.solve.location.relaxation import Relaxation, Relaxed

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_OPEN = 1e-4
_FOR_EACH_LOT = 4
_GAP_TO_BEGIN = 0.002
_NODES_TO_BEGIN = 100
_NO_LIMIT = 2**31 - 1

_Status = highspy.HighsModelStatus
_DONE = (_Status.kOptimal, _Status.kInfeasible, _Status.kObjectiveBound, _Status.kUnboundedOrInfeasible)
_LIMITED = (_Status.kTimeLimit, _Status.kSolutionLimit, _Status.kInterrupt)


@dataclass(frozen=True)
class Remainder:
    """How a remainder ended: the pairs taken in the best award below the cutoff, and what is proven."""

    taken: Ints | None
    bound: float
    """No award of the remainder is below this; the cutoff where none is below that."""
    done: bool


def solve_remainder(
    relaxation: Relaxation,
    relaxed: Relaxed,
    cutoff: float,
    *,
    resolution: float,
    seconds: float,
    nodes: int = _NO_LIMIT,
) -> Remainder:
    """The best award below a cutoff within the relaxation's bounds.

    Pairs and providers whose reduced cost would bring an award to the cutoff are settled first.
    """
    gap = cutoff - relaxed.bound
    lower, upper = relaxation.lower.copy(), relaxation.upper.copy()
    reduced = np.concatenate([relaxed.x_reduced, relaxed.y_reduced])
    upper[(reduced > gap) & (lower < 0.5)] = 0.0
    lower[(-reduced > gap) & (upper > 0.5)] = 1.0
    limits = (*_exactly(cutoff, resolution, seconds), ("mip_max_nodes", nodes))
    highs = _run(_restricted(relaxation, lower, upper), *limits)
    return _answer(highs, relaxation.pairs, relaxed.bound, cutoff)


def solve_shares(shares: Shares, bound: float, cutoff: float, *, resolution: float, seconds: float) -> Remainder:
    """As ``solve_remainder``, where all providers are settled: without them and without cuts it is a small program."""
    lot, count, providers = np.concatenate(shares.lot), len(shares.pairs), len(shares.room)
    provider = np.repeat(np.arange(providers), [len(part) for part in shares.lot])
    scale = 1.0 / max(float(shares.room.max()), 1.0)
    rows = shares.lots + 2 * providers
    ones = np.ones(count)
    matrix = coo_array(
        (
            np.concatenate([ones, np.concatenate(shares.volume) * scale, ones]),
            (
                np.concatenate([lot, shares.lots + provider, shares.lots + providers + provider]),
                np.tile(np.arange(count), 3),
            ),
        ),
        shape=(rows, count),
    ).tocsr()
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = count, rows
    lp.col_cost_, lp.offset_ = np.concatenate(shares.cost), shares.charges
    lp.col_lower_, lp.col_upper_ = np.zeros(count), ones
    lp.row_lower_ = np.concatenate(
        [np.ones(shares.lots), (shares.room - shares.most_empty) * scale, shares.served.astype(np.float64)]
    )
    lp.row_upper_ = np.concatenate([np.ones(shares.lots), shares.room * scale, np.full(providers, np.inf)])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = count, rows
    lp.a_matrix_.start_ = matrix.indptr.astype(np.int32)
    lp.a_matrix_.index_ = matrix.indices.astype(np.int32)
    lp.a_matrix_.value_ = matrix.data
    lp.integrality_ = [highspy.HighsVarType.kInteger] * count
    return _answer(_run(lp, *_exactly(cutoff, resolution, seconds)), shares.pairs, bound, cutoff)


def likely_award(relaxation: Relaxation, relaxed: Relaxed, *, seconds: float, cutoff: float) -> Ints | None:
    """An award by the providers that a relaxation opens at all, among the few pairs of each lot that cost it the least.

    A kernel search with one kernel (Guastaroba and Speranza 2014).
    """
    r = relaxation
    open_ = relaxed.y > _OPEN
    key = np.where(open_[r.provider], relaxed.x_reduced, np.inf)
    order = np.lexsort((key, r.lot))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order)) - np.searchsorted(r.lot[order], r.lot[order])
    usable = open_[r.provider] & ((rank < _FOR_EACH_LOT) | (relaxed.x > _OPEN))
    upper = np.minimum(r.upper, np.concatenate([usable, open_]).astype(np.float64))
    limits = (
        ("mip_rel_gap", _GAP_TO_BEGIN),
        ("mip_max_nodes", _NODES_TO_BEGIN),
        ("time_limit", max(seconds, 0.0)),
        ("objective_bound", cutoff),
    )
    return _taken(_run(_restricted(r, r.lower, upper), *limits), r.pairs)


def _restricted(relaxation: Relaxation, lower: Floats, upper: Floats) -> highspy.HighsLp:
    relaxation.link(np.flatnonzero(upper[: relaxation.first_y] > 0))
    lp = relaxation.model_with_rows()
    lp.col_lower_, lp.col_upper_ = lower, upper
    lp.integrality_ = [highspy.HighsVarType.kInteger] * relaxation.columns
    return lp


def _exactly(cutoff: float, resolution: float, seconds: float) -> tuple[tuple[str, float], ...]:
    return (
        ("mip_abs_gap", resolution * 0.999),
        ("mip_rel_gap", 0.0),
        ("time_limit", max(seconds, 0.0)),
        ("objective_bound", cutoff),
    )


def _run(lp: highspy.HighsLp, *options: tuple[str, float]) -> highspy.Highs:
    tight: Mapping[str, float] = {"mip_feasibility_tolerance": INTEGRALITY, "primal_feasibility_tolerance": FEASIBILITY}
    highs = fresh(**tight, **dict(options))
    accepted(highs.passModel(lp), "the remainder")
    highs.run()
    return highs


def _answer(highs: highspy.Highs, pairs: Ints, bound: float, cutoff: float) -> Remainder:
    status, info = highs.getModelStatus(), highs.getInfo()
    if status not in (*_DONE, *_LIMITED):
        raise SolverFailed(f"HiGHS ended with {highs.modelStatusToString(status)}")
    taken = _taken(highs, pairs)
    if status in _LIMITED:
        return Remainder(taken, min(max(info.mip_dual_bound, bound), cutoff), done=False)
    # What is found may lie beyond the cutoff, where HiGHS does not look on: then all below it is done with, no more.
    value = np.inf if taken is None else float(info.objective_function_value)
    return Remainder(taken, min(value, cutoff), done=True)


def _taken(highs: highspy.Highs, pairs: Ints) -> Ints | None:
    if highs.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    x = np.asarray(highs.getSolution().col_value)[: len(pairs)]
    return pairs[np.flatnonzero(x > 0.5)]
