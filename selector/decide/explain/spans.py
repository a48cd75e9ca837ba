"""From what awards with a bid, or without it, come to at least and at most: between which prices it begins to win."""

import math
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import Difference, MoneyValued
from models.explain import Threshold
from selector.decide.explain.budgets import Budgets
from selector.decide.explain.changed import MOST_POINTS
from selector.decide.explain.intervals import between, most_at, points
from selector.decide.explain.offers import PENNY, Offer
from selector.decide.explain.reach import Reaches
from selector.decide.explain.setting import Setting
from selector.decide.explain.swaps import Swapped

Ints = NDArray[np.int64]
_DEARER, _LEAST_CAP = 10, 1_000
"""Prices are looked for up to so many times that of today, and up to so many pennies in any case."""
_SPARE = 2
_TIERS = ("tier", "priced")


@dataclass(frozen=True)
class Spans:
    """What is known of bids, as prices and points. All bounds hold for awards at any price, not only at that of today."""

    setting: Setting
    budgets: Budgets
    award: Ints
    """The award as columns of the program."""

    def apart(self, least: float, found: Swapped | None) -> Difference:
        """By how much the best award with a bid that has lost, or without one that has won, is behind the best of all."""
        low, setting = max(least, self.setting.least), self.setting
        return Difference(
            objective=setting.award.certificate.levels[0].objective,
            at_least=None if math.isinf(low) else PENNY * max(math.floor(low) - setting.best, 0),
            at_most=None
            if found is None or math.isinf(setting.least)
            else PENNY * max(found.units - int(setting.least), 0),
        )

    def wins_at(self, name: str, least: float, found: Swapped | None) -> Threshold:
        """The price at which a bid that has lost wins.

        It wins for sure where an award with it comes to less than every award may: then all the best have it, and at all
        lower prices. It loses where every award with it comes to more than the award that is known.
        """
        setting, offer = self.setting, self._offer(name)
        today, cap, discounts = setting.cost(name), self._cap(offer), self._discounts(name)
        at_least = at_most = None
        if found is not None and not math.isinf(setting.least):
            dearest = found.units + self._taken_off(discounts, found.columns)
            at_least = most_at(offer.cost, int(setting.least) - dearest + today - 1, cap)
        low = max(least, setting.least)
        if not math.isinf(low) and self._less_with_price(discounts):
            at_most = most_at(offer.cost, setting.best - math.floor(low) + self._spare(discounts) + today, cap)
            # At more than its price of today, more may be taken off it where it is discounted.
            if at_most == cap or (discounts and at_most >= offer.pennies):
                at_most = None
        return between(None if at_least is None or at_least < 0 else at_least, at_most)

    def wins_up_to(self, name: str, least: float, found: Swapped | None) -> Threshold:
        """Up to which price a bid that has won still wins."""
        setting, offer = self.setting, self._offer(name)
        today, cap, discounts = setting.cost(name), self._cap(offer), self._discounts(name)
        at_least = at_most = None
        low = max(least, setting.least)
        if not math.isinf(low):
            dearest = setting.best + self._taken_off(discounts, self.award)
            at_least = most_at(offer.cost, math.floor(low) - dearest + today, cap)
            at_least = None if at_least < 0 else self.budgets.kept_up_to(offer, at_least)
        if found is not None and not math.isinf(setting.least) and not discounts:
            at_most = most_at(offer.cost, found.units - int(setting.least) + today, cap)
            at_most = None if at_most == cap else at_most
        return between(at_least, at_most)

    def points(self, name: str, found: Swapped | None) -> Threshold:
        """With how many points more the award that was found comes to less than every award may."""
        setting, stated = self.setting, self.setting.case.objective
        unknown = found is None or math.isinf(setting.least) or self._reaches(name).quality == "any"
        if unknown or found is None or not isinstance(stated, MoneyValued) or not stated.quality_value:
            return points(None)
        lots, bids, pairs = setting.appraisal.lots, setting.appraisal.bids, setting.pairs(name)
        weight, room = lots.weight[bids.pair_lot[pairs]], MOST_POINTS - bids.quality[pairs]
        pence = Decimal(stated.quality_value) * 100 / (int(lots.weight.sum()) * 1000)
        missing = found.units - int(setting.least)

        def gained(more: int) -> int:
            # Less a penny: what it counts for is rounded, before and after.
            return math.floor(pence * int(weight @ np.minimum(more, room))) - 1

        enough = most_at(gained, missing, MOST_POINTS) + 1
        return points(None if enough > MOST_POINTS else enough)

    def _offer(self, name: str) -> Offer:
        return self.setting.offers.of(self.setting.bids[name])

    @staticmethod
    def _cap(offer: Offer) -> int:
        return max(offer.pennies * _DEARER, _LEAST_CAP)

    def _reaches(self, name: str) -> Reaches:
        setting = self.setting
        return Reaches(setting.case, setting.appraisal, setting.bids[name], setting.place[name])

    def _discounts(self, name: str) -> frozenset[str]:
        """Ids of the discounts that its price counts in."""
        return (
            frozenset(each.id for each in self._reaches(name).discounts) if self.setting.case.discounts else frozenset()
        )

    def _spare(self, discounts: frozenset[str]) -> int:
        """Pence by which rounding may move what some discounts take off."""
        return sum(len(each.bid) + _SPARE for each in self.setting.appraisal.discounts if each.id in discounts)

    def _taken_off(self, discounts: frozenset[str], award: Ints) -> int:
        """Pence that some discounts take off in an award: at another price it may be less, and at none do they add any."""
        off = 0
        for name in discounts:
            for columns in self._columns_of.get(name, ()):
                off -= int(self.setting.parts.charges[columns] @ award[columns])
        return max(off, 0) + self._spare(discounts) if discounts else 0

    @cached_property
    def _columns_of(self) -> dict[str, list[slice]]:
        """By discount: its tiers and priced columns."""
        found: dict[str, list[slice]] = {}
        for family in self.setting.program.columns:
            if family.name in _TIERS and len(family):
                found.setdefault(family.key(0)[0], []).append(slice(family.start, family.stop))
        return found

    def _less_with_price(self, discounts: frozenset[str]) -> bool:
        """Whether a lower price never has its bidder take more off."""
        return all(
            one.off <= other.off
            for each in self.setting.case.discounts
            if each.id in discounts
            for one, other in zip(each.tiers, each.tiers[1:], strict=False)
        )
