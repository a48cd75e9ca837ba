"""The rules of the board."""

from collections.abc import Iterator

from models import RuleSense, RuleState
from selector.verify.award import Award
from selector.verify.board import board
from selector.verify.exact import figure, pennies
from selector.verify.limits.state import Sense
from selector.verify.measure import UNITS
from selector.verify.sentences.names import Names
from selector.verify.sentences.rule import row_sentence

_SENSES: dict[RuleSense, Sense] = {"at_least": "at least", "at_most": "at most", "exactly": "exactly"}


def rules(award: Award) -> Iterator[RuleState]:
    """``rule[rule]`` and ``rule[rule, …]``: the rows of every active rule, soft ones with how far they are broken."""
    names = Names.of(award.tender.case)
    for row in board(award):
        rule = row.rule
        yield RuleState(
            rule=row.name,
            satisfied=not row.violation,
            value=figure(row.measure.value),
            limit=figure(rule.limit),
            sense=_SENSES[rule.sense],
            unit=UNITS[rule.metric],
            sentence=row_sentence(names, rule, row.bidder, row.groups),
            soft=rule.is_soft,
            violation=figure(row.violation) if rule.is_soft else None,
            penalty=None if rule.penalty is None else pennies(row.penalty),
            priority=rule.priority,
        )
