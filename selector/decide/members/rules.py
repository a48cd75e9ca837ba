"""The board's own rules."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from models import Case, Metric, PatchOperation, Rule, Sense
from models.faults import pointer
from selector.decide.member import Member, Path
from selector.decide.members.stated import PENNY
from selector.verify.sentences.rule import rule_sentence

RULE = "rule"
"""The family of these members, and of their rows, whose keys begin with the rule's id."""

_UNITS: Mapping[Metric, str] = {
    "lots": "lots",
    "buyers": "buyers",
    "population": "people",
    "spend": "£",
    "winners": "providers",
    "liability": "£",
    "moves": "lots",
}
"""What counts one by one, so that its limit can move."""
_SENSES: Mapping[str, Sense] = {"at_least": "at least", "at_most": "at most"}


def rules(case: Case) -> Iterator[Member]:
    """The rules that are in force and that no award may break."""
    for position, rule in enumerate(case.rules):
        # Nothing that is measured is below 0.
        nothing = rule.sense == "at_least" and not rule.limit
        if rule.active and not rule.is_soft and not nothing:
            yield _member(case, rule, ("rules", position))


def _member(case: Case, rule: Rule, path: Path) -> Member:
    # The limit is one statement, however many rows it has: it moves for all of them alike.
    name, rows = f"{RULE}[{rule.id}]", frozenset({(RULE, (rule.id,))})
    sentence = rule_sentence(case, rule)
    lift = (PatchOperation(op="add", path=pointer((*path, "active")), value=False),)
    sense, unit = _SENSES.get(rule.sense), _UNITS.get(rule.metric)
    if rule.each or sense is None or unit is None:
        return Member(name, path, f"the rule {rule.title}", sentence, rows, lift)
    return Member(
        name,
        (*path, "limit"),
        f"the limit of the rule {rule.title}",
        sentence,
        rows,
        lift,
        rule.limit,
        sense,
        unit,
        PENNY if unit == "£" else Decimal(1),
    )
