"""The least that must move for some members of a case to hold together."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

from selector.decide.elastic import Elastic, elastic
from selector.decide.feasibility import Judge
from selector.decide.ledger import Ledger, Needs
from selector.program import Program
from selector.solve.highs import Highs, Search, Watch

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
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
    whole = np.zeros(len(problem.price), dtype=np.int64)
    bound = 0.0
    for rows, columns in _blocks(problem.program):
        if not len(rows):  # what nothing asks for costs nothing
            continue
        if not len(columns):
            if _broken(problem.program, rows):
                return "infeasible"
            continue
        search = _search(_block(problem.program, rows, columns), problem.price[columns], judge)
        if search.ending == "infeasible":
            return "infeasible"
        if search.columns is None:
            return "unknown"
        whole[columns] = search.columns
        bound += search.bound if math.isfinite(search.bound) else 0.0
    bids = _accepted(problem, judge, whole)
    members = judge.relaxation.members
    given_up = {
        lever.member
        for lever, column in problem.levers.items()
        if members[lever.member].family == "shape" and whole[column]
    }
    needs = ledger.needs(ledger.award(bids), (*weights, *hard), given_up)
    return Cheapest(bids, needs, bound)


def _blocks(program: Program) -> Iterator[tuple[Ints, Ints]]:
    """Rows and columns of each part of a program that shares nothing with any other: what each moves adds up."""
    rows, columns = program.matrix.shape
    entries = program.matrix.tocoo()
    edges = coo_array((np.ones(entries.nnz), (entries.row, entries.col + rows)), shape=(rows + columns, rows + columns))
    _, block = connected_components(edges, directed=False)
    order = np.argsort(block, kind="stable")
    for nodes in np.split(order, np.flatnonzero(np.diff(block[order])) + 1):
        yield nodes[nodes < rows], nodes[nodes >= rows] - rows


def _broken(program: Program, rows: Ints) -> bool:
    """Whether any of some rows that no column enters is broken."""
    return bool(((program.row_lower[rows] > 0) | (program.row_upper[rows] < 0)).any())


def _block(program: Program, rows: Ints, columns: Ints) -> Program:
    return replace(
        program,
        matrix=csr_array(program.matrix[rows][:, columns]),
        row_lower=program.row_lower[rows],
        row_upper=program.row_upper[rows],
        factor=program.factor[rows],
        upper=program.upper[columns],
        integral=program.integral[columns],
        accepts=int(np.searchsorted(columns, program.accepts)),
        lot=program.lot[columns[columns < program.accepts]],
    )


def _search(program: Program, price: Floats, judge: Judge) -> Search:
    solver = Highs(program)
    search = _minimise(solver, price, judge, presolve=True)
    if search.ending != "infeasible":
        return search
    # Presolve works within tolerances: what it calls infeasible is asked again without.
    return _minimise(solver, price, judge, presolve=False)


def _minimise(solver: Highs, price: Floats, judge: Judge, *, presolve: bool) -> Search:
    watch = Watch(lambda _: None, lambda _: None, lambda _: False, lambda: judge.clock.over)
    return solver.minimise(
        price, watch, absolute_gap=_GAP, relative_gap=_GAP, seconds=judge.clock.next_step, presolve=presolve
    )


def _accepted(problem: Elastic, judge: Judge, columns: NDArray[np.int64]) -> tuple[str, ...]:
    appraisal = judge.relaxation.appraisal
    accepted = problem.part.columns[np.flatnonzero(columns[: problem.part.program.accepts])]
    return tuple(appraisal.bids.ids[bid] for bid in judge.relaxation.columns.bid[accepted])
