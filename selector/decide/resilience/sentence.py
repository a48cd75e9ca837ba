"""What a failure comes to, in sentences a board can repeat."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from models import BrokenLimit, Case, Difference, Failure
from models.tender import FALLBACK_PREFIX
from selector.decide.without.measure import in_points, is_priority
from selector.decide.without.sentence import worse
from selector.verify.words import count, number, pounds, quantity

_MOST_NAMED = 4


@dataclass(frozen=True)
class Sentences:
    """Says what failures of a case come to."""

    case: Case

    @cached_property
    def _bidders(self) -> dict[str, str]:
        named = {bidder.id: bidder.name for bidder in self.case.bidders}
        return named | {f"{FALLBACK_PREFIX}{buyer.id}": f"{buyer.name} itself" for buyer in self.case.buyers}

    @cached_property
    def _lots(self) -> dict[str, str]:
        services = {service.id: service.name for service in self.case.services}
        buyers = {buyer.id: buyer.name for buyer in self.case.buyers}
        return {lot.id: f"{services[lot.service]} for {buyers[lot.buyer]}" for lot in self.case.tendered}

    def of(self, failure: Failure) -> str:
        """All of it."""
        return " ".join(self._parts(failure))

    def _parts(self, failure: Failure) -> Iterator[str]:
        if failure.outcome == "unaffected":
            yield "Nothing was won by it, nor with it as a partner: the award stands."
            return
        fall = f"{count(len(failure.lots), 'lot')} for {_people(failure.people)}"
        if failure.partnerships:
            with_them = _listed([self._bidders[each] for each in failure.partnerships])
            fall += f", those of {with_them} among them"
        yield f"It has won {fall}." if len(failure.bidders) == 1 else f"They have won {fall}."
        if failure.outcome == "unknown":
            yield "Who could take over was not found within the limits."
            return
        yield from self._cover(failure)
        yield from self._limits(failure)
        yield from self._others(failure)
        yield from self._extra(failure)

    def _cover(self, failure: Failure) -> Iterator[str]:
        if failure.uncovered:
            stay = "stays" if len(failure.uncovered) == 1 else "stay"
            named = _listed([self._lots[lot] for lot in failure.uncovered])
            why = "as no bid is left that fits" if failure.status == "optimal" else "as far as was found"
            yield f"{count(len(failure.uncovered), 'lot')} {stay} without a supplier, {why}: {named}."
        if failure.handovers:
            to = Counter(self._bidders.get(each.to_bidder, each.to_bidder) for each in failure.handovers)
            named = _listed([f"{name} ({lots:,})" for name, lots in to.most_common()])
            yield f"{self._go(failure)} to {named}."

    def _go(self, failure: Failure) -> str:
        if failure.uncovered:
            return "The others go" if len(failure.handovers) > 1 else "The other goes"
        whose = "Its" if len(failure.bidders) == 1 else "Their"
        return f"{whose} lots go" if len(failure.handovers) > 1 else f"{whose} lot goes"

    def _limits(self, failure: Failure) -> Iterator[str]:
        if not failure.broken:
            yield "Every rule is kept."
            return
        rules = "a rule" if len(failure.broken) == 1 else count(len(failure.broken), "rule")
        least = "as little as can be" if failure.status == "optimal" else "as little as was found"
        lead = "No repair keeps every rule: this one"
        if failure.uncovered:  # one that leaves more lots open may keep every rule
            lead = "No repair that covers as many keeps every rule: this one" if failure.status == "optimal" else "It"
        yield f"{lead} breaks {rules}, by {least}."
        for each in failure.broken[:_MOST_NAMED]:
            yield broken_sentence(each)
        if len(failure.broken) > _MOST_NAMED:
            yield f"And {len(failure.broken) - _MOST_NAMED:,} more."

    def _others(self, failure: Failure) -> Iterator[str]:
        if failure.others:
            yield f"{count(len(failure.others), 'other lot')} would move to another bid."

    def _extra(self, failure: Failure) -> Iterator[str]:
        told = next((level for level in failure.levels if level.at_least != 0 or level.at_most != 0), None)
        beside = ", what is left open apart" if failure.uncovered else ""
        if told is None:
            if failure.levels:
                yield f"It is as good as the award{beside}."
            return
        yield f"It is {self.spread(told)} ({told.objective.replace('_', '-')}){beside}."

    def anew(self, failure: Failure) -> str | None:
        """How much better an award made anew is than the repair; None where that is nothing, or nothing was looked for."""
        saves = None if failure.anew is None or failure.anew.status == "unknown" else failure.anew.saves
        if saves is None or not (saves.at_least or saves.at_most):
            return None
        ends = [("at least ", saves.at_least or None), ("at most ", saves.at_most)]
        if saves.at_least == saves.at_most:
            ends = [("", saves.at_most)]
        told = " and ".join(lead + self._amount(saves.objective, end) for lead, end in ends if end is not None)
        return f"Made anew, the award would be better than this repair by {told}."

    def spread(self, level: Difference) -> str:
        """How much worse, as far as it is proven."""
        least, most = worse(level)
        if least is not None and least == most:
            return self._told(level.objective, least)
        if most is None:
            return "better or worse by an amount that is not proven"
        if least is None:
            return f"{self._told(level.objective, most)}, be it not proven the least"
        return f"{self._told(level.objective, most)} as found, and proven no less than {self._told(level.objective, least)}"

    def _told(self, objective: str, value: Decimal) -> str:
        return f"{self._amount(objective, abs(value))} {'better' if value < 0 else 'worse'}"

    def _amount(self, objective: str, value: Decimal) -> str:
        if in_points(objective):
            return f"{number(value)} point{'' if value == 1 else 's'}"
        if is_priority(objective):
            return number(value)
        if objective == "disruption":
            lots = self.case.objective.disruption == "lots"
            return f"{number(value)} {'lot' if value == 1 else 'lots'}" if lots else f"{number(value)} WTE"
        return pounds(value)


def broken_sentence(each: BrokenLimit) -> str:
    """A rule in words, and what the repaired award has."""
    return f"{each.sentence} It has {quantity(each.value, each.unit)}."


def _people(many: int) -> str:
    return f"{many:,} {'person' if many == 1 else 'people'}"


def _listed(parts: Sequence[str]) -> str:
    """Some names, the first few and how many more."""
    rest = len(parts) - _MOST_NAMED
    some = [*parts[:_MOST_NAMED], *([f"{rest:,} more"] if rest > 0 else [])]
    *before, last = some
    return f"{', '.join(before)} and {last}" if before else last
