"""A program whose limits give way: a column for each lever, the size of its move, by which its rows are relaxed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from selector.decide.feasibility import Judge
from selector.decide.lever import Lever
from selector.decide.means import in_means
from selector.decide.part import Part
from selector.decide.relaxation import ROOM, Relaxation
from selector.decide.relaxing import Relaxing
from selector.program import Program

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Elastic:
    """Rows of a relaxation, some of whose members give way at a price."""

    program: Program
    price: Floats
    """Over all columns: what a move of size 1 costs."""
    levers: Mapping[Lever, int]
    """Column of each lever."""
    part: Part


def elastic(
    judge: Judge,
    weights: Mapping[int, float],
    hard: Collection[int] = (),
) -> Elastic:
    """The program in which the members of ``weights`` give way, at those prices, and those of ``hard`` do not.

    All other members are lifted.
    """
    relaxation = judge.relaxation
    rows = relaxation.rows_of((*weights, *hard))
    owned = relaxation.owners[:, list(weights)].sum(axis=1).ravel() > 0 if weights else np.zeros(len(rows), np.bool_)
    for block in relaxation.program.rows:
        if block.name == ROOM:  # what follows from capacities does not follow once one of them moves
            rows[block.start : block.stop] &= ~owned[block.start : block.stop]
    part = judge.parts.part(rows, in_means(relaxation, rows & owned))
    relaxing = Relaxing(relaxation, part)
    names = _row_keys(relaxation, part)
    owners = csr_array(relaxation.owners[part.rows])
    for row, (family, ids) in enumerate(names):
        for member in owners.indices[owners.indptr[row] : owners.indptr[row + 1]]:
            if member in weights:
                relaxing.relax(row, family, ids, int(member), weights[int(member)])
    program, price = relaxing.program()
    return Elastic(program, price, relaxing.levers, part)


def _row_keys(relaxation: Relaxation, part: Part) -> Iterator[tuple[str, tuple[str, ...]]]:
    blocks = iter(relaxation.program.rows)
    block = next(blocks)
    for row in part.rows:
        while row >= block.stop:
            block = next(blocks)
        yield block.name, block.key(int(row) - block.start) if relaxation.reasons[row] else ()
