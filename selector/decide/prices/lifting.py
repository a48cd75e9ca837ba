"""The program of a case in which statements can be lifted, with all that its objective counts.

The relaxation in which conflicts are looked for leaves out discounts, moves of staff and soft rules, since nobody has to
make use of them. What an award is worth depends on them, so here they stay.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from selector.appraise import Appraisal
from selector.decide.relaxation import Relaxation
from selector.program.program import Program

Ints = NDArray[np.int64]

DERIVED = ("total_capacity", "tier_capacity", "tier_lots")
"""Families of rows that follow from others: no award breaks one that keeps those."""


@dataclass(frozen=True)
class Lifting(Relaxation):
    """A case laid so that any set of its statements can be kept and all others lifted, its objective as it stands."""

    known: Appraisal
    """That of the case."""

    @property
    def barred(self) -> Appraisal:
        """The appraisal of the case as it stands."""
        return self.known

    @cached_property
    def appraisal(self) -> Appraisal:
        """The appraisal with all bids open, and the standard of a plural service also asked of all of it."""
        narrow = super().appraisal
        return replace(
            narrow,
            discounts=self.barred.discounts,
            redeployment=self.barred.redeployment,
            rules=tuple(row for row in self.barred.rules if row.soft or row.key[0] in self._hard),
        )

    @cached_property
    def _owned(self) -> csr_array:
        """As of the relaxation; limits held in each tier of a discount follow from those of its bidder."""
        known = super()._owned.tocoo()
        rows, owners = [known.row], [known.col]
        for name, stated in (("tier_capacity", "capacity"), ("tier_lots", "max_lots")):
            for block in self.program.rows:
                if block.name == name and len(block):
                    bidder = self._bidder_of[block.key(0)[0]]
                    each = [at for at, member in enumerate(self._stated) if self._limits(member.rows, stated, bidder)]
                    rows.append(np.repeat(np.arange(block.start, block.stop), len(each)))
                    owners.append(np.tile(np.array(each, dtype=np.int64), len(block)))
        at = (np.concatenate(rows), np.concatenate(owners))
        return csr_array(coo_array((np.ones(len(at[0]), dtype=np.int64), at), shape=known.shape))

    @staticmethod
    def _limits(rows: frozenset[tuple[str, tuple[str, ...]]], family: str, bidder: str) -> bool:
        return any(name == family and key[:1] == (bidder,) for name, key in rows)

    @cached_property
    def _bidder_of(self) -> dict[str, str]:
        """Bidder of each discount."""
        return {discount.id: discount.bidder for discount in self.case.discounts}

    @cached_property
    def family_of(self) -> NDArray[np.str_]:
        """Name of the family of each row."""
        names = [(block.name, len(block)) for block in self.program.rows]
        return np.repeat(np.array([name for name, _ in names]), [count for _, count in names])

    def freed(self, member: int) -> Ints:
        """Rows that hold for the case and no longer once a member is lifted."""
        return np.asarray(self.owners[:, [member]].tocoo().row, dtype=np.int64)

    @cached_property
    def held(self) -> Program:
        """The program without names, as it is sent to other processes."""
        return self.program.bare()
