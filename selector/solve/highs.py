"""HiGHS, driven directly: one program kept in the solver, goals minimised over it one after another.

Single-threaded: HiGHS's thread pool is global to its process and its search would depend on it. Independent solves
take a process each.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager

import highspy
import numpy as np
from numpy.typing import NDArray

from models import SolverFailed
from selector.program import Program, excess_of_awards
from selector.solve.backend import Ending, Search, Watch, scale

__all__ = ["FEASIBILITY", "INTEGRALITY", "SOLVER", "Highs", "Search", "Watch"]

FEASIBILITY = 1e-9
INTEGRALITY = 1e-9
SOLVER = f"HiGHS {highspy.HIGHS_VERSION_MAJOR}.{highspy.HIGHS_VERSION_MINOR}.{highspy.HIGHS_VERSION_PATCH}"
# HiGHS drops coefficients smaller than this.
_LEAST_COEFFICIENT = 1e-9

_Status = highspy.HighsModelStatus
# What each of HiGHS's own words means; a word that is not here is an error, never a guess.
_ENDINGS: dict[highspy.HighsModelStatus, Ending] = {
    _Status.kOptimal: "proven",
    _Status.kInfeasible: "infeasible",
    _Status.kUnboundedOrInfeasible: "infeasible",  # every column is bounded
    _Status.kTimeLimit: "time",
    _Status.kInterrupt: "stopped",
    _Status.kSolutionLimit: "nodes",
}


class Highs:
    """A program in HiGHS. Not safe for several threads."""

    def __init__(self, program: Program) -> None:
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]
        self._program = program
        self._columns = program.matrix.shape[1]
        self._whole = bool(program.integral.any())
        for option, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 0),
            ("mip_feasibility_tolerance", INTEGRALITY),
            ("primal_feasibility_tolerance", FEASIBILITY),
        ):
            accepted(self._highs.setOptionValue(option, value), f"option {option}")
        accepted(self._highs.passModel(model(program)), "the program")

    def add_row(self, coefficients: NDArray[np.float64], upper: float) -> None:
        """Add a row over all columns, ``coefficients @ x <= upper``, scaled so that its largest coefficient is about 1."""
        factor = scale(coefficients)
        if factor == 0:
            return
        scaled = coefficients * factor
        index = np.flatnonzero(np.abs(scaled) > _LEAST_COEFFICIENT)
        status = self._highs.addRow(
            -highspy.kHighsInf, upper * factor, len(index), index.astype(np.int32), scaled[index]
        )
        accepted(status, "a row")

    @contextmanager
    def only_for_now(self) -> Iterator[None]:
        """Take back, at the end, the rows added meanwhile."""
        before = self._highs.getNumRow()
        try:
            yield
        finally:
            added = np.arange(before, self._highs.getNumRow(), dtype=np.int32)
            accepted(self._highs.deleteRows(len(added), added), "to delete rows")

    def minimise(
        self,
        goal: NDArray[np.float64],
        watch: Watch,
        *,
        absolute_gap: float,
        relative_gap: float,
        seconds: float | None,
        nodes: int | None = None,
        start: NDArray[np.float64] | None = None,
        presolve: bool = True,
    ) -> Search:
        """Search for the least ``goal`` until it is settled to either gap, or a limit ends the search."""
        highs = self._highs
        self._set_objective(goal)
        for option, value in (
            ("mip_abs_gap", absolute_gap),
            ("mip_rel_gap", relative_gap),
            ("time_limit", math.inf if seconds is None else highs.getRunTime() + max(seconds, 0.0)),
            ("presolve", "choose" if presolve else "off"),
            ("mip_max_nodes", 2**31 - 1 if nodes is None else nodes),
        ):
            accepted(highs.setOptionValue(option, value), f"option {option}")
        if start is not None:
            solution = highspy.HighsSolution()
            solution.col_value = start.tolist()
            accepted(highs.setSolution(solution), "a start")
        settled = self._run(watch)
        status = highs.getModelStatus()
        if status not in _ENDINGS:
            raise SolverFailed(f"HiGHS ended with {highs.modelStatusToString(status)}")
        info = highs.getInfo()
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        return Search(
            ending="settled" if settled else _ENDINGS[status],
            columns=_whole(np.asarray(highs.getSolution().col_value)) if found else None,
            # A program without whole columns is linear: then HiGHS tells its bound by its value.
            bound=float(
                info.mip_dual_bound if self._whole or status != _Status.kOptimal else info.objective_function_value
            ),
        )

    def _run(self, watch: Watch) -> bool:
        """Run, and tell whether ``watch`` had enough before the solver did."""
        highs = self._highs
        settled = False

        def interrupt(event: highspy.highs.HighsCallbackEvent) -> None:
            nonlocal settled
            bound = event.data_out.mip_dual_bound
            watch.progress(bound)
            settled = settled or watch.enough(bound)
            if settled or watch.stop():
                event.interrupt()

        def improve(event: highspy.highs.HighsCallbackEvent) -> None:
            watch.improved(_whole(np.asarray(event.data_out.mip_solution)))

        def abandon(event: highspy.highs.HighsCallbackEvent) -> None:
            if watch.stop():
                event.interrupt()

        hooks = (
            (highs.cbMipInterrupt, interrupt),
            (highs.cbMipImprovingSolution, improve),
            (highs.cbSimplexInterrupt, abandon),
        )
        highs.enableCallbacks()  # type: ignore[no-untyped-call]
        for hook, call in hooks:
            hook.subscribe(call)
        try:
            highs.run()
        finally:
            for hook, call in hooks:
                hook.unsubscribe(call)
        return settled

    def _set_objective(self, goal: NDArray[np.float64]) -> None:
        """What lots cost at the least is an offset: beside millions that every award pays, a penny is rounding noise."""
        every = np.arange(self._columns, dtype=np.int32)
        over, least = excess_of_awards(self._program, goal)
        accepted(self._highs.changeColsCost(self._columns, every, over), "the objective")
        accepted(self._highs.changeObjectiveOffset(float(least.sum())), "the objective's offset")


def model(program: Program) -> highspy.HighsLp:
    """A program as HiGHS takes it, without an objective."""
    rows, columns = program.matrix.shape
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = columns, rows
    lp.col_cost_ = np.zeros(columns)
    lp.col_lower_ = np.zeros(columns)
    lp.col_upper_ = np.minimum(program.upper, highspy.kHighsInf)
    lp.row_lower_ = np.maximum(program.row_lower, -highspy.kHighsInf)
    lp.row_upper_ = np.minimum(program.row_upper, highspy.kHighsInf)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = columns, rows
    lp.a_matrix_.start_ = program.matrix.indptr.astype(np.int32)
    lp.a_matrix_.index_ = program.matrix.indices.astype(np.int32)
    lp.a_matrix_.value_ = program.matrix.data
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    lp.integrality_ = [kinds[whole] for whole in program.integral.astype(int)]
    return lp


def _whole(values: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.rint(values).astype(np.int64)


def accepted(status: highspy.HighsStatus, what: str) -> None:
    """Nothing, where HiGHS took what it was given.

    Raises
    ------
    SolverFailed
        where it did not.
    """
    if status == highspy.HighsStatus.kError:
        raise SolverFailed(f"HiGHS refused {what}")
