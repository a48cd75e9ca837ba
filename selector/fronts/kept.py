"""A program with several objectives kept in HiGHS: from one search to the next only costs and limits of rows change.

Each search is an epsilon-constraint scalarisation (Haimes, Lasdon, Wismer 1971): one objective is minimised, the others are
held at a limit, and among equals the least sum of the others is found, so that what comes out is efficient.
"""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import highspy
import numpy as np
from numpy.typing import NDArray

from models import SolverFailed
from selector.fronts.multiobjective import Multiobjective
from selector.many import never
from selector.solve.backend import scale
from selector.solve.highs import FEASIBILITY, INTEGRALITY, Row, accepted, fresh, insert

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Ended = Literal["found", "empty", "limit", "failed"]
Result = tuple[Ended, Ints | None, float]

_Status = highspy.HighsModelStatus
_ENDED: Mapping[highspy.HighsModelStatus, Ended] = {
    _Status.kOptimal: "found",
    _Status.kInfeasible: "empty",
    _Status.kObjectiveBound: "empty",
    _Status.kUnboundedOrInfeasible: "empty",  # every objective is bounded: that is made sure of first
    _Status.kTimeLimit: "limit",
    _Status.kInterrupt: "limit",
    _Status.kSolveError: "failed",
}
_SMALL = 2.0**20
"""Figures up to this stand in rows as they are, and HiGHS sees that they are whole."""
_MOST_TOGETHER = 2.0**28
"""Up to this the least sum of the others is found with the objective, as its lower digits."""
_BELOW_ONE = 0.999
"""Two values of an objective that is whole differ by 1: a bound so near proves the best."""
_SUM_GAP = 1e-6
_SMALL_PROGRAM = 1000
"""Columns up to which a search takes less time than what HiGHS prepares it by. Measured on the instances of
Mavrotas and Florios (2013), Kirlik and Sayin (2014) and Delorme et al. (2010): at the most as long, and down to a third."""
_SMALL_FIGURES = 2.0**13
"""Above this HiGHS 1.15.1 without what it prepares a search by has told another solution to be the best, of 1 in 800
programs drawn around two such, and of none of 6,000 where it prepares; of none of 6,000 up to this either.
Programs with columns that need not be whole it has called infeasible, 1 of 650, and none of those prepared."""
_PLAIN: Mapping[str, float | bool] = {
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_allow_cut_separation_at_nodes": False,
    "mip_allow_restart": False,
    "mip_pscost_minreliable": 0,
    "mip_pool_soft_limit": 100,
}


