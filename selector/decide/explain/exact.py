"""One bid of a case whose best award is proven: what it would have had to be, or how far it is ahead, by solving."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from models import Bid, Case, Difference, Evaluation, MoneyValued, Options
from models.explain import Bar, Threshold
from selector.appraise import Appraisal
from selector.decide.explain import changed
from selector.decide.explain.barred import bars
from selector.decide.explain.offers import PENNY, Offer
from selector.decide.explain.reach import Reach, Reaches
from selector.decide.explain.trial import NO_AWARD, Bench, ByLevels, ByValue, Trial
from selector.decide.explain.turning import Turning, falling, rising
from selector.levels import Level, levels
from selector.program import objectives

_THOUSANDTH = Decimal("0.001")
_SECONDS_FOR_BARS = 10.0
OPEN = Threshold(proof="open")


@dataclass(frozen=True)
class Exact:
    """A bid that may be accepted, and the best award, which is proven to the penny."""

    case: Case
    options: Options
    appraisal: Appraisal
    best: Evaluation
    offer: Offer
    bench: Bench

    @property
    def bid(self) -> Bid:
        """The bid."""
        return self.offer.bid

    @cached_property
    def with_it(self) -> int | None:
        """Units of the first level in the best award with it; None where it is open."""
        return self.bench.least(changed.forced(self.appraisal, self.bench.position))

    @cached_property
    def without_it(self) -> int | None:
        """Units of the first level in the best award without it; None where it is open."""
        return self.bench.least(changed.closed(self.appraisal, self.bench.position))

    def behind(self, units: int | None) -> Difference | None:
        """The first level at so many units, less that of the best award; None where there is no such award, or it is open."""
        level, stated = self._first, self.best.certificate.levels[0]
        if units is None or units == NO_AWARD:
            return None
        apart = level.amount(units) - stated.best
        return Difference(objective=stated.objective, at_least=apart, at_most=apart)

    def winning_price(self) -> Threshold:
        """What it would have had to ask."""
        if self.with_it is None:
            return OPEN
        if (self.with_it == NO_AWARD and self.reaches.price == "alone") or self._is_out(self.reaches.before_price):
            return Threshold(proof="never")
        today = self.offer.pennies if self.reaches.price != "any" else int(self.bid.price / PENNY)
        trial = self._priced(self.with_it, self._rival)
        if trial is None:
            return OPEN
        found = _threshold(falling(trial, today, self.reaches.price), self._pounds)
        return Threshold(proof="never") if found.proof == "none_found" and self._is_barred else found

    def winning_quality(self) -> Threshold:
        """How many points more it would have had to have."""
        if self.with_it is None:
            return OPEN
        if (self.with_it == NO_AWARD and self.reaches.quality == "alone") or self._is_out(self.reaches.before_quality):
            return Threshold(proof="never")
        rival = self._rival
        if rival is None:
            return OPEN
        most = changed.MOST_POINTS
        trial = self._trial(self._better, self._own_quality, self.with_it, rival, self.reaches.quality)
        found = falling(trial, most, self.reaches.quality)
        # Counted from what is missing to 100: the most that may be missing is the least to be added.
        added = Turning(
            None if found.most is None else most - found.most,
            None if found.least is None else most - found.least,
            never=found.never,
            sure=found.sure,
        )
        return _threshold(added, lambda steps: _THOUSANDTH * steps)

    def wins_up_to(self) -> Threshold:
        """What it could ask and still win."""
        with_it, rival = self.with_it, self._rival
        if with_it is None or rival is None or self.without_it is None:
            return OPEN
        if self.without_it == NO_AWARD and not self.reaches.is_budgeted and self.reaches.price != "any":
            return Threshold(proof="always")
        before = self.reaches.before_price
        if before and (before == self.reaches.levels or self.bench.accepts(self.appraisal, wanted=False, first=before)):
            return Threshold(proof="always")
        trial = self._priced(with_it, rival)
        if trial is None:
            return OPEN
        return _threshold(rising(trial, int(self.bid.price / PENNY), self.reaches.price), self._pounds)

    def bars(self) -> tuple[Bar, ...]:
        """What keeps it from winning, where no award contains it at any price."""
        if not self._is_barred:
            return ()
        until = self.bench.until
        seconds = _SECONDS_FOR_BARS if until is None else min(max(until - time.monotonic(), 0.0), _SECONDS_FOR_BARS)
        return bars(self.case, self.bid, self.options, seconds, self.bench.stop)

    @cached_property
    def _is_barred(self) -> bool:
        """Whether no award contains it at any price: a lower one frees more, but where rules hold spend."""
        if self.reaches.has_rule("spend", "share_of_spend"):
            return False
        return self.bench.least(changed.forced(self._cheaper(0), self.bench.position)) == NO_AWARD

    def _is_out(self, before: int) -> bool:
        """Whether the first levels, which are as they are, leave no award with it."""
        return bool(before) and self.bench.accepts(self.appraisal, wanted=True, first=before) is False

    @cached_property
    def reaches(self) -> Reaches:
        """How far its price and its quality reach."""
        return Reaches(self.case, self.appraisal, self.bid, self.bench.position)

    @cached_property
    def _first(self) -> Level:
        return levels(self.case.objective, objectives(self.appraisal))[0]

    @cached_property
    def _rival(self) -> int | None:
        """Units of the best award without it: of one that has lost, those of the best of all where nothing is rounded."""
        accepted = any(row.bid == self.bid.id for row in self.best.awards)
        if not accepted and self.reaches.levels == 1 and isinstance(self.case.objective, MoneyValued):
            return int(self.best.certificate.levels[0].best / PENNY)
        return self.without_it if self.reaches.levels == 1 else NO_AWARD

    def _priced(self, with_it: int, rival: int | None) -> Trial | None:
        if rival is None:
            return None
        return self._trial(self._cheaper, self._own_cost, with_it, rival, self.reaches.price)

    def _trial(self, at: Callable[[int], Appraisal], own: "_Own", with_it: int, rival: int, reach: Reach) -> Trial:
        if self.reaches.levels > 1:
            return ByLevels(self.bench, at)
        return ByValue(
            self.bench,
            at,
            own.of,
            rival,
            (own.today, with_it),
            tolerance=self._first.goal.tolerance,
            alone=reach == "alone",
        )

    @cached_property
    def _own_cost(self) -> "_Own":
        if not self.reaches.price_counts:
            return _Own(lambda _: 0, 0)
        return _Own(self.offer.cost, int(self.appraisal.bids.of_bids(self.appraisal.bids.cost)[self.bench.position]))

    @cached_property
    def _own_quality(self) -> "_Own":
        column = int(self.appraisal.bids.open[: self.bench.position].sum())

        def units(appraisal: Appraisal) -> int:
            level = levels(self.case.objective, objectives(appraisal))[0]
            return int(level.goal.coefficients[column])

        return _Own(lambda missing: units(self._better(missing)), units(self.appraisal))

    def _cheaper(self, pennies: int) -> Appraisal:
        return changed.at_price(self.case, self.appraisal, self.bench.position, self.offer.figures(pennies))

    def _better(self, missing: int) -> Appraisal:
        return changed.with_quality(self.case, self.appraisal, self.bench.position, changed.MOST_POINTS - missing)

    @staticmethod
    def _pounds(pennies: int) -> Decimal:
        return PENNY * pennies


class _Own:
    """What a bid adds to the only level by itself, at any figure, worked out once each, and at that of today."""

    def __init__(self, of: Callable[[int], int], today: int) -> None:
        self._of, self.today = of, today
        self._known: dict[int, int] = {}

    def of(self, steps: int) -> int:
        """Units at so many steps."""
        if steps not in self._known:
            self._known[steps] = self._of(steps)
        return self._known[steps]


def _threshold(found: Turning, figure: Callable[[int], Decimal]) -> Threshold:
    if found.never:
        return Threshold(proof="never" if found.sure else "none_found")
    least = None if found.least is None else figure(found.least)
    most = None if found.most is None else figure(found.most)
    if least is None and most is None:
        return OPEN
    if least == most:
        return Threshold(proof="exact" if found.sure else "first_found", at_least=least, at_most=most)
    return Threshold(proof="interval", at_least=least, at_most=most)
