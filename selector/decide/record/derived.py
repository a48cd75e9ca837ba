"""All of a record that follows from its case and its award: made once to record it, and again to check it."""

from collections.abc import Mapping
from typing import Any

from models import Case, Evaluation
from models.record import Override, RecordedCheck, RecordedProgram, RecordedRule
from selector.decide.record.goal import goal
from selector.verify import Verification
from selector.verify.by_hand import by_hand
from selector.verify.sentences.rule import rule_sentence
from selector.verify.tender import Tender


def of_case(case: Case, decided_by: Mapping[str, str | None]) -> dict[str, Any]:
    """What the board sought, its rules and what it decided by hand, of the case in force.

    ``decided_by`` says by the name of an override who decided it.
    """
    return {
        "objective": goal(case),
        "rules": tuple(
            RecordedRule(rule=rule.id, state=rule.force, sentence=rule_sentence(case, rule), because=rule.because)
            for rule in case.rules
        ),
        "overrides": tuple(
            Override(name=each.name, sentence=each.sentence, reason=each.reason, by=decided_by.get(each.name))
            for each in by_hand(Tender(case))
        ),
    }


def program_of(award: Evaluation) -> RecordedProgram:
    """What found an award, as it says itself."""
    provenance = award.provenance
    return RecordedProgram(version=provenance.version, solver=award.certificate.solver, options=provenance.options)


def check_of(verification: Verification, version: str) -> RecordedCheck:
    """What the solver-free check found."""
    return RecordedCheck(
        version=version,
        rules=len(verification.rules),
        kept=sum(rule.satisfied for rule in verification.rules),
        given_way=tuple(rule.rule for rule in verification.rules if not rule.satisfied),
        totals=verification.totals,
        objective=verification.objective,
    )
