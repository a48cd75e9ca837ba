"""What becomes of an award in its worst case."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np

from models import Evaluation
from models.robust import WorstBidder, WorstCase
from selector.appraise import Appraisal
from selector.decide.asked import bids_of
from selector.decide.robust.probability import exceeded
from selector.decide.robust.rises import Rise

_MILLION = 10**6


@dataclass(frozen=True)
class Worsts:
    """Awards of one appraisal, and what may be added to their bids."""

    appraisal: Appraisal
    rise: Rise

    def uncertain(self, award: Evaluation) -> int:
        """How many bidders of an award may turn out dearer."""
        return len(self.rise.of_bidders(self.appraisal, bids_of(award)))

    def of(self, award: Evaluation, budget: int) -> WorstCase:
        """An award where the ``budget`` bidders that hurt it most turn out dearer."""
        of_bidders = self.rise.of_bidders(self.appraisal, bids_of(award))
        worst = dict(list(of_bidders.items())[:budget])
        counted = award.certificate.objective
        if counted is None:
            raise AssertionError("an award has an objective")
        likely = exceeded(len(of_bidders), budget)
        return WorstCase(
            counted=counted,
            worst=counted + _pounds(sum(worst.values())),
            bidders=tuple(
                WorstBidder(bidder=self.appraisal.bidders.ids[bidder], rise=_pounds(pence))
                for bidder, pence in worst.items()
            ),
            uncertain=len(of_bidders),
            exceeded=Decimal(math.ceil(likely * _MILLION)) / _MILLION,
            over_budget=tuple(self._over_budget(award, budget)),
        )

    def _over_budget(self, award: Evaluation, budget: int) -> Iterator[str]:
        """The buyers whose budget of some year so many bidders could exceed, in their order."""
        a, limits = self.appraisal, self.appraisal.limits
        won = np.isin(a.bids.ids, list(bids_of(award)))[a.bids.pair_bid]
        buyer, bidder = a.lots.buyer[a.bids.pair_lot], a.bids.pair_bidder
        over = set()
        for at, year, most in zip(limits.budget_buyer, limits.budget_year, limits.budget, strict=True):
            mine = np.flatnonzero(won & (buyer == at))
            more = np.bincount(bidder[mine], self.rise.amounts[mine, year]) if len(mine) else np.zeros(0)
            worst = np.sort(more)[::-1][:budget].sum()
            if int(a.bids.amounts[mine, year].sum()) + int(worst) > most:
                over.add(int(at))
        yield from (limits.buyers[at] for at in sorted(over))


def _pounds(pence: int | Fraction) -> Decimal:
    return Decimal(int(pence)).scaleb(-2)
