"""What bids are worth to the board lot by lot, so that the best of several for a lot can be told."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property

from models import Case, MoneyValued, Ratio
from selector.appraise import Appraisal

_PENCE = 100
_THOUSANDTHS = 1000

Worth = tuple[Fraction, ...]


class Valued:
    """The board's objective, of pairs of a bid and a lot: less is better.

    Charges, discounts and penalties belong to no lot and are left out.
    """

    def __init__(self, case: Case, appraisal: Appraisal) -> None:
        self._objective = case.objective
        self._bids, self._lots, self._scores = appraisal.bids, appraisal.lots, appraisal.scores

    def best_by_lot(self, pairs: Iterable[int]) -> Mapping[int, int]:
        """Of some pairs the best for each lot they are for; of equals the cheapest, then the one of least liability."""
        best: dict[int, tuple[Worth, int]] = {}
        for pair in pairs:
            lot, ranked = int(self._bids.pair_lot[pair]), (self._worth(pair), pair)
            if lot not in best or ranked < best[lot]:
                best[lot] = ranked
        return {lot: pair for lot, (_, pair) in best.items()}

    def _worth(self, pair: int) -> Worth:
        cost, liability = int(self._bids.cost[pair]), int(self._bids.liability[pair])
        return (*self._levels(pair, cost, liability), Fraction(cost), Fraction(liability))

    def _levels(self, pair: int, cost: int, liability: int) -> Worth:
        disruption = Fraction(int(self._bids.disruption[pair]), _THOUSANDTHS)
        points = Fraction(int(self._bids.quality[pair]), _THOUSANDTHS)
        stated = self._objective
        if isinstance(stated, MoneyValued):
            weight = Fraction(int(self._lots.weight[self._bids.pair_lot[pair]]), self._total_weight)
            pounds = Fraction(stated.disruption_value) * disruption - Fraction(stated.quality_value) * points * weight
            return (cost + Fraction(stated.liability_weight) * liability + pounds * _PENCE,)
        if isinstance(stated, Ratio):
            # Bids that are barred have no scores; who asks for the best of some asks for open ones.
            return () if self._scores is None else (Fraction(-int(self._scores[pair])),)
        value = {
            "cost": Fraction(cost),
            "quality": -points,
            "liability": Fraction(liability),
            "disruption": disruption,
            "penalty": Fraction(0),
        }
        return tuple(value[level.objective] for level in stated.levels)

    @cached_property
    def _total_weight(self) -> int:
        return int(self._lots.weight.sum())
