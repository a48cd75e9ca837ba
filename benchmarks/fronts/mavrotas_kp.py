"""The knapsack problem with several objectives and constraints, as Mavrotas and Florios (2013) write it down.

A folder: ``a.csv`` what items weigh in each constraint, ``b.csv`` capacities, ``c.csv`` profits in each objective, each
with a line of column names and a first column of row names; ``pareto_sols.csv`` the points. To be maximised.
"""

import csv
from decimal import Decimal, InvalidOperation
from pathlib import Path

import numpy as np
from scipy.sparse import csr_array

from benchmarks.errors import InputInvalid
from benchmarks.formats.tokens import text_of
from benchmarks.fronts.format import Format, Front, binary, whole


def read(path: Path) -> Front:
    """The problem of a folder."""
    weights, capacities, profits = (_table(path / name) for name in ("a.csv", "b.csv", "c.csv"))
    if len(weights) != len(capacities) or any(len(row) != len(profits[0]) for row in (*weights, *profits)):
        raise InputInvalid(f"{path.name}: the tables a.csv, b.csv and c.csv are of different sizes")
    matrix = csr_array(np.array([whole("a.csv", row) for row in weights], dtype=np.float64))
    most = [float(row[0]) for row in capacities]
    objectives = -np.array([whole("c.csv", row) for row in profits])
    listed = path / "pareto_sols.csv"
    known = frozenset(tuple(int(value) for value in row) for row in _table(listed)) if listed.is_file() else frozenset()
    return Front(binary(matrix, -np.inf, most, objectives), -1, known)


def _table(path: Path) -> list[list[Decimal]]:
    """The numbers of a table, without its names."""
    lines = list(csv.reader(text_of(path).splitlines()))[1:]
    try:
        table = [[Decimal(word) for word in line[1:]] for line in lines]
    except InvalidOperation:
        raise InputInvalid(f"{path}: something stands in the table that is no number") from None
    if not table or not all(table):
        raise InputInvalid(f"{path}: there is nothing in the table")
    return table


FORMAT = Format("mavrotas-kp", "a folder; knapsack: Mavrotas, Florios; profits", read, folder=True)
