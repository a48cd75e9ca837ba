"""What the price of a bid takes of its buyers' budgets."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from selector.decide.explain.offers import PENNY, Offer
from selector.decide.explain.relaxed import BUDGET
from selector.decide.explain.setting import Setting

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Budgets:
    """The budgets of a case, and what its award leaves of them."""

    setting: Setting

    def prices_count(self, name: str) -> Mapping[int, float]:
        """By row of the program: how much of what a bid takes there is its price, as the row is scaled."""
        pairs, bids = self.setting.pairs(name), self.setting.appraisal.bids
        buyer = self.setting.appraisal.lots.buyer[bids.pair_lot[pairs]]
        rows = [(row, year, each) for each in np.unique(buyer).tolist() for row, year in self._rows.get(each, ())]
        if not rows:
            return {}
        offer = self.setting.offers.of(self.setting.bids[name])
        less = bids.amounts[pairs] - np.array(offer.figures(0).amounts, dtype=np.int64)
        factor = self.setting.program.factor
        return {row: float(less[buyer == whose, year].sum() * factor[row]) for row, year, whose in rows}

    def kept_up_to(self, offer: Offer, price: int) -> int:
        """The highest price in pennies, up to this one, at which the award keeps every budget; it does at that of today."""
        least, beyond = int(offer.bid.price / PENNY), price + 1
        if price <= least or self._keeps(offer, price):
            return price
        while beyond - least > 1:
            middle = (least + beyond) // 2
            least, beyond = (middle, beyond) if self._keeps(offer, middle) else (least, middle)
        return least

    @cached_property
    def _rows(self) -> Mapping[int, list[tuple[int, int]]]:
        """By buyer: its rows in the program, each with its year."""
        limits = self.setting.appraisal.limits
        buyers = {name: at for at, name in enumerate(limits.buyers)}
        years = dict(zip(limits.budget_years, limits.budget_year.tolist(), strict=True))
        found: dict[int, list[tuple[int, int]]] = {}
        for family in self.setting.program.rows:
            for at in range(len(family) if family.name == BUDGET else 0):
                buyer, year = family.key(at)
                found.setdefault(buyers[buyer], []).append((family.start + at, years[year]))
        return found

    def _keeps(self, offer: Offer, price: int) -> bool:
        appraisal = self.setting.appraisal
        limits, pairs = appraisal.limits, self.setting.pairs(offer.bid.id)
        more = np.array(offer.figures(price).amounts, dtype=np.int64) - appraisal.bids.amounts[pairs]
        buyer = appraisal.lots.buyer[appraisal.bids.pair_lot[pairs]]
        after = self._spent.copy()
        np.add.at(after, buyer, more)
        return bool((after[limits.budget_buyer, limits.budget_year] <= limits.budget).all())

    @cached_property
    def _spent(self) -> Ints:
        """Buyers x years: pence of the award."""
        appraisal = self.setting.appraisal
        bids = appraisal.bids
        won = np.isin(bids.pair_bid, self.setting.columns.bid[self.setting.won])
        spent = np.zeros((len(appraisal.limits.buyers), bids.amounts.shape[1]), dtype=np.int64)
        np.add.at(spent, appraisal.lots.buyer[bids.pair_lot[won]], bids.amounts[won])
        return spent
