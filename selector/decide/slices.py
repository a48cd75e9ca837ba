"""The rows of a program by what they are about: of each service, and of each buyer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from selector.decide.relaxation import Relaxation

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Slices:
    """The rows of a relaxation, by service and by buyer."""

    relaxation: Relaxation

    def each(self, rows: Bools) -> Iterator[Bools]:
        """Of some rows: those of each service, then those of each buyer."""
        for about in (self._services, self._buyers):
            yield from (part for _, part in _by_entity(about, rows))

    def pairs(self, rows: Bools, moved: Bools) -> Iterator[Bools]:
        """Of some rows: those of each service with those of each buyer of it, where some that ``moved`` are among them."""
        buyers = dict(_by_entity(self._buyers, rows))
        for service, of_service in _by_entity(self._services, rows):
            for buyer, of_buyer in buyers.items():
                both = of_service | of_buyer
                if (moved & both).any() and self._buys(buyer, service):
                    yield both

    def _buys(self, buyer: int, service: int) -> bool:
        lots = self.relaxation.appraisal.lots
        return bool(((lots.service == service) & (lots.buyer == buyer)).any())

    @cached_property
    def _services(self) -> csr_array:
        c = self.relaxation.columns
        outposts = c.appraisal.outposts
        rules = [(marked.whole, c.appraisal.lots.service[marked.lot]) for marked in (c.rules.served, c.rules.winning)]
        grounds = [(np.arange(each.first, each.stop), each.ground.service) for each in c.grounds.territories]
        return self._about(
            [
                (c.accept, c.service),
                (c.provides, c.provide_service),
                (np.arange(c.first_member, c.first_outpost), c.member_service),
                (np.arange(c.outposts.first, c.outposts.stop), outposts.service[c.outposts.entry]),
                *rules,
                *((columns, np.full(len(columns), service)) for columns, service in grounds),
            ],
            len(c.appraisal.services),
        )

    @cached_property
    def _buyers(self) -> csr_array:
        c = self.relaxation.columns
        serves = np.arange(c.first_serve, c.first_stand)
        rules = [(marked.whole, c.appraisal.lots.buyer[marked.lot]) for marked in (c.rules.served, c.rules.winning)]
        return self._about([(c.accept, c.buyer), (serves, c.serve_buyer), *rules], len(c.appraisal.limits.buyers))

    def _about(self, parts: Sequence[tuple[Ints, Ints]], entities: int) -> csr_array:
        """Rows x entities: whether all columns of the row have to do with the entity; ``parts`` pairs the two.

        What several entities have a part in, such as a package for two services, is about each of them.
        """
        matrix = self.relaxation.program.matrix
        column, entity = (np.concatenate(each) for each in zip(*parts, strict=True))
        column, entity = np.unique(np.stack([column, entity]), axis=1)
        has = csr_array((np.ones(len(column), dtype=np.int64), (column, entity)), shape=(matrix.shape[1], entities))
        entered = csr_array((np.ones(matrix.nnz, dtype=np.int64), matrix.indices, matrix.indptr), shape=matrix.shape)
        counts = (entered @ has).tocoo()
        all_of_them = counts.data == np.diff(matrix.indptr)[counts.row]
        row, of = counts.row[all_of_them], counts.col[all_of_them]
        return csr_array((np.ones(len(row), dtype=np.bool_), (row, of)), shape=(matrix.shape[0], entities))


def _by_entity(about: csr_array, rows: Bools) -> Iterator[tuple[int, Bools]]:
    """Services, or buyers, with those of some rows that are about each."""
    by_entity = about.tocsc()
    for entity in range(about.shape[1]):
        of_it = by_entity.indices[by_entity.indptr[entity] : by_entity.indptr[entity + 1]]
        part = np.zeros(len(rows), dtype=np.bool_)
        part[of_it] = rows[of_it]
        if part.any():
            yield entity, part
