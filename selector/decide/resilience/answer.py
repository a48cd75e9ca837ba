"""The answer to what failures cost: repairs, then how good an award made anew could be."""

from collections.abc import Sequence
from dataclasses import dataclass

from models import BestAward, Failure, Resilience
from selector.decide.asked import Asked
from selector.decide.provenance import provenance
from selector.decide.resilience.anew import NOT_SEARCHED, told
from selector.decide.resilience.failing import Fall
from selector.decide.resilience.ranking import badness, by_extra, by_people, worst_first
from selector.decide.resilience.sentence import Sentences
from selector.decide.resilience.situation import Situation, packed
from selector.decide.resilience.summary import summary
from selector.decide.resilience.work import Examined, Task, examined, remade

_DONE = ("optimal", "infeasible")
_LEAST_AGAIN = 1.0
"""Seconds without which nothing is begun again."""
_LEAST_PAIR = 2.0
"""Seconds that a failure of two takes at the least in a case above board size."""
_LEAST_ANEW = 10.0
"""Seconds without which nothing is learnt from a search for an award made anew of a case above board size."""


@dataclass(frozen=True)
class Answer:
    """The question, and what a repair may move."""

    asked: Asked
    freed: tuple[str, ...]
    free_all: bool

    def resilience(self, falls: Sequence[Fall]) -> Resilience:
        """What each failure comes to."""
        asked = self.asked
        falls = falls if asked.best.awards else ()
        # The failures that matter most first, and those of one bidder before those of two.
        order = sorted(falls, key=lambda fall: (len(fall.bidders), -fall.people, -len(fall.lots)))
        situation = Situation(
            asked.case, asked.options, asked.appraisal, asked.best, frozenset(self.freed), self.free_all
        )
        sent = packed(situation)
        alone = sum(len(fall.bidders) == 1 for fall in order)
        tasks = [Task(sent, fall) for fall in order]
        found = self._examined(tasks[:alone])
        # Two at a time are many: each is to have the time that one takes, and those for which there is none stay open.
        pairs = self._come_to(len(tasks) - alone, _LEAST_PAIR)
        found |= {alone + at: each for at, each in self._examined(tasks[alone : alone + pairs]).items()}
        failures = self._with_anew(situation, sent, order, found)
        single = [each for each in failures if len(each.bidders) == 1]
        harmless = [each for each in single if each.outcome in ("kept", "unaffected")]
        winner = {row.lot: row.bidder for row in asked.best.awards}
        # Where a partner fails, the bids it has made by itself are gone as well.
        irreplaceable = {lot for each in single for lot in each.no_other_bid if winner[lot] in each.bidders}
        answer = Resilience(
            name=asked.case.name,
            best=BestAward.of(asked.best),
            freed=self.freed,
            free_all=self.free_all,
            failures=tuple(sorted(failures, key=worst_first)),
            not_examined=tuple(fall.bidders for at, fall in enumerate(order) if at not in found),
            worst=next((each.bidders for each in sorted(single, key=worst_first) if each.outcome != "unknown"), ()),
            by_extra=by_extra(single),
            by_people=by_people(single),
            harmless=tuple(each.bidders[0] for each in harmless),
            irreplaceable=tuple(lot.id for lot in asked.case.tendered if lot.id in irreplaceable),
            seconds=asked.seconds,
            provenance=provenance(asked.case, asked.options),
        )
        return answer.model_copy(update={"sentences": summary(asked.case, answer)})

    def _examined(self, tasks: Sequence[Task]) -> dict[int, Examined]:
        """The repairs; what is left of the time goes to those that are not proven the best."""
        found = self.asked.each("failure", examined, tasks)
        left = self.asked.many.left
        again = [at for at, each in found.items() if each.failure.status not in _DONE]
        if left is None or left < _LEAST_AGAIN or not again:
            return found
        once_more = self.asked.each("failure, once more,", examined, [tasks[at] for at in again])
        for position, each in once_more.items():
            before = found[again[position]]
            if each.failure.status in _DONE or badness(each.failure) < badness(before.failure):
                found[again[position]] = each
        return found

    def _with_anew(
        self, situation: Situation, sent: bytes, order: Sequence[Fall], found: dict[int, Examined]
    ) -> list[Failure]:
        """The failures, each with what is known of the award made anew, the worst looked into first."""
        if self.free_all:
            return [each.failure for each in found.values()]
        hurt = [at for at, each in found.items() if each.failure.outcome != "unaffected"]
        hurt.sort(key=lambda at: worst_first(found[at].failure))
        searched = hurt[: self._come_to(len(hurt), _LEAST_ANEW)]
        best = self.asked.each("award made anew", remade, [Task(sent, order[at], found[at].bids) for at in searched])
        by_place = {searched[position]: each for position, each in best.items()}
        failures = {at: each.failure for at, each in found.items()}
        sentences = Sentences(situation.case)
        for at in hurt:
            anew = told(situation, order[at], failures[at], by_place.get(at, NOT_SEARCHED))
            failure = failures[at].model_copy(update={"anew": anew})
            if (better := sentences.anew(failure)) is not None:
                failure = failure.model_copy(update={"sentence": f"{failure.sentence} {better}"})
            failures[at] = failure
        return list(failures.values())

    def _come_to(self, asked_for: int, seconds: float) -> int:
        """For how many failures there is time, where each takes so many seconds in a case above board size."""
        left = self.asked.many.left
        if left is None or not self.asked.is_large:
            return asked_for
        return min(asked_for, max(int(left * self.asked.many.at_once / seconds), 0))
