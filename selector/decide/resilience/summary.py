"""What there is to know of all failures together, in sentences."""

from collections.abc import Iterator, Sequence

from models import Case, Failure, Resilience
from selector.verify.words import count

_MOST_NAMED = 5


def summary(case: Case, answer: Resilience) -> tuple[str, ...]:
    """The sentences, the most important first; none where there is no award."""
    return tuple(_sentences(case, answer)) if answer.best.totals is not None else ()


def _sentences(case: Case, answer: Resilience) -> Iterator[str]:
    names = {bidder.id: bidder.name for bidder in case.bidders}
    single = [each for each in answer.failures if len(each.bidders) == 1 and each.outcome != "unaffected"]
    if answer.worst and any(each.bidders == answer.worst for each in single):
        yield f"The worst single failure is that of {names[answer.worst[0]]}."
    if single and all(each.outcome == "kept" for each in single):
        yield "After any one of these failures the award can be repaired within every rule."
    for outcome, one, several in (
        ("uncovered", "leaves lots without a supplier", "leave lots without a supplier"),
        ("broken", "can not be repaired without breaking a rule", "can not be repaired without breaking a rule"),
    ):
        of_it = [each for each in single if each.outcome == outcome]
        if of_it:
            what, whose = (one, "that") if len(of_it) == 1 else (several, "those")
            yield f"{count(len(of_it), 'failure')} of {len(single):,} {what}: {whose} of {_named(names, of_it)}."
    if answer.irreplaceable:
        lots = count(len(answer.irreplaceable), "lot")
        yield f"For {lots} nobody but the winner has a bid that may be accepted."
    unknown = sum(each.outcome == "unknown" for each in answer.failures) + len(answer.not_examined)
    if unknown:
        yield f"Open, for want of time: {count(unknown, 'failure')}."


def _named(names: dict[str, str], failures: Sequence[Failure]) -> str:
    some = [names[each.bidders[0]] for each in failures[:_MOST_NAMED]]
    rest = len(failures) - len(some)
    return ", ".join(some) + (f" and {rest:,} more" if rest else "")
