"""The answer to which award is best when some bidders turn out dearer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from models import BestAward, Evaluation, MoneyValued, TotalsDifference
from models.robust import Robust, RobustAward
from selector.decide.asked import Asked, bids_of
from selector.decide.checked import Piece as Checking
from selector.decide.checked import checked
from selector.decide.provenance import provenance
from selector.decide.robust.piece import Found, Piece, searched
from selector.decide.robust.rises import Rise, Uncertainty, rise
from selector.decide.robust.sentence import sentence
from selector.decide.robust.worst_case import Worsts
from selector.decide.without.difference import totals_difference
from selector.decide.without.handovers import handovers
from selector.decide.without.measure import is_priority

_OPEN = Found("unknown")
_SHARE = 0.7
"""Of the time, what searches may take: the rest is for checking what they found."""


@dataclass(frozen=True)
class Answer:
    """The question, and how far figures may turn out worse."""

    asked: Asked
    objective: MoneyValued
    uncertainty: Uncertainty

    def robust(self, budgets: Sequence[int] | None) -> Robust:
        """The robust award for each budget of uncertainty."""
        asked = self.asked
        found: tuple[RobustAward, ...] = ()
        if asked.best.awards:
            every = range(self.worsts.uncertain(asked.best) + 1) if budgets is None else budgets
            found = self._awards(tuple(dict.fromkeys(every)))
        return Robust(
            name=asked.case.name,
            prices=self.uncertainty.prices,
            transfer=self.uncertainty.transfer,
            best=BestAward.of(asked.best),
            awards=found,
            seconds=asked.seconds,
            provenance=provenance(asked.case, asked.options),
        )

    @cached_property
    def _rise(self) -> Rise:
        return rise(self.asked.case, self.asked.appraisal, self.uncertainty, self.objective)

    @cached_property
    def worsts(self) -> Worsts:
        """Awards in their worst case."""
        return Worsts(self.asked.appraisal, self._rise)

    def _awards(self, budgets: Sequence[int]) -> tuple[RobustAward, ...]:
        asked = self.asked
        start = bids_of(asked.best)
        # With no bidder dearer it is the best award, which is known.
        wanted = [budget for budget in budgets if budget]
        pieces = [
            Piece(asked.case, asked.appraisal, asked.options, self._rise.bids, budget, start, _SHARE)
            for budget in wanted
        ]
        answers = asked.each("budget of uncertainty", searched, pieces)
        found = {budget: answers.get(at, _OPEN) for at, budget in enumerate(wanted)}
        awards = self._checked([each.bids for each in found.values() if each.bids])
        bounds = self._bounds(found)
        return tuple(self._award(budget, found.get(budget), awards, bounds.get(budget)) for budget in budgets)

    def _checked(self, awards: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], Evaluation]:
        """Awards by their bids, each checked; those for which there is no time are not told."""
        asked, every = self.asked, tuple(dict.fromkeys(awards))
        pieces = [Checking(asked.case, asked.appraisal, asked.options, bids) for bids in every]
        return {every[at]: award for at, award in asked.each("award checked", checked, pieces).items() if award.awards}

    def _bounds(self, found: Mapping[int, Found]) -> dict[int, Decimal]:
        """What every award comes to at least in its worst case: where more bidders are dearer, no less."""
        bounds: dict[int, Decimal] = {}
        least = self.asked.best.certificate.bound
        for budget in sorted({0, *found}):
            bound = found[budget].bound if budget in found else None
            known = [each for each in (least, None if bound is None else Decimal(bound).scaleb(-2)) if each is not None]
            if known:
                least = bounds[budget] = max(known)
        return bounds

    def _award(
        self,
        budget: int,
        own: Found | None,
        awards: Mapping[tuple[str, ...], Evaluation],
        bound: Decimal | None,
    ) -> RobustAward:
        best = self.asked.best
        found = None if own is None else awards.get(own.bids)
        chosen = self._chosen(budget, found, awards)
        robust, before = self.worsts.of(chosen, budget), self.worsts.of(best, budget)
        # What is proven is proven of the award that was found, and that is told only once it is checked.
        status = best.status if own is None else own.status if found is not None else "feasible"
        if bound is not None:
            bound = min(bound, robust.worst)
        answer = RobustAward(
            budget=budget,
            status="optimal" if status == "optimal" or bound == robust.worst else "feasible",
            bound=bound,
            robust=robust,
            best=before,
            price=robust.counted - before.counted,
            saves=before.worst - robust.worst,
            saves_at_most=None if bound is None else before.worst - bound,
            difference=self._difference(chosen),
            bids=bids_of(chosen),
            handovers=handovers(best.awards, chosen.awards),
        )
        return answer.model_copy(update={"sentence": sentence(self.asked.case, answer)})

    def _chosen(self, budget: int, own: Evaluation | None, awards: Mapping[tuple[str, ...], Evaluation]) -> Evaluation:
        """The award whose worst case is best of all that are known and keep the priorities as well as any of them.

        Of equals the best award, so that no lot moves for nothing.
        """
        known: list[Evaluation] = [self.asked.best, *(() if own is None else (own,)), *awards.values()]
        return min(known, key=lambda each: self._rank(each, budget))

    def _rank(self, award: Evaluation, budget: int) -> tuple[list[Decimal], Decimal, Decimal]:
        # The best award may have been found within limits, and break rules with a priority more than another.
        priorities = [level.value for level in award.certificate.levels if is_priority(level.objective)]
        then = self.worsts.of(award, budget)
        return priorities, then.worst, then.counted

    def _difference(self, chosen: Evaluation) -> TotalsDifference | None:
        difference = totals_difference(BestAward.of(self.asked.best), BestAward.of(chosen))
        return None if difference is None else difference.model_copy(update={"proven": False})
