"""The least that must move for some members of a case to hold together."""

import contextlib
import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, vstack
from scipy.sparse.csgraph import connected_components

from models import SolverFailed
from selector.decide.elastic import Elastic, elastic
from selector.decide.feasibility import Judge
from selector.decide.ledger import Ledger, Needs
from selector.decide.lever import Lever
from selector.program import Program
from selector.solve.highs import Highs, Search, Watch

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
# To what share of a distance it is proven, for few and for many bids; what is told of it is computed from the award.
_GAP, _LARGE_GAP = 1e-6, 1e-4
_MANY_BIDS = 200
# In what a solver sees distances: its tolerances must not hide the smallest that matters.
_UNIT = 1e-4
_LARGEST_PRICE = 1e8
# A solver keeps rows within a tolerance: awards that break what is to be kept are cut off, so many at the most.
_MOST_CUT_OFF = 20
_OPEN = ("shape", "framework")


@dataclass(frozen=True)
class Cheapest:
    """An award, what it needs to be allowed, and a distance that no award falls below."""

    bids: tuple[str, ...]
    """Those of the lots that matter."""
    needs: Needs
    bound: float


@dataclass(frozen=True)
class _Aim:
    """How exactly to solve: ``absolute`` in units, in which the solver sees distances."""

    unit: float
    absolute: float
    relative: float


def cheapest(
    judge: Judge,
    ledger: Ledger,
    weights: Mapping[int, float],
    hard: Collection[int] = (),
    resolution: float | None = None,
) -> Cheapest | Literal["infeasible", "unknown"]:
    """The cheapest moves of the members of ``weights`` so that they and those of ``hard`` hold, all others lifted.

    Proven to a millionth, to a ten-thousandth where the bids are many, or to half the ``resolution`` if it is given.
    """
    problem = elastic(judge, weights, hard)
    hard = set(hard)
    relative = _GAP if problem.part.program.accepts <= _MANY_BIDS else _LARGE_GAP
    aim = _Aim(_UNIT, 0.0, relative) if resolution is None else _Aim(resolution, 0.5, 0.0)
    for _ in range(_MOST_CUT_OFF):
        found = _solved(problem, judge, aim)
        if isinstance(found, str):
            return found
        columns, bound = found
        accepted = np.flatnonzero(columns[: problem.part.program.accepts])
        bids = _bids(problem, judge, accepted)
        needs = ledger.needs(ledger.award(bids), (*weights, *hard), _chosen(problem, judge, columns))
        if hard.isdisjoint(lever.member for lever in needs.limits):
            return Cheapest(bids, needs, bound)
        problem = replace(problem, program=_without(problem.program, accepted))
    return "unknown"


def _solved(problem: Elastic, judge: Judge, aim: "_Aim") -> tuple[Ints, float] | Literal["infeasible", "unknown"]:
    """Columns of the cheapest award, and a bound."""
    whole = np.zeros(len(problem.price), dtype=np.int64)
    bound = 0.0
    unit = max(aim.unit, float(problem.price.max(initial=0.0)) / _LARGEST_PRICE)
    for rows, columns in _blocks(problem.program):
        if not len(rows):  # what nothing asks for costs nothing
            continue
        if not len(columns):
            if _broken(problem.program, rows):
                return "infeasible"
            continue
        search = _search(problem.program.part(rows, columns), problem.price[columns] / unit, judge, aim)
        if search.ending == "infeasible":
            return "infeasible"
        if search.columns is None:
            return "unknown"
        whole[columns] = search.columns
        bound += search.bound * unit if math.isfinite(search.bound) else 0.0
    return whole, bound


def _chosen(problem: Elastic, judge: Judge, columns: Ints) -> list[Lever]:
    """What an award leaves open: the shapes that are given up, and the bidders that join the list of a framework."""
    members = judge.relaxation.members
    return [
        lever for lever, column in problem.levers.items() if members[lever.member].family in _OPEN and columns[column]
    ]


def _without(program: Program, accepted: Ints) -> Program:
    """A program with one award cut off: another accepts some other bid for some lot."""
    row = csr_array(
        (np.ones(len(accepted)), (np.zeros(len(accepted), dtype=np.int64), accepted)),
        shape=(1, program.matrix.shape[1]),
    )
    return replace(
        program,
        matrix=vstack([program.matrix, row], format="csr"),
        row_lower=np.append(program.row_lower, -np.inf),
        row_upper=np.append(program.row_upper, len(accepted) - 1),
        factor=np.append(program.factor, 1.0),
    )


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


def _search(program: Program, price: Floats, judge: Judge, aim: _Aim) -> Search:
    # Presolve works within tolerances, and now and then breaks down: what it calls infeasible is asked again without.
    with contextlib.suppress(SolverFailed):
        search = _minimise(Highs(program), price, judge, aim, presolve=True)
        if search.ending != "infeasible":
            return search
    return _minimise(Highs(program), price, judge, aim, presolve=False)


def _minimise(solver: Highs, price: Floats, judge: Judge, aim: _Aim, *, presolve: bool) -> Search:
    watch = Watch(lambda _: None, lambda _: None, lambda _: False, lambda: judge.clock.over)
    return solver.minimise(
        price,
        watch,
        absolute_gap=aim.absolute,
        relative_gap=aim.relative,
        seconds=judge.clock.next_step,
        presolve=presolve,
    )


def _bids(problem: Elastic, judge: Judge, accepted: Ints) -> tuple[str, ...]:
    relaxation = judge.relaxation
    positions = relaxation.columns.bid[problem.part.columns[accepted]]
    return tuple(relaxation.appraisal.bids.ids[bid] for bid in positions)