class Kept:
    """A program in HiGHS. Not safe for several threads."""

    def __init__(self, program: Multiobjective) -> None:
        self._program = program
        self._highs = fresh(mip_feasibility_tolerance=INTEGRALITY, primal_feasibility_tolerance=FEASIBILITY)
        self._rows, self._columns = program.matrix.shape
        self._plain = bool(
            self._columns <= _SMALL_PROGRAM and _largest(program) <= _SMALL_FIGURES and program.integral.all()
        )
        if self._plain:
            for option, value in _PLAIN.items():
                accepted(self._highs.setOptionValue(option, value), f"option {option}")
        self._factor = [_factor(row) for row in program.figures]
        self._cuts = 0
        self._values = np.zeros(self._columns)
        self._hand_over()

    def least(
        self,
        objective: int,
        most: Sequence[int],
        low: Sequence[int],
        *,
        known: Sequence[int] | None,
        gap: float,
        cuts: Sequence[Sequence[int]],
        seconds: float | None,
        stop: Callable[[], bool],
    ) -> Result:
        """The least of an objective within limits of all: how it ended, the columns, and a bound in units.

        ``known``: units of some solution within the limits; what is worse is not looked at.
        """
        began = time.monotonic()
        self._forbid(cuts[self._cuts :])
        for at, limit in enumerate(most):
            self._limit(at, limit)
        spans = [max(limit - least, 0) for limit, least in zip(most, low, strict=True)]
        others = sum(spans) - spans[objective]
        if self._program.extra is None and gap < 1 and float(others + 1) * max(spans[objective], 1) <= _MOST_TOGETHER:
            found = self._together(objective, most, others, known, seconds, stop)
            if found[0] != "empty" or known is None:
                return found
            # What is known is a solution: it is lost to the solver by its tolerances.
            left = None if seconds is None else seconds - (time.monotonic() - began)
            return self._together(objective, most, others, None, left, stop)
        found = self._alone(objective, gap, seconds, stop)
        if found[0] == "found" and found[1] is not None and others:
            left = None if seconds is None else seconds - (time.monotonic() - began)
            return self._efficient(objective, found[1], found[2], spans, left, stop)
        return found

    def weighed(
        self,
        weights: Floats,
        most: Sequence[int],
        upper: Floats,
        *,
        gap: float,
        seconds: float | None,
        stop: Callable[[], bool],
    ) -> Result:
        """A solution within limits of all objectives, and of columns for now, within a gap of the least weighted values.

        The bound is of units over steps, weighed, constants aside.
        """
        for at, limit in enumerate(most):
            self._limit(at, limit)
        every, program = np.arange(self._columns, dtype=np.int32), self._program
        step = np.array(program.step, dtype=np.float64)
        accepted(self._highs.changeColsBounds(self._columns, every, program.lower, upper), "limits of columns")
        try:
            return self._minimise((weights / step) @ program.figures, gap, seconds, stop)
        finally:
            accepted(self._highs.changeColsBounds(self._columns, every, program.lower, program.upper), "limits")

    def _together(
        self,
        objective: int,
        most: Sequence[int],
        others: int,
        known: Sequence[int] | None,
        seconds: float | None,
        stop: Callable[[], bool],
    ) -> Result:
        """With the sum of the others as the lower digits of the objective.

        What the region allows of the objective is a bound to the search and no row: the relaxation is no more degenerate for
        it. So is what is known: with it a search takes a third of the nodes.
        """
        program = self._program
        weight = others + 1
        highest = sum(most) - most[objective]
        allowed = weight * most[objective] + highest
        if known is not None:
            allowed = min(allowed, sum(known) + (weight - 1) * known[objective])
        digits = program.objectives.sum(axis=0) + (weight - 1) * program.objectives[objective]
        self._limit(objective, None)
        ended, columns, bound = self._minimise(
            digits.astype(np.float64), _BELOW_ONE, seconds, stop, below=allowed + 0.5
        )
        if columns is not None and int(digits @ columns) > allowed:
            # Beyond it HiGHS may tell the best there is, or one on the way.
            return ("empty", None, math.inf) if ended == "found" else (ended, None, bound)
        units = math.ceil((bound - highest) / weight - 1e-6) if math.isfinite(bound) else bound
        if ended == "found" and columns is not None:
            value = int(digits @ columns)
            own = int(program.objectives[objective] @ columns)
            # Within less than 1 of the bound nothing has fewer units of the objective, as the others fit its lower digits.
            return ended, columns, own if value - bound < 1 - 1e-6 else units
        return ended, columns, units

    def _alone(self, objective: int, gap: float, seconds: float | None, stop: Callable[[], bool]) -> Result:
        figures = self._program.figures[objective]
        # In what is told, not in figures of about 1: what is small beside the largest counts as well.
        factor = 1.0 / self._program.step[objective]
        allowed = max(gap, _BELOW_ONE if self._is_whole(objective) else 0.5)
        ended, columns, bound = self._minimise(figures * factor, allowed * factor, seconds, stop)
        return ended, columns, bound / factor

    def _efficient(
        self,
        objective: int,
        columns: Ints,
        bound: float,
        spans: Sequence[int],
        seconds: float | None,
        stop: Callable[[], bool],
    ) -> Result:
        """The least of the other objectives beside what was found of one, each in proportion to its span."""
        program = self._program
        figures = program.figures[objective]
        units = math.ceil(float(figures @ self._values) - 1e-6)
        self._limit(objective, max(program.most(objective, program.told(objective, units)), units))
        weights = np.array([0.0 if at == objective or not span else 1.0 / span for at, span in enumerate(spans)])
        figures = weights @ program.figures
        factor = scale(figures)
        if factor:
            self._start()
            ended, better, _ = self._minimise(figures * factor, _SUM_GAP * factor, seconds, stop)
            if ended == "limit":
                return "limit", columns if better is None else better, bound  # nobody knows whether it is efficient
            if better is not None:
                return "found", better, bound
        return "found", columns, bound

    def _minimise(
        self,
        costs: Floats,
        gap: float,
        seconds: float | None,
        stop: Callable[[], bool],
        *,
        below: float = math.inf,
        presolve: bool = True,
    ) -> Result:
        highs, began = self._highs, time.monotonic()
        accepted(highs.changeColsCost(self._columns, np.arange(self._columns, dtype=np.int32), costs), "the objective")
        for option, value in (
            ("mip_abs_gap", gap),
            ("mip_rel_gap", 0.0),
            ("objective_bound", below),
            ("time_limit", math.inf if seconds is None else highs.getRunTime() + max(seconds, 0.0)),
            ("presolve", "choose" if presolve and not self._plain else "off"),
        ):
            accepted(highs.setOptionValue(option, value), f"option {option}")
        self._run(stop)
        status = highs.getModelStatus()
        if status == _Status.kSolveError and presolve:
            accepted(highs.clearSolver(), "a fresh start")
            left = None if seconds is None else seconds - (time.monotonic() - began)
            return self._minimise(costs, gap, left, stop, below=below, presolve=False)
        if status not in _ENDED:
            raise SolverFailed(f"HiGHS ended with {highs.modelStatusToString(status)}")
        info = highs.getInfo()
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        if found:
            self._values = np.asarray(highs.getSolution().col_value)
        columns = np.rint(self._values).astype(np.int64) if found else None
        linear = not self._program.integral.any()
        bound = info.objective_function_value if linear else info.mip_dual_bound
        return _ENDED[status], columns, float(bound) if not linear or status == _Status.kOptimal else -math.inf

    def _run(self, stop: Callable[[], bool]) -> None:
        highs = self._highs
        if stop is never:
            highs.run()
            return

        def interrupt(event: highspy.highs.HighsCallbackEvent) -> None:
            event.interrupt(stop())  # said anew each time: HiGHS goes by what was said last, be it in another search

        hooks = (highs.cbMipInterrupt, highs.cbSimplexInterrupt)
        for hook in hooks:
            hook.subscribe(interrupt)
        try:
            highs.run()
        finally:
            for hook in hooks:
                hook.unsubscribe(interrupt)

    def _start(self) -> None:
        """Begin with the last solution."""
        solution = highspy.HighsSolution()
        solution.col_value = np.where(self._program.integral, np.rint(self._values), self._values).tolist()
        accepted(self._highs.setSolution(solution), "a start")

    def _limit(self, objective: int, units: int | None) -> None:
        row = self._rows + objective
        if units is None:
            accepted(self._highs.changeRowBounds(row, -highspy.kHighsInf, highspy.kHighsInf), "no limit")
            return
        # Exact values are rounded once, to the nearest.
        most = units if self._is_whole(objective) else units + 0.5
        accepted(self._highs.changeRowBounds(row, -highspy.kHighsInf, most * self._factor[objective]), "a limit")

    def _is_whole(self, objective: int) -> bool:
        """Whether an objective's figures alone tell what a solution has of it."""
        return self._program.extra is None or not self._program.extra[objective].any()

    def _forbid(self, cuts: Sequence[Sequence[int]]) -> None:
        """Cut off solutions: another one differs in some column that decides."""
        deciding = np.flatnonzero(self._program.integral[: self._program.deciding])
        for cut in cuts:
            values = np.where(np.isin(deciding, cut), 1.0, -1.0)
            insert(self._highs, [Row(deciding, values, float(len(cut) - 1))])
        self._cuts += len(cuts)

    def _hand_over(self) -> None:
        """Give HiGHS the program, and after its rows one for each objective, without a limit yet."""
        program, infinity = self._program, highspy.kHighsInf
        columns = np.arange(self._columns, dtype=np.int64)
        status = self._highs.passModel(
            self._columns,
            self._rows,
            program.matrix.nnz,
            int(highspy.MatrixFormat.kRowwise),
            int(highspy.ObjSense.kMinimize),
            0.0,
            np.zeros(self._columns),
            np.maximum(program.lower, -infinity),
            np.minimum(program.upper, infinity),
            np.maximum(program.row_lower, -infinity),
            np.minimum(program.row_upper, infinity),
            program.matrix.indptr.astype(np.int32, copy=False),
            program.matrix.indices.astype(np.int32, copy=False),
            program.matrix.data.astype(np.float64, copy=False),
            program.integral.astype(np.int32),
        )
        accepted(status, "the program")
        insert(
            self._highs,
            [
                Row(columns[row != 0], row[row != 0] * factor, infinity)
                for row, factor in zip(program.figures, self._factor, strict=True)
            ],
        )


def _largest(program: Multiobjective) -> float:
    return max(float(np.abs(each).max(initial=0.0)) for each in (program.figures, program.matrix.data))


def _factor(figures: Floats) -> float:
    """What a row of figures is multiplied by: a power of two, and 1 where they are small."""
    return scale(figures) if float(np.abs(figures).max(initial=0.0)) > _SMALL else 1.0
