"""What the rows of a program leave to the other columns once an award is fixed."""

from collections.abc import Collection, Iterator
from dataclasses import replace

import numpy as np

from selector import Goal, Plan, Program, solve_here


def awards(program: Program) -> Iterator[frozenset[str]]:
    """Every choice of accept columns that covers each lot exactly once, by name, whatever the other rows say."""
    lots = int(program.pair_lot.max()) + 1
    for bits in range(2**program.accepts):
        chosen = np.array([bits >> k & 1 for k in range(program.accepts)])
        if (np.bincount(program.pair_lot, chosen[program.pair_accept], minlength=lots) == 1).all():
            yield frozenset(program.column_name(column) for column in np.flatnonzero(chosen).tolist())


def extent(program: Program, accepted: Collection[str], column: int) -> tuple[int, int] | None:
    """The least and the greatest value of a column in solutions with exactly those bids; None where there is none."""
    names = [program.column_name(position) for position in range(program.accepts)]
    fixed = replace(program.bare(), upper=program.upper.copy())
    fixed.upper[: program.accepts] = [name in accepted for name in names]
    values = []
    for sign in (1, -1):
        goal = np.zeros(len(program.upper), dtype=np.int64)
        goal[column] = sign
        outcome = solve_here(fixed, Plan((Goal("column", goal, 1),)))
        if outcome.infeasible:
            return None
        values.append(sign * outcome.goals[0].value)
    return values[0], values[1]


def settled(program: Program, accepted: Collection[str], family: str) -> dict[str, int] | None:
    """The one value that each column of a family has with exactly those bids; None where they break some row."""
    found = {}
    for position in range(program.accepts, len(program.upper)):
        name = program.column_name(position)
        if not name.startswith(f"{family}["):
            continue
        values = extent(program, accepted, position)
        if values is None:
            return None
        least, greatest = values
        assert least == greatest, f"{name} may be {least} or {greatest}"
        found[name] = least
    return found
