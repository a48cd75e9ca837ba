"""The program of a case with every statement able to be lifted: all bids are open, and what bars them is rows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from models import Case
from selector.appraise import Appraisal, appraise
from selector.appraise.quality import Scale, scales
from selector.decide import bars
from selector.decide.competition import Contest, contests
from selector.decide.member import Member, Path, RowKey
from selector.decide.members import members
from selector.decide.members.rules import RULE
from selector.program import Program, lay
from selector.program.columns import Columns
from selector.program.lay import FAMILIES

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
ROOM = "total_capacity"
"""The family of rows that follow from all capacities of a service together."""


@dataclass(frozen=True)
class Relaxation:
    """A case laid so that any set of its members can be kept and all others lifted."""

    case: Case

    @cached_property
    def barred(self) -> Appraisal:
        """The appraisal of the case as it stands."""
        return appraise(self.case)

    @cached_property
    def appraisal(self) -> Appraisal:
        """The appraisal with all bids open, and the standard of a plural service also asked of all of it.

        Discounts are left out: whatever is accepted is in some tier. So is redeployment: nobody has to move. And soft
        rules: they forbid nothing.
        """
        bids, services = self.barred.bids, self.barred.services
        return replace(
            self.barred,
            discounts=(),
            redeployment=None,
            rules=tuple(row for row in self.barred.rules if row.key[0] in self._hard),
            bids=replace(bids, open=np.ones(len(bids), dtype=np.bool_)),
            # Each provider's mean at the standard makes that of all: the row says nothing until the shape is lifted.
            services=replace(services, standard=np.maximum(services.standard, services.provider_standard)),
        )

    @cached_property
    def _hard(self) -> frozenset[str]:
        """Ids of the rules of the board that are members."""
        return frozenset(key[0] for member in self._stated for family, key in member.rows if family == RULE)

    @cached_property
    def contests(self) -> tuple[Contest, ...]:
        """The lots for which bidders must compete."""
        return tuple(contests(self.case, self.barred))

    @cached_property
    def contest(self) -> Mapping[tuple[str, ...], Contest]:
        """The same by framework and lot."""
        lots = self.barred.lots.ids
        return {(each.framework.id, lots[each.lot]): each for each in self.contests}

    @cached_property
    def scales(self) -> Mapping[str, Scale]:
        """By service: what the criteria that apply to it come to."""
        return scales((service.id for service in self.case.services), self.case.criteria, self.case.marking)

    @cached_property
    def columns(self) -> Columns:
        """Which columns the program has."""
        return Columns(self.appraisal)

    @cached_property
    def program(self) -> Program:
        """All rows of all members, and the background."""
        return lay(self.appraisal, (*FAMILIES, lambda columns: bars.rows(columns, self.barred, self.contests)))

    @cached_property
    def _stated(self) -> tuple[Member, ...]:
        return members(self.case)

    @cached_property
    def _owned(self) -> csr_array:
        """Rows x statements: 1 where the row has the statement for a reason."""
        reasons: dict[RowKey, list[int]] = {}
        for position, member in enumerate(self._stated):
            for key in member.rows:
                reasons.setdefault(key, []).append(position)
        for block in self.program.rows:
            if block.name == "capacity":
                for bidder, service in map(block.key, range(len(block))):
                    reasons.setdefault((ROOM, (service,)), []).extend(reasons["capacity", (bidder, service)])
        rows, owners = [], []
        for block in self.program.rows:
            for row in range(block.start, block.stop):
                ids = block.key(row - block.start)
                # Of a rule of the board all rows are one statement.
                each = reasons.get((block.name, ids[:1] if block.name == RULE else ids), [])
                rows += [row] * len(each)
                owners += each
        return csr_array(
            (np.ones(len(rows), dtype=np.int64), (rows, owners)),
            shape=(self.program.matrix.shape[0], len(self._stated)),
        )

    @cached_property
    def _binding(self) -> Ints:
        """The statements that bind somebody."""
        return np.unique(self._owned.tocoo().col).astype(np.int64)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """The members: statements that bind somebody."""
        return tuple(self._stated[position] for position in self._binding)

    @cached_property
    def owners(self) -> csr_array:
        """Rows x members: 1 where the row has the member for a reason."""
        return csr_array(self._owned[:, self._binding])

    @cached_property
    def reasons(self) -> Ints:
        """For each row: of how many members it is; 0 for the background."""
        return np.asarray(self.owners.sum(axis=1), dtype=np.int64).ravel()

    @cached_property
    def by_name(self) -> dict[str, int]:
        """Positions of the members by name."""
        return {member.name: position for position, member in enumerate(self.members)}

    @cached_property
    def by_path(self) -> dict[Path, int]:
        """Positions of the members by where the case states them."""
        return {member.path: position for position, member in enumerate(self.members)}

    @cached_property
    def ambiguous(self) -> bool:
        """Whether ids make the names of some statements alike: rows then go by names that mean several."""
        return any(member.name.endswith(" (2)") for member in self._stated)

    @cached_property
    def every(self) -> tuple[int, ...]:
        """Positions of all members."""
        return tuple(range(len(self.members)))

    def rows_of(self, kept: Collection[int]) -> Bools:
        """The rows that hold where those members are kept and all others lifted, background apart."""
        chosen = np.zeros(len(self.members), dtype=np.int64)
        chosen[list(kept)] = 1
        return np.asarray((self.reasons > 0) & (self.owners @ chosen == self.reasons))

    def members_of(self, rows: Bools) -> tuple[int, ...]:
        """The members that any of those rows has for a reason."""
        return tuple(np.flatnonzero(self.owners.T @ rows.astype(np.int64)).tolist())
