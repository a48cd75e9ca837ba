"""How far a figure of a bid reaches into the program: into the objective alone, or into what is allowed and others' worth."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from models import Bid, Case, Lexicographic, MoneyValued, Ratio
from selector.appraise import Appraisal, Discount

Reach = Literal["alone", "falling", "any"]
"""``alone``: the figure enters one level alone, which is the only one, and moves every award with the bid by as much.
``falling``: the nearer to nothing a price falls, the more awards with the bid are among the best, and the fewer others.
``any``: neither is sure."""

_OWN_SCORE = ("lowest_over_price", "lowest_to_highest", "to_the_mean", "to_a_benchmark")


@dataclass(frozen=True)
class Reaches:
    """The reach of the price of a bid, and of its quality."""

    case: Case
    appraisal: Appraisal
    bid: Bid
    position: int
    """Of the bid, among all."""

    @cached_property
    def price(self) -> Reach:
        """That of its list price.

        A discount at a rate rounds what it takes off; the parts of a package are rounded so that they add up. Either may
        go back by a penny where the price goes up by one: where such a part counts by itself, nothing is sure.
        """
        if self._is_discounted or self.has_rule("spend", "share_of_spend"):
            return "any"
        if self.is_budgeted and len(self._buyers) > 1:
            return "any"
        stated = self.case.objective
        if isinstance(stated, Ratio):
            absolute = stated.formula == "to_a_benchmark" and len(self.bid.lots) == 1
            return "any" if not absolute or self.is_budgeted else self._by_level(self._priorities)
        return self._reach(self._level("cost"), moves_rows=self.is_budgeted)

    @cached_property
    def quality(self) -> Reach:
        """That of its quality."""
        if any(
            rule.active and rule.metric == "mean_quality" and (rule.is_soft or rule.sense != "at_least")
            for rule in self.case.rules
        ):
            return "any"
        stated = self.case.objective
        if isinstance(stated, Ratio):
            if stated.formula not in _OWN_SCORE or self._is_held_to_quality:
                return "any"
            return self._by_level(self._priorities)
        return self._reach(self._level("quality"), moves_rows=self._is_held_to_quality)

    @cached_property
    def before_price(self) -> int:
        """Levels that come before all that the price may move; 0 where it may move the first, or what is allowed."""
        if self.is_budgeted or self._is_discounted or self.has_rule("spend", "share_of_spend"):
            return 0
        if isinstance(self.case.objective, Ratio):
            return self._priorities
        level = self._level("cost")
        return self.levels if level is None else level

    @cached_property
    def before_quality(self) -> int:
        """Levels that come before all that quality may move; 0 where it may move the first, or what is allowed."""
        if self._is_held_to_quality:
            return 0
        if isinstance(self.case.objective, Ratio):
            return self._priorities
        level = self._level("quality")
        return self.levels if level is None else level

    def _reach(self, level: int | None, *, moves_rows: bool) -> Reach:
        if self.levels == 1:
            return "falling" if moves_rows or level is None else "alone"
        return "any" if moves_rows else self._by_level(level)

    def _by_level(self, level: int | None) -> Reach:
        """After the level that it enters one more may follow: with two, what the first gives up may decide either way."""
        return "falling" if level is None or level >= self.levels - 2 else "any"

    def _level(self, name: str) -> int | None:
        """Position of the level that an objective enters; None where it enters none."""
        stated = self.case.objective
        if isinstance(stated, MoneyValued):
            return self._priorities if name == "cost" or stated.quality_value else None
        if isinstance(stated, Lexicographic):
            names = [level.objective for level in stated.levels]
            return self._priorities + names.index(name) if name in names else None
        raise TypeError("scores mix price and quality")

    @cached_property
    def levels(self) -> int:
        """How many levels the objective has, priorities of rules among them."""
        stated = self.case.objective
        if isinstance(stated, Lexicographic):
            named = {level.objective for level in stated.levels}
            return self._priorities + len(named) + (self.appraisal.penalised and "penalty" not in named)
        return self._priorities + (2 if isinstance(stated, Ratio) else 1)

    @property
    def _priorities(self) -> int:
        return len(self.appraisal.priorities)

    @cached_property
    def _buyers(self) -> frozenset[int]:
        """The buyers of its lots."""
        bids = self.appraisal.bids
        first, end = np.searchsorted(bids.pair_bid, (self.position, self.position + 1))
        return frozenset(self.appraisal.lots.buyer[bids.pair_lot[first:end]].tolist())

    @property
    def price_counts(self) -> bool:
        """Whether the price enters the objective by what it costs, or is scored."""
        stated = self.case.objective
        if isinstance(stated, Lexicographic):
            return any(level.objective == "cost" for level in stated.levels)
        return not isinstance(stated, Ratio) or bool(stated.price_weight) or stated.formula not in _OWN_SCORE

    @property
    def is_budgeted(self) -> bool:
        """Whether some buyer that it is for has a budget."""
        return bool(np.isin(self.appraisal.limits.budget_buyer, list(self._buyers)).any())

    @property
    def _is_discounted(self) -> bool:
        return any(True for _ in self.discounts)

    @property
    def discounts(self) -> Iterator[Discount]:
        """The discounts that its price counts in."""
        for each in self.appraisal.discounts:
            if self.position in each.bid and self._prices_count(each.id):
                yield each

    def _prices_count(self, name: str) -> bool:
        """Whether a discount sets its tiers by prices, or takes off a share of them."""
        stated = next(each for each in self.case.discounts if each.id == name)
        return stated.by == "spend" or stated.tiers[0].rate is not None

    def has_rule(self, *metrics: str) -> bool:
        """Whether a rule that is active holds one of these."""
        return any(rule.active and rule.metric in metrics for rule in self.case.rules)

    @property
    def _is_held_to_quality(self) -> bool:
        """Whether some limit asks for a mean quality."""
        services, limits = self.appraisal.services, self.appraisal.limits
        asked = (services.standard, services.provider_standard, limits.mean_quality)
        return any(np.isfinite(each).any() for each in asked) or self.has_rule("mean_quality")
