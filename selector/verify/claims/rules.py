"""The limits that an award keeps, and those that it says it keeps."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from models import Evaluation, RuleState
from models.faults import shown
from selector.verify.claims.wrong import not_once, wrong
from selector.verify.exact import same_figure
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding
from selector.verify.words import number, pounds, quantity


def broken_limits(recomputed: Recomputed, _: Evaluation) -> Iterator[Finding]:
    """The limits of the case that the award breaks; a soft rule is no such limit."""
    for rule in recomputed.rules:
        if not rule.satisfied and not rule.soft:
            yield Finding(rule.rule, f"{rule.sentence} This award has {quantity(rule.value, rule.unit)}.")


def rules(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """The rules listed, if any are: each rule that concerns the award once, as it stands, and no other."""
    if not evaluation.rules:
        return
    # Ids may hold commas: two rules may have one name, and are then told apart by their order.
    expected: defaultdict[str, list[RuleState]] = defaultdict(list)
    for rule in recomputed.rules:
        expected[rule.rule].append(rule)
    yield from not_once(
        "rules",
        (rule.rule for rule in recomputed.rules),
        (rule.rule for rule in evaluation.rules),
        lambda name: f"The rule {name} concerns the award",
    )
    times: Counter[str] = Counter()
    for position, stated in enumerate(evaluation.rules):
        here, named = f"rules[{position}]", expected.get(stated.rule)
        if named is None:
            yield Finding(here, f"The rule {shown(stated.rule)} is not one that concerns this award.")
            continue
        yield from _state(here, stated, named[min(times[stated.rule], len(named) - 1)])
        times[stated.rule] += 1


def _state(here: str, stated: RuleState, rule: RuleState) -> Iterator[Finding]:
    if stated.satisfied != rule.satisfied:
        words = {True: "kept", False: "broken"}
        yield wrong(f"{here}.satisfied", f"The rule {rule.rule}", words[stated.satisfied], words[rule.satisfied])
    if not same_figure(stated.value, rule.value):
        found, right = quantity(stated.value, rule.unit), quantity(rule.value, rule.unit)
        yield wrong(f"{here}.value", f"The value of the rule {rule.rule}", found, right)
    if not same_figure(stated.limit, rule.limit) or stated.sense != rule.sense:
        found = f"{stated.sense} {quantity(stated.limit, rule.unit)}"
        right = f"{rule.sense} {quantity(rule.limit, rule.unit)}"
        yield wrong(f"{here}.limit", f"The limit of the rule {rule.rule}", found, right)
    yield from _soft(here, stated, rule)


def _soft(here: str, stated: RuleState, rule: RuleState) -> Iterator[Finding]:
    """What a rule that may be broken says of how far it is, and what that counts for."""
    if stated.soft != rule.soft:
        words = {True: "soft", False: "hard"}
        yield wrong(f"{here}.soft", f"The rule {rule.rule}", words[stated.soft], words[rule.soft])
    if not _same(stated.violation, rule.violation):
        found, right = _figure(stated.violation), _figure(rule.violation)
        yield wrong(f"{here}.violation", f"How far the rule {rule.rule} is broken", found, right)
    if stated.penalty != rule.penalty:
        found, right = _pounds(stated.penalty), _pounds(rule.penalty)
        yield wrong(f"{here}.penalty", f"The penalty of the rule {rule.rule}", found, right)
    if stated.priority != rule.priority:
        found, right = (str(state.priority or "none") for state in (stated, rule))
        yield wrong(f"{here}.priority", f"The priority of the rule {rule.rule}", found, right)


def _same(found: Decimal | None, right: Decimal | None) -> bool:
    return found is right if found is None or right is None else same_figure(found, right)


def _figure(value: Decimal | None) -> str:
    return "nothing" if value is None else number(value)


def _pounds(value: Decimal | None) -> str:
    return "none" if value is None else pounds(value)
