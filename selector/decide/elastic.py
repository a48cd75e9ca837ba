"""A program whose limits give way: a column for each lever, the size of its move, by which its rows are relaxed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from selector.decide.feasibility import Judge
from selector.decide.gives import gives, missing_share
from selector.decide.lever import Lever
from selector.decide.part import Part
from selector.decide.relaxation import ROOM, Relaxation
from selector.program import Program

Floats = NDArray[np.float64]
_TINY = 1e-6


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
    part = judge.parts.part(rows)
    builder = _Builder(relaxation, part)
    names = _row_keys(relaxation, part)
    owners = csr_array(relaxation.owners[part.rows])
    for row, (family, ids) in enumerate(names):
        for member in owners.indices[owners.indptr[row] : owners.indptr[row + 1]]:
            if member in weights:
                builder.relax(row, family, ids, int(member), weights[int(member)])
    return builder.elastic()


def _row_keys(relaxation: Relaxation, part: Part) -> Iterator[tuple[str, tuple[str, ...]]]:
    blocks = iter(relaxation.program.rows)
    block = next(blocks)
    for row in part.rows:
        while row >= block.stop:
            block = next(blocks)
        yield block.name, block.key(int(row) - block.start) if relaxation.reasons[row] else ()


@dataclass
class _Builder:
    relaxation: Relaxation
    part: Part
    levers: dict[Lever, int] = field(default_factory=dict)
    price: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    integral: list[bool] = field(default_factory=list)
    entries: list[tuple[int, int, float]] = field(default_factory=list)
    further: list[tuple[tuple[tuple[int, float], ...], float]] = field(default_factory=list)
    """Further rows: entries (column, value), and what their sum may come to at most."""
    barred: dict[tuple[int, int], list[tuple[int, float]]] = field(default_factory=dict)
    """By lever's column and lot: columns of barred bids, and the size of the move that opens each."""
    freed: list[int] = field(default_factory=list)
    """Rows of barred bids, which those of ``barred`` replace."""

    def relax(self, row: int, family: str, ids: tuple[str, ...], member: int, weight: float) -> None:
        """Have a row give way to the moves of a member."""
        program, stated = self.part.program, self.relaxation.members[member]
        if family == "bar":
            accept = int(program.matrix.indices[program.matrix.indptr[row]])
            bid = int(self.relaxation.columns.bid[self.part.columns[accept]])
            bidder = None
            if stated.family == "shortlist":
                bidder = self.relaxation.appraisal.bidders.ids[self.relaxation.appraisal.bids.bidder[bid]]
            self.freed.append(row)
            size = missing_share(self.relaxation, stated, bid)
            lever = self._lever(Lever(member, bidder), weight)
            for lot in program.pair_lot[program.pair_accept == accept].tolist():
                self.barred.setdefault((lever, lot), []).append((accept, size))
            return
        column = self._lever(Lever(member), weight)
        factor = float(program.factor[row])
        if family == "quality_standard" and len(ids) == 2 and stated.family == "quality_standard":
            self._relax_mean(row, column, ids[1], factor * float(stated.base) * 1000)
            return
        give = gives(self.relaxation, family, ids, stated) * factor
        self.entries.append((row, column, give if np.isfinite(program.row_lower[row]) else -give))

    def _relax_mean(self, row: int, column: int, service: str, scale: float) -> None:
        """A provider's mean: the move counts for the people of the lots it wins, a product of move and acceptance."""
        program = self.part.program
        start, stop = program.matrix.indptr[row : row + 2]
        accepts = program.matrix.indices[start:stop]
        for accept in accepts:
            people = self._people(int(accept), service)
            product = self._column(0.0, 1.0, integral=False)
            self.entries.append((row, product, scale * people))
            self.further.append((((product, 1.0), (column, -1.0)), 0.0))
            self.further.append((((product, 1.0), (int(accept), -1.0)), 0.0))

    def _people(self, accept: int, service: str) -> float:
        """The people of the lots of a service that the bid of an accept column is for."""
        c = self.relaxation.columns
        lots = c.lot[c.accept == self.part.columns[accept]]
        position = c.appraisal.services.ids.index(service)
        return float(c.appraisal.lots.people[lots[c.appraisal.lots.service[lots] == position]].sum())

    def _lever(self, lever: Lever, weight: float) -> int:
        if lever not in self.levers:
            stated = self.relaxation.members[lever.member]
            self.levers[lever] = self._column(
                weight, np.inf if stated.sense == "at most" else 1.0, integral=stated.limit is None
            )
        return self.levers[lever]

    def _column(self, price: float, upper: float, *, integral: bool) -> int:
        self.price.append(price)
        self.upper.append(upper)
        self.integral.append(integral)
        return len(self.part.columns) + len(self.price) - 1

    def elastic(self) -> Elastic:
        """The program with all that was added."""
        program = self.part.program
        rows, columns = program.matrix.shape
        matrix = program.matrix.tocoo()
        for (column, _), bids in self.barred.items():
            # Of the bids for a lot one is accepted: their sum says more to the relaxation than each by itself.
            self.further.append(((*bids, (column, -1.0)), 0.0))
        upper = program.row_upper.copy()
        upper[self.freed] = np.inf
        further = [(rows + at, *entry) for at, (row, _) in enumerate(self.further) for entry in row]
        entries = [*self.entries, *further]
        row_of = np.array([row for row, _, _ in entries], dtype=np.int64)
        column_of = np.array([column for _, column, _ in entries], dtype=np.int64)
        value = np.array([each for _, _, each in entries], dtype=np.float64)
        price, most = np.array(self.price), np.array(self.upper)
        for column in self.levers.values():
            entered = column_of == column
            largest = float(np.abs(value[entered]).max(initial=0.0))
            if 0 < largest < _TINY:  # so small that a solver would drop it: the column counts in larger units
                value[entered] /= largest
                price[column - columns] /= largest
                most[column - columns] *= largest
        return Elastic(
            program=replace(
                program,
                matrix=coo_array(
                    (
                        np.concatenate([matrix.data, value]),
                        (np.concatenate([matrix.row, row_of]), np.concatenate([matrix.col, column_of])),
                    ),
                    shape=(rows + len(self.further), columns + len(self.price)),
                ).tocsr(),
                row_lower=np.concatenate([program.row_lower, np.full(len(self.further), -np.inf)]),
                row_upper=np.concatenate([upper, [most for _, most in self.further]]),
                factor=np.concatenate([program.factor, np.ones(len(self.further))]),
                upper=np.concatenate([program.upper, most]),
                integral=np.concatenate([program.integral, np.array(self.integral, dtype=np.bool_)]),
            ),
            price=np.concatenate([np.zeros(columns), price]),
            levers=self.levers,
            part=self.part,
        )
