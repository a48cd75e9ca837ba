"""What shows before any solve that a case has no award: sums and counts over its bids.

Each check gives members that cannot hold together, with proof by arithmetic; few of them may matter, and the deletion
filter tells which.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import Case
from selector.appraise import Appraisal
from selector.decide.unusable import Unusable

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Names = tuple[str, ...]
# Standards may have more decimals than floats: what is missing by less, in thousandths of a point, a solve will tell.
_ROUNDING = 1e-6


def early(case: Case, appraisal: Appraisal) -> tuple[Names, ...]:
    """Sets of names of members that cannot hold together, the smallest first; none where nothing shows."""
    checks = _Checks(case, appraisal)
    found = {tuple(sorted(set(names))) for check in _CHECKS for names in check(checks)}
    return tuple(sorted(found, key=lambda names: (len(names), names)))


@dataclass(frozen=True)
class _Checks:
    case: Case
    appraisal: Appraisal

    @cached_property
    def unusable(self) -> Unusable:
        return Unusable(self.case, self.appraisal)

    @cached_property
    def usable(self) -> Bools:
        """Whether each pair's bid can be accepted at all."""
        bids = self.appraisal.bids
        kept = np.ones(len(bids), dtype=np.bool_)
        kept[list(self.unusable.reasons)] = False
        return kept[bids.pair_bid]

    def reasons(self, pairs: Bools) -> Iterator[str]:
        """Why those of some pairs that cannot be accepted cannot."""
        for bid in np.unique(self.appraisal.bids.pair_bid[pairs & ~self.usable]):
            yield self.unusable.reasons[int(bid)][0]

    def lots(self) -> Iterator[Names]:
        """Lots that no bid can win."""
        lot, count = self.appraisal.bids.pair_lot, len(self.appraisal.lots)
        covered = np.bincount(lot, self.usable, minlength=count) > 0
        for each in np.flatnonzero(~covered):
            yield tuple(self.reasons(lot == each))

    def budgets(self) -> Iterator[Names]:
        """Budgets below the cheapest bids."""
        limits = self.appraisal.limits
        for buyer, year, budget in zip(limits.budget_buyer, limits.budget_years, limits.budget, strict=True):
            name = f"budget[{limits.buyers[buyer]}, {year}]"
            yield from self._at_most(name, self._of_buyer(int(buyer)), self._price, float(budget))

    def liability(self) -> Iterator[Names]:
        """Caps below the least liability."""
        limits = self.appraisal.limits
        for buyer in np.flatnonzero(np.isfinite(limits.liability_caps)).tolist():
            name = f"liability_cap[{limits.buyers[buyer]}]"
            yield from self._at_most(name, self._of_buyer(buyer), self._paid, float(limits.liability_caps[buyer]))
        if np.isfinite(limits.liability_cap):
            every = np.ones(len(self.appraisal.lots), dtype=np.bool_)
            yield from self._at_most("liability_cap", every, self._paid, limits.liability_cap)

    def mean_quality(self) -> Iterator[Names]:
        """Means above those of the best bids."""
        a = self.appraisal
        for buyer in np.flatnonzero(np.isfinite(a.limits.mean_quality)).tolist():
            lots = self._of_buyer(buyer)
            missing = a.lots.weight[a.bids.pair_lot] * (a.limits.mean_quality[buyer] - a.bids.quality)
            yield from self._at_most(
                f"min_mean_quality[{a.limits.buyers[buyer]}]", lots, missing, _ROUNDING * float(a.lots.weight.sum())
            )
        for service in np.flatnonzero(np.isfinite(a.services.standard)).tolist():
            missing = a.lots.people[a.bids.pair_lot] * (a.services.standard[service] - a.bids.quality)
            lots = a.lots.service == service
            yield from self._at_most(
                f"quality_standard[{a.services.ids[service]}]", lots, missing, _ROUNDING * float(a.lots.people.sum())
            )

    def room(self) -> Iterator[Names]:
        """Services whose bidders have too little room between them."""
        a = self.appraisal
        total = np.bincount(a.lots.service, a.lots.volume, minlength=len(a.services))
        room = np.minimum(self.unusable.offered, a.bidders.capacity).sum(axis=0)
        for service in np.flatnonzero(room < total).tolist():
            limited = np.flatnonzero(a.bidders.capacity[:, service] < self.unusable.offered[:, service]).tolist()
            yield tuple(f"capacity[{a.bidders.ids[bidder]}, {a.services.ids[service]}]" for bidder in limited)

    def floors(self) -> Iterator[Names]:
        """Services whose volume does not make so many providers as there must be, each at its floor."""
        a = self.appraisal
        total = np.bincount(a.lots.service, a.lots.volume, minlength=len(a.services))
        of_service = a.lots.service[a.bids.pair_lot]
        for service, row in enumerate(self.case.services):
            able = np.unique(a.bids.bidder[a.bids.pair_bid[of_service == service]])
            least = np.sort(a.bidders.floor[able, service])
            floors = [f"floor[{row.id}]"] * bool(row.floor)
            kinds = {self.case.bidders[bidder].kind for bidder in able.tolist() if bidder < len(self.case.bidders)}
            floors += [
                f"floor_by_kind[{row.id}, {kind}]" for kind, most in row.floor_by_kind.items() if most and kind in kinds
            ]
            asked = [((), 1), ((f"min_providers[{row.id}]",), row.min_providers)]
            asked += [((f"shape[{row.id}]",), 2)] if row.shape == "plural" else []
            for members, count in asked:
                if count and least[:count].sum() > total[service]:
                    yield (*floors, *members)

    def counts(self) -> Iterator[Names]:
        """Services that are to have more providers than bid for them, or than they have lots."""
        a = self.appraisal
        of_service = a.lots.service[a.bids.pair_lot]
        for service, name in enumerate(a.services.ids):
            asked = [(f"min_providers[{name}]", int(a.services.min_providers[service]))]
            asked += [(f"shape[{name}]", 2)] if a.services.plural[service] else []
            here = of_service == service
            able = len(np.unique(a.bids.bidder[a.bids.pair_bid[here & self.usable]]))
            lots = int(np.count_nonzero(a.lots.service == service))
            for member, least in asked:
                if least <= 1:  # every service has a provider in any case
                    continue
                if lots < least:
                    yield (member,)
                elif able < least:
                    yield (member, *self.reasons(here))

    @property
    def _price(self) -> Ints:
        return self.appraisal.bids.list_price

    @property
    def _paid(self) -> Ints:
        return self.appraisal.bids.buyers_liability

    def _of_buyer(self, buyer: int) -> Bools:
        own: Bools = self.appraisal.lots.buyer == buyer
        return own

    def _at_most(self, name: str, lots: Bools, values: NDArray[np.generic], most: float) -> Iterator[Names]:
        """Whether the least that ``values``, one a pair, come to over some lots is more than ``most``."""
        here = lots[self.appraisal.bids.pair_lot]
        if self._least(values, here) > most:
            yield (name,)
        elif self._least(values, here & self.usable) > most:
            yield (name, *self.reasons(here))

    def _least(self, values: NDArray[np.generic], pairs: Bools) -> float:
        lot = self.appraisal.bids.pair_lot[pairs]
        least = np.full(len(self.appraisal.lots), np.inf)
        np.minimum.at(least, lot, values[pairs].astype(np.float64))
        return float(least[np.isfinite(least)].sum())


_CHECKS: tuple[Callable[[_Checks], Iterator[Names]], ...] = (
    _Checks.lots,
    _Checks.budgets,
    _Checks.liability,
    _Checks.mean_quality,
    _Checks.room,
    _Checks.floors,
    _Checks.counts,
)
