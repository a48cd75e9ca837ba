"""What a case states, in words, each with its place."""

from collections.abc import Collection, Iterator

from models import Case, Scenario
from models.faults import pointer
from models.statements import CaseStatements, StatedByHand, StatedLimit, StatedRule, StatedScenario
from selector.decide.members import members
from selector.decide.members.rules import RULE
from selector.decide.record.goal import goal
from selector.scenarios import BASELINES, named
from selector.verify.by_hand import by_hand
from selector.verify.sentences.rule import rule_sentence
from selector.verify.tender import Tender

_TOLD_ELSEWHERE = frozenset({RULE, "pick", "exclusion"})
"""Families of members that are no limits of the case, but rules and decisions by hand."""


def case_statements(case: Case, beside: Collection[Scenario] = ()) -> CaseStatements:
    """The objective, rules, decisions by hand and limits of a case in the words of conflicts and papers.

    Parameters
    ----------
    case
        The case.
    beside
        Scenarios that are kept beside it.
    """
    return CaseStatements(
        name=case.name,
        case_sha256=case.sha256,
        objective=goal(case),
        rules=tuple(_rules(case)),
        by_hand=tuple(_by_hand(case)),
        limits=tuple(_limits(case)),
        scenarios=tuple(_scenarios(case, beside)),
    )


def _rules(case: Case) -> Iterator[StatedRule]:
    for position, rule in enumerate(case.rules):
        yield StatedRule(
            id=rule.id,
            name=rule.name,
            state=rule.force,
            sentence=rule_sentence(case, rule),
            because=rule.because,
            penalty=rule.penalty,
            priority=rule.priority,
            pointer=pointer(("rules", position)),
        )


def _by_hand(case: Case) -> Iterator[StatedByHand]:
    # Picks come first, each table in case order.
    places = [("picks", position, pick.id) for position, pick in enumerate(case.picks)]
    places += [("exclusions", position, exclusion.id) for position, exclusion in enumerate(case.exclusions)]
    for (table, position, name), told in zip(places, by_hand(Tender(case)), strict=True):
        yield StatedByHand(
            id=name, name=told.name, sentence=told.sentence, reason=told.reason, pointer=pointer((table, position))
        )


def _limits(case: Case) -> Iterator[StatedLimit]:
    for member in members(case):
        if member.family not in _TOLD_ELSEWHERE:
            yield StatedLimit(
                name=member.name,
                family=member.family,
                subject=member.subject,
                sentence=member.sentence,
                sense=member.sense,
                limit=member.limit,
                unit=member.unit,
                pointer=member.pointer,
            )


def _scenarios(case: Case, beside: Collection[Scenario]) -> Iterator[StatedScenario]:
    for scenario in case.scenarios:
        yield StatedScenario(id=scenario.id, name=scenario.name, because=scenario.because, source="case")
    for scenario in beside:
        yield StatedScenario(id=scenario.id, name=scenario.name, because=scenario.because, source="beside")
    for name in BASELINES:
        built_in = named(case, name)
        yield StatedScenario(id=name, name=built_in.name, because=built_in.because, source="built in")
