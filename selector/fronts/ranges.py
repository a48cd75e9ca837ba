"""Between which values the objectives of a program lie, by its linear relaxation."""

import math
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import highspy
import numpy as np

from models import SolverFailed
from selector.fronts.kept import Floats
from selector.fronts.multiobjective import Multiobjective
from selector.solve.highs import FEASIBILITY, accepted, fresh

Ended = Literal["bounded", "empty", "unbounded", "limit"]
_SLACK = 1e-6
"""A share of a value, and at the least so many units, by which rounding may have moved it."""
_Status = highspy.HighsModelStatus


@dataclass(frozen=True)
class Range:
    """Units of every objective at the least and at the most, constants aside; of use where it is ``bounded``."""

    ended: Ended
    low: tuple[int, ...] = ()
    high: tuple[int, ...] = ()
    others: tuple[tuple[int, ...], ...] = ()
    """What the relaxation has of every objective where it has the least of one."""


def range_of(asked: tuple[bytes, int], seconds: float | None, stop: Callable[[], bool]) -> Range:
    """The range of one objective of a pickled ``Multiobjective``."""
    return _ranges(asked[0], (asked[1],), seconds, stop)


def ranges(program: bytes, seconds: float | None, stop: Callable[[], bool]) -> Range:
    """The range of every objective of a pickled ``Multiobjective``."""
    return _ranges(program, None, seconds, stop)


def _ranges(
    program: bytes, objectives: tuple[int, ...] | None, seconds: float | None, stop: Callable[[], bool]
) -> Range:
    loaded: Multiobjective = pickle.loads(program)  # noqa: S301  (from our own parent)
    highs = fresh(primal_feasibility_tolerance=FEASIBILITY)
    hand_over(highs, loaded)
    if seconds is not None:
        highs.setOptionValue("time_limit", max(seconds, 0.0))
    low: list[float] = []
    high: list[float] = []
    others: list[tuple[int, ...]] = []
    for at in range(len(loaded)) if objectives is None else objectives:
        figures, step = loaded.figures[at], loaded.step[at]
        for sign, found in ((1.0, low), (-1.0, high)):
            # In what is told: neither very large, nor with figures that are nothing beside the largest.
            ended, value = _least(highs, loaded, sign * figures / step)
            if ended != "bounded" or stop():
                return Range("limit" if stop() else ended)
            found.append(sign * value * step)
            if sign > 0:
                columns = np.asarray(highs.getSolution().col_value)
                others.append(tuple(np.rint(loaded.figures @ columns).astype(np.int64).tolist()))
    return Range("bounded", tuple(map(_down, low)), tuple(map(_up, high)), tuple(others))


def _least(highs: highspy.Highs, program: Multiobjective, figures: Floats) -> tuple[Ended, float]:
    columns = len(figures)
    accepted(highs.changeColsCost(columns, np.arange(columns, dtype=np.int32), figures), "the objective")
    highs.run()
    status = highs.getModelStatus()
    if status == _Status.kUnboundedOrInfeasible:
        highs.setOptionValue("presolve", "off")
        highs.run()
        status = highs.getModelStatus()
    if status == _Status.kOptimal:
        prices = np.asarray(highs.getSolution().row_dual)
        return "bounded", proven(program, figures, prices, highs.getInfo().objective_function_value)
    endings: dict[highspy.HighsModelStatus, Ended] = {
        _Status.kInfeasible: "empty",
        _Status.kUnbounded: "unbounded",
        _Status.kTimeLimit: "limit",
    }
    if status not in endings:
        raise SolverFailed(f"HiGHS ended with {highs.modelStatusToString(status)}")
    return endings[status], math.nan


def proven(program: Multiobjective, figures: Floats, prices: Floats, value: float) -> float:
    """What figures come to at the least, by the prices of rows: of whatever sign and size, they prove something.

    Neumaier, Shcherbina 2004: Safe bounds in linear and mixed-integer linear programming. Where a column without a limit
    stands against it, by rounding, the solver's own ``value`` is all there is.
    """
    wrong = ((prices > 0) & np.isinf(program.row_lower)) | ((prices < 0) & np.isinf(program.row_upper))
    prices = np.where(wrong, 0.0, prices)
    reduced = figures - program.matrix.T @ prices
    with np.errstate(invalid="ignore"):
        rows = np.where(prices > 0, prices * program.row_lower, np.where(prices < 0, prices * program.row_upper, 0.0))
        columns = np.where(reduced > 0, reduced * program.lower, np.where(reduced < 0, reduced * program.upper, 0.0))
    found = float(rows.sum() + columns.sum())
    return found if np.isfinite(found) else value


def hand_over(highs: highspy.Highs, program: Multiobjective) -> None:
    """Give HiGHS the rows and columns of a program, without whole columns and without objective."""
    rows, columns = program.matrix.shape
    infinity = highspy.kHighsInf
    status = highs.passModel(
        columns,
        rows,
        program.matrix.nnz,
        int(highspy.MatrixFormat.kRowwise),
        int(highspy.ObjSense.kMinimize),
        0.0,
        np.zeros(columns),
        np.maximum(program.lower, -infinity),
        np.minimum(program.upper, infinity),
        np.maximum(program.row_lower, -infinity),
        np.minimum(program.row_upper, infinity),
        program.matrix.indptr.astype(np.int32, copy=False),
        program.matrix.indices.astype(np.int32, copy=False),
        program.matrix.data.astype(np.float64, copy=False),
        np.zeros(columns, dtype=np.int32),
    )
    accepted(status, "the program")


def _down(value: float) -> int:
    return math.floor(value - _SLACK * max(abs(value), 1.0))


def _up(value: float) -> int:
    return math.ceil(value + _SLACK * max(abs(value), 1.0))
