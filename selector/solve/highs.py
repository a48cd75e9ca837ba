"""HiGHS, driven directly: one program kept in the solver, goals minimised over it one after another.

Single-threaded: HiGHS's thread pool is global to its process and its search would depend on it. Independent solves
take a process each.
"""

import math
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

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
NO_OPTIONS: Mapping[str, float | bool] = {}

_Status = highspy.HighsModelStatus
# What each of HiGHS's own words means; a word that is not here is an error, never a guess.
_ENDINGS: dict[highspy.HighsModelStatus, Ending] = {
    _Status.kOptimal: "proven",
    _Status.kInfeasible: "infeasible",
    _Status.kObjectiveBound: "infeasible",  # nothing lies below the value that the search was to stay below
    _Status.kUnboundedOrInfeasible: "infeasible",  # every column is bounded
    _Status.kTimeLimit: "time",
    _Status.kInterrupt: "stopped",
    _Status.kSolutionLimit: "nodes",
}


@dataclass(frozen=True)
class Row:
    """A row ``values @ x[columns] <= upper``, beside those of a program."""

    columns: NDArray[np.int64]
    values: NDArray[np.float64]
    upper: float


class Highs:
    """A program in HiGHS. Not safe for several threads."""

    method = ""
    """As a certificate says of HiGHS."""

    def __init__(self, program: Program) -> None:
        self._highs = fresh(mip_feasibility_tolerance=INTEGRALITY, primal_feasibility_tolerance=FEASIBILITY)
        self._program = program
        self._columns = program.matrix.shape[1]
        self._whole = bool(program.integral.any())
        self._added: list[Row] = []
        hand_over(program, self._highs)

    def add_row(self, coefficients: NDArray[np.float64], upper: float) -> None:
        """Add a row over all columns, ``coefficients @ x <= upper``, scaled so that its largest coefficient is about 1."""
        factor = scale(coefficients)
        if factor == 0:
            return
        scaled = coefficients * factor
        index = np.flatnonzero(np.abs(scaled) > _LEAST_COEFFICIENT)
        self.add_rows([Row(index, scaled[index], upper * factor)])

    def add_rows(self, rows: Sequence[Row]) -> None:
        """Add rows as they are."""
        insert(self._highs, rows)
        self._added += rows

    @property
    def added(self) -> Sequence[Row]:
        """The rows beside those of the program."""
        return tuple(self._added)

    def values(self) -> NDArray[np.float64]:
        """The columns of the last solution as they came out, whole or not."""
        return np.asarray(self._highs.getSolution().col_value)

    @contextmanager
    def only_for_now(self) -> Iterator[None]:
        """Take back, at the end, the rows added meanwhile."""
        before, rows = len(self._added), self._program.matrix.shape[0]
        try:
            yield
        finally:
            gone = np.arange(rows + before, rows + len(self._added), dtype=np.int32)
            accepted(self._highs.deleteRows(len(gone), gone), "to delete rows")
            del self._added[before:]

    @contextmanager
    def narrowed(
        self,
        never: NDArray[np.bool_],
        always: NDArray[np.bool_],
        most: float = math.inf,
        options: Mapping[str, float | bool] = NO_OPTIONS,
    ) -> Iterator[None]:
        """For now, without the columns that are ``never`` 1, with those that are ``always``, and with options of HiGHS.

        Only solutions below ``most`` are looked for, in the units of the goal; one that is not may come out all the same.
        """
        every = np.arange(self._columns, dtype=np.int32)
        upper = np.minimum(self._program.upper, highspy.kHighsInf)
        # As floats: HiGHS tells a number that is whole from the kind of option that it is.
        wanted: dict[str, float | bool] = {"objective_bound": float(most), **options}
        before: dict[str, Any] = {option: self._highs.getOptionValue(option)[1] for option in wanted}
        self._set_options(wanted)
        self._bound(every, always.astype(np.float64), np.where(never, 0.0, upper))
        try:
            yield
        finally:
            self._set_options(before)
            self._bound(every, np.zeros(self._columns), upper)

    def _set_options(self, options: Mapping[str, float | bool]) -> None:
        for option, value in options.items():
            accepted(self._highs.setOptionValue(option, value), f"option {option}")

    def _bound(self, every: NDArray[np.int32], lower: NDArray[np.float64], upper: NDArray[np.float64]) -> None:
        accepted(self._highs.changeColsBounds(self._columns, every, lower, upper), "limits of columns")

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
        began, highs = time.monotonic(), self._highs
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
        if status == _Status.kSolveError and presolve:
            # Once in a long while HiGHS breaks down on what its presolve has made of a program, and not on the program.
            accepted(highs.clearSolver(), "a fresh start")
            return self.minimise(
                goal,
                watch,
                absolute_gap=absolute_gap,
                relative_gap=relative_gap,
                seconds=None if seconds is None else seconds - (time.monotonic() - began),
                nodes=nodes,
                start=start,
                presolve=False,
            )
        if status not in _ENDINGS:
            raise SolverFailed(f"HiGHS ended with {highs.modelStatusToString(status)}")
        info = highs.getInfo()
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        return Search(
            ending="settled" if settled else _ENDINGS[status],
            columns=_whole(np.asarray(highs.getSolution().col_value)) if found else None,
            bound=_bound(info, whole=self._whole, optimal=status == _Status.kOptimal),
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


def fresh(**options: float | str) -> highspy.Highs:
    """A HiGHS of its own: silent, of one thread, and with these options of its.

    Raises
    ------
    SolverFailed
        where it does not take one.
    """
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in {"output_flag": False, "threads": 1, "random_seed": 0, **options}.items():
        accepted(highs.setOptionValue(option, value), f"option {option}")
    return highs


def insert(highs: highspy.Highs, rows: Sequence[Row]) -> None:
    """Add rows to what HiGHS has.

    Raises
    ------
    SolverFailed
        where it does not take them.
    """
    if not rows:
        return
    starts = np.cumsum([0, *(len(row.columns) for row in rows)])
    status = highs.addRows(
        len(rows),
        np.full(len(rows), -highspy.kHighsInf),
        np.array([row.upper for row in rows]),
        int(starts[-1]),
        starts[:-1].astype(np.int32),
        np.concatenate([row.columns for row in rows]).astype(np.int32),
        np.concatenate([row.values for row in rows]),
    )
    accepted(status, "rows")


def hand_over(
    program: Program, highs: highspy.Highs, cost: NDArray[np.float64] | None = None, *, relaxed: bool = False
) -> None:
    """Give HiGHS a program: with an objective of 0 where there is no ``cost``, without whole columns if ``relaxed``.

    Raises
    ------
    SolverFailed
        where it does not take it.
    """
    rows, columns = program.matrix.shape
    infinity = highspy.kHighsInf
    # As arrays: a model of HiGHS's own takes whole columns as a list of objects, as slow as all the rest.
    status = highs.passModel(
        columns,
        rows,
        program.matrix.nnz,
        int(highspy.MatrixFormat.kRowwise),
        int(highspy.ObjSense.kMinimize),
        0.0,
        np.zeros(columns) if cost is None else cost,
        np.zeros(columns),
        np.minimum(program.upper, infinity),
        np.maximum(program.row_lower, -infinity),
        np.minimum(program.row_upper, infinity),
        program.matrix.indptr.astype(np.int32, copy=False),
        program.matrix.indices.astype(np.int32, copy=False),
        program.matrix.data,
        (np.zeros_like(program.integral) if relaxed else program.integral).astype(np.int32),
    )
    accepted(status, "the program")


def _bound(info: highspy.HighsInfo, *, whole: bool, optimal: bool) -> float:
    if whole:
        return float(info.mip_dual_bound)
    # A program without whole columns is linear: HiGHS tells its bound by its value, and knows of none before the end.
    return float(info.objective_function_value) if optimal else -math.inf


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
