"""What a buyer would choose for each of its lots if nothing else counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from models import Case, Evaluation, FavouriteLot
from selector.appraise import Appraisal
from selector.award import pounds
from selector.decide.choice.figures import Figures


@dataclass(frozen=True)
class Favourites:
    """The first choices of all buyers, beside an award. Packages count by their figures on the lot."""

    case: Case
    appraisal: Appraisal
    figures: Figures
    award: Evaluation

    def of(self, buyer: str) -> Iterator[FavouriteLot]:
        """The lots of a buyer, in the order of the case."""
        for row in self.award.awards:
            if row.buyer != buyer:
                continue
            won = self.figures.at[row.bid, row.lot]
            best = self._best[row.lot]
            forgone = int(self.figures.value[won] - self.figures.value[best])
            # Of bids that are as good the one that wins is told.
            favourite = best if forgone else won
            bid = self.appraisal.bids.pair_bid[favourite]
            yield FavouriteLot(
                lot=row.lot,
                service=row.service,
                bid=row.bid,
                bidder=row.bidder,
                favourite=self.appraisal.bids.ids[bid],
                favourite_bidder=self.appraisal.bidders.ids[self.appraisal.bids.bidder[bid]],
                given=not forgone,
                forgone=pounds(forgone),
            )

    @cached_property
    def _best(self) -> Mapping[str, int]:
        """By lot: the open pair of least value; of equal ones the cheapest, then the first."""
        bids, lots = self.appraisal.bids, self.appraisal.lots
        pairs = np.flatnonzero(bids.open[bids.pair_bid])
        order = pairs[np.lexsort((pairs, bids.cost[pairs], self.figures.value[pairs]))]
        found: dict[str, int] = {}
        for pair in order.tolist():
            found.setdefault(lots.ids[bids.pair_lot[pair]], pair)
        return found
