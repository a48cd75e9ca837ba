"""The file formats that solvers read, with every digit: PuLP's own writers keep twelve."""

from collections.abc import Iterator

import numpy as np

from selector.solve.others.model import Model

_SENSES = ("<=", ">=", "=")


def mps(model: Model) -> Iterator[str]:
    """Lines of a free-format MPS file with columns ``x0``, ``x1`` and so on and rows ``r0`` and so on."""
    yield from ("NAME selector", "ROWS", " N goal")
    yield from (f" {'LGE'[row.sense]} r{k}" for k, row in enumerate(model.rows))
    entries: list[list[str]] = [[f"goal {value!r}"] if value else [] for value in model.goal.tolist()]
    for k, row in enumerate(model.rows):
        for column, value in zip(row.index, row.coefficients, strict=True):
            entries[column].append(f"r{k} {value!r}")
    yield "COLUMNS"
    for whole in (True, False):
        if whole:
            yield " MARK 'MARKER' 'INTORG'"
        for column in np.flatnonzero(model.integral == whole).tolist():
            yield from (f" x{column} {entry}" for entry in entries[column] or ["goal 0"])
        if whole:
            yield " MARK 'MARKER' 'INTEND'"
    yield "RHS"
    yield from (f" RHS r{k} {row.right!r}" for k, row in enumerate(model.rows) if row.right)
    yield "BOUNDS"
    for column, high in enumerate(model.upper.tolist()):
        yield f" PL BND x{column}" if np.isinf(high) else f" UP BND x{column} {high!r}"
    yield "ENDATA"


def lp(model: Model) -> Iterator[str]:
    """Lines of an LP file with columns ``x0``, ``x1`` and so on and rows ``r0`` and so on."""
    yield from ("Minimize", " goal:")
    yield from (f" {value:+.17g} x{k}" for k, value in enumerate(model.goal.tolist()) if value or not k)
    yield "Subject To"
    for k, row in enumerate(model.rows):
        yield f" r{k}:"
        yield from (f" {value:+.17g} x{c}" for c, value in zip(row.index, row.coefficients, strict=True))
        yield f" {_SENSES[row.sense]} {row.right:.17g}"
    yield "Bounds"
    for column, high in enumerate(model.upper.tolist()):
        yield f" 0 <= x{column}" if np.isinf(high) else f" 0 <= x{column} <= {high:.17g}"
    yield "Generals"
    yield from (f" x{column}" for column in np.flatnonzero(model.integral).tolist())
    yield "End"
