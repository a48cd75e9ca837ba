"""Who competes for the lots of frameworks that ask for competition.

Bidders that are not accredited do not compete, so the list of a framework has a part in what its competition bars.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models import Case, Framework
from selector.appraise import Appraisal

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

CLOSED = ("competition", "accredited_competition")
"""Families of rows that close lots for want of competition: among everybody, and among those accredited."""


@dataclass(frozen=True)
class Contest:
    """A lot that is called off only where enough bidders compete for it."""

    framework: Framework
    lot: int
    """Position of the lot."""
    pairs: Ints
    """Positions of the pairs for it, of bidders that are not at home."""
    bidders: tuple[str, ...]
    """Those bidders, each once."""

    @property
    def accredited(self) -> tuple[str, ...]:
        """Those of them that are accredited."""
        listed = self.framework.accredited
        return self.bidders if listed is None else tuple(name for name in self.bidders if name in listed)

    @property
    def others(self) -> tuple[str, ...]:
        """Those that would have to be accredited."""
        return tuple(name for name in self.bidders if name not in self.accredited)

    @property
    def missing(self) -> int:
        """How many are missing where only those accredited compete; 0 or less where there are enough."""
        return self.framework.min_competitors - len(self.accredited)

    @property
    def missing_of_all(self) -> int:
        """How many are missing where everybody competes."""
        return self.framework.min_competitors - len(self.bidders)


def contests(case: Case, appraisal: Appraisal) -> Iterator[Contest]:
    """The lots that some framework asks for competition for, in their order."""
    framework_of = {
        name: framework for framework in case.frameworks if framework.min_competitors for name in framework.services
    }
    if not framework_of:
        return
    bids, bidders, lots = appraisal.bids, appraisal.bidders, appraisal.lots
    away = np.flatnonzero(~bidders.at_home[bids.pair_bidder])
    away = away[np.argsort(bids.pair_lot[away], kind="stable")]
    first = np.searchsorted(bids.pair_lot[away], np.arange(len(lots) + 1))
    for lot in range(len(lots)):
        framework = framework_of.get(appraisal.services.ids[lots.service[lot]])
        pairs = away[first[lot] : first[lot + 1]]
        if framework is not None and len(pairs):
            names = tuple(bidders.ids[bidder] for bidder in np.unique(bids.pair_bidder[pairs]))
            yield Contest(framework, lot, pairs, names)
