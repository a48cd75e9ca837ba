"""What a rule of the board says."""

from collections.abc import Mapping

from models import Case, Grouping, Rule
from selector.verify.sentences.conditions import conditions, consequence
from selector.verify.sentences.measured import measured
from selector.verify.sentences.names import Names
from selector.verify.sentences.where import each, one, where
from selector.verify.sentences.whose import Subject, each_of, together


def rule_sentence(case: Case, rule: Rule) -> str:
    """The whole rule in a sentence, which names it by its title and its id."""
    names = Names.of(case)
    subject = (each_of if rule.each else together)(names, rule.bidders)
    return _sentence(names, rule, subject, each(names, rule.lots, rule.per))


def row_sentence(names: Names, rule: Rule, bidder: str | None, groups: Mapping[Grouping, str]) -> str:
    """One row of a rule in a sentence.

    ``bidder`` is the id of whom it is for, None of a rule that is not for `each`; ``groups`` holds the buyer, service,
    area or region within which it holds, as the rule's ``per`` lists them.
    """
    subject = together(names, rule.bidders) if bidder is None else Subject(names.bidders[bidder], plural=False)
    return _sentence(names, rule, subject, one(names, groups))


def named(rule: Rule) -> str:
    """A rule by its title and its id: ``No one dominates (plurality)``."""
    return rule.id if rule.title == rule.id else f"{rule.title} ({rule.id})"


def _sentence(names: Names, rule: Rule, subject: Subject, within: str) -> str:
    asked = measured(names, rule, subject, where(names, rule.lots, rule.per))
    return f"{named(rule)}: {within}{asked}{conditions(rule)}{consequence(rule)}."
