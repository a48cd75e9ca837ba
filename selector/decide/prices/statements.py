"""The statements that have a price: those that no award may break, and the soft rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models import Case, PatchOperation, Ratio, Rule
from models.faults import pointer
from selector.decide.member import Member
from selector.decide.members import members
from selector.decide.members.rules import RULE
from selector.decide.prices.breach import CLOSING
from selector.verify.sentences.rule import rule_sentence


@dataclass(frozen=True)
class Statement:
    """One statement of the case, and what lifts it."""

    member: Member
    rule: Rule | None = None
    """Where it is a soft rule: that."""

    @property
    def name(self) -> str:
        """Its name, such as ``floor[service]``."""
        return self.member.name

    @property
    def has_priority(self) -> bool:
        """Whether it is a soft rule that comes before the board's objective."""
        return self.rule is not None and self.rule.priority is not None


def statements(case: Case) -> tuple[Statement, ...]:
    """All statements of a case: hard ones family by family, then the soft rules that are in force."""
    return (*(Statement(member) for member in members(case)), *_soft(case))


def _soft(case: Case) -> Iterator[Statement]:
    for position, rule in enumerate(case.rules):
        if rule.active and rule.is_soft:
            path = ("rules", position)
            lift = (PatchOperation(op="add", path=pointer((*path, "active")), value=False),)
            sentence = rule_sentence(case, rule)
            yield Statement(
                Member(f"{RULE}[{rule.id}]", path, f"the rule {rule.title}", sentence, frozenset(), lift), rule
            )


def can_only_improve(case: Case, statement: Statement) -> bool:
    """Whether each award of the case is still one once the statement is lifted, and worth as much as before.

    Scores of price may be measured against the other bids that qualify: with more of these they are others. What soft
    rules are broken by is no more counted once they are lifted; where that comes first, what comes later is held to it.
    """
    if statement.rule is not None:
        return not statement.has_priority
    return not (opens_bids(statement) and measures_bids(case))


def can_only_improve_together(case: Case, chosen: Iterable[Statement]) -> bool:
    """The same of several statements that are lifted together."""
    return all(can_only_improve(case, each) for each in chosen)


def can_be_bounded(case: Case, statement: Statement) -> bool:
    """Whether what awards without the statement come to can be told from the appraisal of the case.

    Bids that are barred have no scores there. Of a soft rule the penalty would have to be taken off.
    """
    if statement.rule is not None or not can_only_improve(case, statement):
        return False
    return not (opens_bids(statement) and isinstance(case.objective, Ratio))


def opens_bids(statement: Statement) -> bool:
    """Whether lifting a statement may open bids that it bars."""
    return any(family in CLOSING for family, _ in statement.member.rows)


def measures_bids(case: Case) -> bool:
    """Whether what a bid is worth depends on the others that qualify."""
    return isinstance(case.objective, Ratio) and case.objective.formula != "to_a_benchmark"
