"""A program as PuLP's problem, whose files keep every digit."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pulp
from numpy.typing import NDArray

from selector.solve.others.exact_files import lp, mps
from selector.solve.others.model import Model

_FOUR = int(pulp.__version__.split(".")[0]) >= 4


def problem_of(model: Model, start: NDArray[np.float64] | None = None) -> tuple[Any, list[Any]]:
    """PuLP's problem, and its variables in the order of the columns, with the values of a start if there is one."""
    problem: Any = pulp.LpProblem("selector", pulp.LpMinimize)
    variables = [
        problem.add_variable(f"x{k}", 0, None if np.isinf(high) else float(high), "Integer" if whole else "Continuous")
        for k, (high, whole) in enumerate(zip(model.upper, model.integral, strict=True))
    ]
    for position, row in enumerate(model.rows):
        total = pulp.lpDot(row.coefficients, [variables[k] for k in row.index])
        constraint = (total <= row.right, total >= row.right, total == row.right)[row.sense]
        problem.addConstraint(constraint, f"r{position}")
    index = np.flatnonzero(model.goal).tolist() or [0]
    problem.setObjective(pulp.lpDot(model.goal[index].tolist(), [variables[k] for k in index]))
    if start is not None:
        for variable, value in zip(variables, start.tolist(), strict=True):
            variable.setInitialValue(value)
    problem.writeMPS = _writer(model, variables, mps, _mps_names)
    problem.writeLP = _writer(model, variables, lp, lambda _, variables: variables)
    return problem, variables


def _writer(
    model: Model,
    variables: list[Any],
    lines: Callable[[Model], Iterator[str]],
    answer: Callable[[Model, list[Any]], Any],
) -> Callable[..., Any]:
    def write(filename: str, *_: object, **__: object) -> Any:
        with Path(filename).open("w", encoding="ascii") as file:
            file.writelines(line + "\n" for line in lines(model))
        return answer(model, variables)

    return write


def _mps_names(model: Model, variables: list[Any]) -> Any:
    """What PuLP's solvers expect of ``writeMPS``: the names in the file, beside those of the problem."""
    columns = [f"x{k}" for k in range(len(variables))]
    rows = [f"r{k}" for k in range(len(model.rows))]
    if _FOUR:
        return columns, rows, "goal", columns
    return variables, dict(zip(columns, columns, strict=True)), dict(zip(rows, rows, strict=True)), "goal"
