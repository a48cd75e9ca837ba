"""Whether to make the award anew would be better than to repair it: an interval that is proven, however short the search."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from models import Anew, BestAward, Difference, Failure
from selector.decide.resilience.failing import Fall
from selector.decide.resilience.held_against import as_it_came_out, as_it_is
from selector.decide.resilience.situation import Situation
from selector.decide.without.difference import differences
from selector.decide.without.measure import is_proven
from selector.decide.without.measure import sign as sign_of
from selector.search import search

NOT_SEARCHED = BestAward(status="unknown", certificate=None, totals=None)


def made_anew(
    situation: Situation, fall: Fall, start: Iterable[str], seconds: float | None, stop: Callable[[], bool]
) -> BestAward:
    """The best award after a failure with every other lot open again, as far as it is found in so many seconds.

    Raises
    ------
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    case, appraisal = replace(situation, free_all=True).after(fall)
    evaluation = search(
        case,
        situation.options.model_copy(update={"time_limit": seconds}),
        stop=stop,
        isolated=False,
        appraisal=appraisal,
        start=start,
    )
    return BestAward.of(evaluation)


def told(situation: Situation, fall: Fall, failure: Failure, best: BestAward) -> Anew:
    """What is known of the award made anew, by the search for it, by the repair, and by the award that failed."""
    if best.status == "infeasible":
        return Anew(status="infeasible")
    before = as_it_is(situation.award)
    if best.certificate is not None and best.certificate.levels and is_proven(best.certificate.levels[0]):
        levels = differences(before, as_it_came_out(best), can_only_worsen=False)
        return Anew(status=best.status, levels=levels, saves=_saves(failure, levels[0]))
    levels = differences(before, best, can_only_worsen=False)
    if not levels:
        return Anew(status=best.status)
    # What is best at the next level depends on the best found here, which is a fact only where it is proven.
    first = _narrowed(situation, fall, failure, levels[0])
    return Anew(status=best.status, levels=(first,), saves=_saves(failure, first))


def _narrowed(situation: Situation, fall: Fall, failure: Failure, searched: Difference) -> Difference:
    """The interval at the first level, in which a repair that keeps every rule lies, and nothing beyond the award's bound."""
    sign = sign_of(searched.objective)
    least, most = _ends(searched, sign)
    level = situation.award.certificate.levels[0]
    # Every award that is left was one before, unless a pick that is void kept it out.
    if level.bound is not None and not situation.void_picks(fall):
        proven = sign * (level.bound - level.value)
        least = proven if least is None else max(least, proven)
    if failure.outcome == "kept":
        found = _ends(failure.levels[0], sign)[1]
        most = found if most is None or (found is not None and found < most) else most
    at_least, at_most = (least, most) if sign > 0 else (_negative(most), _negative(least))
    return Difference(objective=searched.objective, at_least=at_least, at_most=at_most)


def _saves(failure: Failure, first: Difference) -> Difference | None:
    """How much better the award made anew is than the repair that was found."""
    if failure.outcome != "kept":
        return None
    sign = sign_of(first.objective)
    found = _ends(failure.levels[0], sign)[1]
    least, most = _ends(first, sign)
    if found is None:
        return None
    return Difference(
        objective=first.objective,
        at_least=Decimal(0) if most is None else max(found - most, Decimal(0)),
        at_most=None if least is None else max(found - least, Decimal(0)),
    )


def _ends(level: Difference, sign: int) -> tuple[Decimal | None, Decimal | None]:
    """At least and at most how much worse."""
    if sign > 0:
        return level.at_least, level.at_most
    return _negative(level.at_most), _negative(level.at_least)


def _negative(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value + 0  # the sum loses the sign of -0
