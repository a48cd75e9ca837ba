"""The program of a repair, every limit of which can give way: by a column each, or by so much as is known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from selector.appraise import Appraisal
from selector.decide.elastic import Elastic
from selector.decide.given_up import is_given_up
from selector.decide.gives import gives
from selector.decide.lever import Lever
from selector.decide.means import bids_of
from selector.decide.member import Member, RowKey
from selector.decide.part import Part
from selector.decide.relaxation import Relaxation
from selector.decide.relaxing import Relaxing
from selector.program import Program, lay, strengthen, tier_limits
from selector.program.lay import FAMILIES

Floats = NDArray[np.float64]
_HELD = ("pick",)
"""Families of members that no repair breaks."""
# What follows from limits does not follow once these move.
_FOLLOWING = (strengthen.rows, tier_limits.rows)
_ROUNDING = 1e-9
_TOLD = 1e-6
"""The last figure to which the value of a limit is told."""


@dataclass(frozen=True)
class Giving(Relaxation):
    """A relaxation of a few open bids, in which admission stands and everything an objective needs is laid as well."""

    known: Appraisal
    """Of the case, with the bids open that a repair may accept."""
    all_stated: tuple[Member, ...]
    """What ``members`` finds in the case."""

    @property
    def barred(self) -> Appraisal:
        """The appraisal that is known."""
        return self.known

    @cached_property
    def appraisal(self) -> Appraisal:
        """The same, with the standard of a plural service also asked of all of it, as a relaxation has it."""
        services = self.known.services
        return replace(
            self.known,
            services=replace(services, standard=np.maximum(services.standard, services.provider_standard)),
        )

    @cached_property
    def program(self) -> Program:
        """All rows that state something, none that follow."""
        return lay(self.appraisal, [family for family in FAMILIES if family not in _FOLLOWING])

    @property
    def _stated(self) -> tuple[Member, ...]:
        return self.all_stated

    @cached_property
    def breakable(self) -> tuple[int, ...]:
        """Positions of the members that a repair may break, if it has to."""
        return tuple(at for at, member in enumerate(self.members) if member.family not in _HELD)

    def _owned_rows(self) -> Iterator[tuple[int, RowKey, int]]:
        """Rows with their names and each member that has to give way for them."""
        breakable = set(self.breakable)
        for block in self.program.rows:
            for row in range(block.start, block.stop):
                owners = self.owners.indices[self.owners.indptr[row] : self.owners.indptr[row + 1]]
                for member in owners.tolist():
                    if member in breakable:
                        yield row, (block.name, block.key(row - block.start)), member

    @cached_property
    def elastic(self) -> Elastic:
        """The program with a column for each thing that may move."""
        rows, columns = self.program.matrix.shape
        part = Part(self.program, np.arange(columns), np.arange(rows))
        relaxing = Relaxing(self, part)
        for row, (family, ids), member in self._owned_rows():
            relaxing.relax(row, family, ids, member, 1.0)
        program, price = relaxing.program()
        return Elastic(program, price, relaxing.levers, part)

    def moved(self, sizes: Mapping[Lever, Fraction]) -> Program:
        """The program in which some members have moved so far, and no further."""
        by_member = {
            lever.member: float(size) * (1 + _ROUNDING) + _TOLD / float(self.members[lever.member].base)
            for lever, size in sizes.items()
            if size
        }
        program = self.program
        lower, upper = program.row_lower.copy(), program.row_upper.copy()
        matrix = program.matrix.tolil() if self._means(by_member) else None
        for row, (family, ids), member in self._owned_rows():
            size, stated = by_member.get(member), self.members[member]
            if size is None:
                continue
            factor = float(program.factor[row])
            if is_given_up(stated):
                lower[row], upper[row] = -np.inf, np.inf
            elif matrix is not None and family == "quality_standard" and len(ids) == 2 and stated.limit is not None:
                for accept, people in self._people(ids):
                    matrix[row, accept] += factor * float(stated.base) * 1000 * size * people
            elif np.isfinite(lower[row]):
                lower[row] -= gives(self, family, ids, stated) * factor * size
            else:
                upper[row] += gives(self, family, ids, stated) * factor * size
        changed = program.matrix if matrix is None else csr_array(matrix)
        return replace(program, matrix=changed, row_lower=lower, row_upper=upper)

    def _means(self, moved: Mapping[int, float]) -> bool:
        return any(self.members[member].family == "quality_standard" for member in moved)

    def _people(self, ids: tuple[str, ...]) -> Iterator[tuple[int, float]]:
        """The bids of a provider for a service, by column, with the people of their lots of it."""
        c = self.columns
        bidder, service = self.appraisal.bidders.ids.index(ids[0]), self.appraisal.services.ids.index(ids[1])
        for accept in np.unique(bids_of(c, bidder, service)).tolist():
            lots = c.lot[(c.accept == accept) & (c.service == service)]
            yield accept, float(self.appraisal.lots.people[lots].sum())


def with_rows(program: Program, rows: list[tuple[Floats, float]]) -> Program:
    """A program with further rows: coefficients over all columns, and what they may come to at most."""
    if not rows:
        return program
    return replace(
        program,
        matrix=csr_array(vstack([program.matrix, csr_array(np.array([row for row, _ in rows]))], format="csr")),
        row_lower=np.concatenate([program.row_lower, np.full(len(rows), -np.inf)]),
        row_upper=np.concatenate([program.row_upper, [most for _, most in rows]]),
        factor=np.concatenate([program.factor, np.ones(len(rows))]),
    )
