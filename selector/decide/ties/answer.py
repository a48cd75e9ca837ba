"""The answer to which other awards are near the best: the best of those that have not come out, one after another."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from models import BestAward, Case, Evaluation, Level, Options
from models.ties import NearTies, OtherAward
from selector.appraise import Appraisal, appraise
from selector.board import BOARD_SIZE
from selector.decide.asked import bounded
from selector.decide.provenance import provenance
from selector.decide.ties.sentence import sentence
from selector.decide.ties.start import nearest
from selector.decide.without.difference import totals_difference
from selector.decide.without.handovers import handovers
from selector.decide.without.measure import is_priority
from selector.decide.without.measure import sign as sign_of
from selector.search import Sign, search
from selector.solve.memory import Memory

_DONE = ("optimal", "infeasible")
_LEAST, _WORTH_A_SEARCH = 0.01, 1.0
"""Seconds that a search has, and below which none is begun once one has met its limit."""
_SHARE = 0.5
"""Of the time that is left, what the search for one more award has in a large case."""
# Where a first objective has a wide tolerance, a great many awards further behind may come out before the last that counts.
_MOST_LEFT_OUT = 50


@dataclass(frozen=True)
class _Distance:
    """How far an award is behind the best: an earlier level at which it is, or the first of the board's own."""

    behind: Decimal
    beyond: bool
    """Whether it is proven that rules of some priority, which come before the objective, tell it and the rest apart."""


@dataclass(frozen=True)
class Answer:
    """Who answers, within which limits."""

    case: Case
    options: Options
    on_progress: Callable[[Sign], None]
    stop: Callable[[], bool]
    isolated: bool
    started: float
    """When the question was asked, on the monotonic clock."""
    memory: Memory
    """What searches came to: each begins with what is proven of the one before."""

    def ties(self, award: Evaluation | None, within: Decimal, most: int) -> NearTies:
        """The awards within so much of the best, at most so many."""
        best = award or self._search(())
        return replace(self, options=bounded(self.case, self.options, self.started))._near(best, within, most)

    def _near(self, best: Evaluation, within: Decimal, most: int) -> NearTies:
        others: list[OtherAward] = []
        left_out: list[Decimal] = []
        apart = [frozenset(row.bid for row in best.awards)]
        complete, beyond = not best.awards and best.status in _DONE, None
        # Two awards that are not proven the best may come out in any order: near what, nobody could tell.
        while best.status == "optimal" and best.awards:
            found = self._search(apart)
            bound = self._bound(best, found)
            if found.status == "infeasible":
                complete, beyond = True, min(left_out, default=None)
                break
            if bound is not None and bound > within:
                complete, beyond = True, bound
                break
            enough = len(others) == most or len(left_out) == _MOST_LEFT_OUT
            if not found.awards or enough:
                beyond = bound
                break
            apart.append(frozenset(row.bid for row in found.awards))
            distance = _distance(best, found)
            if distance.beyond:
                complete = True
                break
            # Held within a tolerance, a first objective may be further behind than that of the next to come out.
            if distance.behind <= within:
                others.append(self._other(best, found, distance.behind))
            else:
                left_out.append(distance.behind)
            if found.certificate.limit is not None and (self.stop() or not self._left(1)):
                beyond = bound
                break
        return NearTies(
            name=self.case.name,
            status=best.status,
            within=within,
            most=most,
            best=BestAward.of(best),
            ties=_verdict(best, others, complete),
            awards=tuple(others),
            complete=complete,
            # How far behind those are that keep rules of a priority less well was not asked.
            beyond=None if beyond is None or _priorities(best) else min([beyond, *left_out]),
            seconds=round(time.monotonic() - self.started, 3),
            provenance=provenance(self.case, self.options),
        )

    @cached_property
    def appraisal(self) -> Appraisal:
        """That of the case."""
        return appraise(self.case)

    @property
    def _is_large(self) -> bool:
        """Whether a search may end before it has found any award by itself."""
        return len(self.case.bids) > BOARD_SIZE

    def _search(self, apart: "list[frozenset[str]] | tuple[()]") -> Evaluation:
        # A large case may take all the time there is for the next award alone.
        left = self._left(_SHARE if self._is_large and apart else 1)
        return search(
            self.case,
            self.options.model_copy(update={"time_limit": None if left is None else max(left, _LEAST)}),
            on_progress=self.on_progress,
            stop=self.stop,
            isolated=self.isolated,
            appraisal=self.appraisal,
            start=nearest(self.appraisal, self.case.objective, apart[-1]) if self._is_large and apart else (),
            memory=self.memory,
            apart=apart,
        )

    def _left(self, share: float) -> float | None:
        """Seconds: a share of what is left of the limit; 0 where too little is left for anything, None for no limit."""
        limit = self.options.time_limit
        left = None if limit is None else limit - (time.monotonic() - self.started)
        return None if left is None else share * left if left > _WORTH_A_SEARCH else 0.0

    def _bound(self, best: Evaluation, found: Evaluation) -> Decimal | None:
        """How far behind the best every award is that has not come out, in the board's first objective.

        But for those that keep rules of some priority less well. None where nothing is proven, or all that are left do.
        """
        first = _priorities(best)
        levels = zip(best.certificate.levels[:first], found.certificate.levels, strict=False)
        if found.certificate.bound is None or any(_behind(level, other) for level, other in levels):
            return None
        own = best.certificate.levels[first]
        # As far as the award itself is, which may have given up some of what is best for what came later.
        return max(sign_of(own.objective) * (found.certificate.bound - own.value), Decimal(0))

    def _other(self, best: Evaluation, found: Evaluation, behind: Decimal) -> OtherAward:
        before, after = BestAward.of(best), BestAward.of(found)
        difference = totals_difference(before, after)
        if difference is None or found.totals is None:
            raise AssertionError("an award has totals")
        changed = handovers(best.awards, found.awards)
        equal = [level.value for level in best.certificate.levels] == [
            level.value for level in found.certificate.levels
        ]
        return OtherAward(
            behind=behind,
            equal=equal,
            levels=found.certificate.levels,
            totals=found.totals,
            difference=difference.model_copy(update={"proven": False}),
            bids=tuple(dict.fromkeys(row.bid for row in found.awards)),
            handovers=changed,
            sentence=sentence(self.case, changed, difference),
        )


def _priorities(best: Evaluation) -> int:
    return sum(is_priority(level.objective) for level in best.certificate.levels)


def _distance(best: Evaluation, found: Evaluation) -> _Distance:
    for level, other in zip(best.certificate.levels, found.certificate.levels, strict=False):
        behind = _behind(level, other)
        if not is_priority(level.objective):
            return _Distance(max(behind, Decimal(0)), beyond=False)
        if behind > 0:
            # With a gap, one that is better may still be among those that have not come out.
            return _Distance(behind, beyond=other.bound is not None and other.bound > level.value)
    raise AssertionError("an award has a level of the board's own")


def _behind(level: Level, other: Level) -> Decimal:
    return sign_of(level.objective) * (other.value - level.value)


def _verdict(best: Evaluation, others: list[OtherAward], complete: bool) -> str:
    if any(each.equal for each in others):
        return "found"
    # Within a gap another award may even be better.
    exact = all(level.bound == level.best for level in best.certificate.levels)
    return "proven_none" if complete and exact and best.awards else best.certificate.ties
