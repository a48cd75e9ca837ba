"""Rows that give way to moves: a column for each lever, and what each row gains by it."""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array

from selector.decide.competition import CLOSED, Contest
from selector.decide.given_up import is_given_up, most_broken
from selector.decide.gives import gives, missing_share
from selector.decide.lever import LISTS, Lever
from selector.decide.means import bids_of
from selector.decide.part import Part
from selector.decide.relaxation import Relaxation
from selector.program import Program

Floats = NDArray[np.float64]
_TINY = 1e-6


@dataclass
class Relaxing:
    """Rows of a part made to give way, one after the other."""

    relaxation: Relaxation
    part: Part
    levers: dict[Lever, int] = field(default_factory=dict)
    price: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    integral: list[bool] = field(default_factory=list)
    entries: list[tuple[int, int, float]] = field(default_factory=list)
    further: list[tuple[tuple[tuple[int, float], ...], float]] = field(default_factory=list)
    """Further rows: entries (column, value), and what their sum may come to at most."""
    barred: dict[tuple[int, int], dict[int, float]] = field(default_factory=dict)
    """By lever's column and lot: columns of barred bids, and the size of the move that opens each."""
    freed: list[int] = field(default_factory=list)
    """Rows of barred bids, which those of ``barred`` replace."""

    def relax(self, row: int, family: str, ids: tuple[str, ...], member: int, weight: float) -> None:
        """Have a row give way to the moves of a member."""
        program, stated = self.part.program, self.relaxation.members[member]
        if family == "bar":
            self._open(row, member, weight)
            return
        if family in CLOSED:
            self._compete(row, self.relaxation.contest[ids], member, weight, among_all=family == "competition")
            return
        column = self._lever(Lever(member), weight)
        if is_given_up(stated):
            self._free(row, column)
            return
        factor = float(program.factor[row])
        if family == "quality_standard" and len(ids) == 2 and stated.family == "quality_standard":
            self._relax_mean(row, column, ids, factor * float(stated.base) * 1000)
            return
        give = gives(self.relaxation, family, ids, stated) * factor
        if not give:  # no pace takes anything over in no time
            return
        self.entries.append((row, column, give if np.isfinite(program.row_lower[row]) else -give))

    def _free(self, row: int, column: int) -> None:
        """Have a row ask nothing once its rule is given up."""
        program = self.part.program
        short, beyond = most_broken(program, row)
        if program.row_lower[row] != program.row_upper[row]:
            self.entries.append((row, column, short - beyond))
            return
        # Exactly so much: what is missing, or too much, may be anything up to the most.
        up, down = (self._column(0.0, 1.0, integral=False) for _ in range(2))
        self.entries += [(row, up, short), (row, down, -beyond)]
        self.further.append((((up, 1.0), (down, 1.0), (column, -1.0)), 0.0))

    def _open(self, row: int, member: int, weight: float) -> None:
        """Have a bid that a member bars be open once that has moved so far."""
        program, stated, bids = self.part.program, self.relaxation.members[member], self.relaxation.appraisal.bids
        accept = int(program.matrix.indices[program.matrix.indptr[row]])
        bid = int(self.relaxation.columns.bid[self.part.columns[accept]])
        bidder = self.relaxation.appraisal.bidders.ids[bids.bidder[bid]] if stated.family in LISTS else None
        self.freed.append(row)
        size = missing_share(self.relaxation, stated, bid)
        lever = self._lever(Lever(member, bidder), weight)
        for lot in program.pair_lot[program.pair_accept == accept].tolist():
            # A package that a member bars on several of its lots has a row for each of them.
            self.barred.setdefault((lever, lot), {})[accept] = size

    def _compete(self, row: int, contest: Contest, member: int, weight: float, *, among_all: bool) -> None:
        """Have a lot be called off once fewer need compete for it, or more are on the list of those that may."""
        stated, factor = self.relaxation.members[member], float(self.part.program.factor[row])
        missing = contest.missing_of_all if among_all else contest.missing
        if stated.family == "competition":
            self.entries.append((row, self._lever(Lever(member), weight), -factor * float(stated.base) / missing))
            return
        for bidder in contest.others:
            self.entries.append((row, self._lever(Lever(member, bidder), weight), -factor / missing))

    def _relax_mean(self, row: int, column: int, ids: tuple[str, ...], scale: float) -> None:
        """A provider's mean: the move counts for the people of the lots it wins, a product of move and acceptance."""
        appraisal = self.relaxation.appraisal
        bidder, service = appraisal.bidders.ids.index(ids[0]), appraisal.services.ids.index(ids[1])
        of_it = bids_of(self.relaxation.columns, bidder, service)
        for accept in np.flatnonzero(np.isin(self.part.columns[: self.part.program.accepts], of_it)).tolist():
            product = self._column(0.0, 1.0, integral=False)
            self.entries.append((row, product, scale * self._people(accept, service)))
            self.further.append((((product, 1.0), (column, -1.0)), 0.0))
            self.further.append((((product, 1.0), (accept, -1.0)), 0.0))

    def _people(self, accept: int, service: int) -> float:
        """The people of the lots of a service that the bid of an accept column is for."""
        c = self.relaxation.columns
        lots = c.lot[(c.accept == self.part.columns[accept]) & (c.service == service)]
        return float(c.appraisal.lots.people[lots].sum())

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

    def program(self) -> tuple[Program, Floats]:
        """The program with all that was added, and over its columns what a move of size 1 costs."""
        program = self.part.program
        rows, columns = program.matrix.shape
        matrix = program.matrix.tocoo()
        for (column, _), bids in self.barred.items():
            # Of the bids for a lot one is accepted: their sum says more to the relaxation than each by itself.
            self.further.append(((*bids.items(), (column, -1.0)), 0.0))
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
        relaxed = replace(
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
            group=np.append(program.group, np.full(len(self.price) if len(program.group) else 0, -1)),
        )
        return relaxed, np.concatenate([np.zeros(columns), price])
