"""Asking the verifier, and changing one thing in what it is asked about."""

import json
from typing import Any

from models import Case, Evaluation, read_award
from selector.verify import verify


def broken(evaluation: Evaluation, case: Case) -> set[str]:
    """The rules that the verifier finds broken; checks on the way that each finding says something."""
    verification = verify(case, evaluation)
    assert verification.valid == (not verification.findings)
    assert all(finding.message.endswith(".") and len(finding.message) > 20 for finding in verification.findings)
    return {finding.rule for finding in verification.findings}


def changed(evaluation: Evaluation, *path: str | int, to: Any) -> Evaluation:
    """The evaluation with one value of its JSON replaced, read back as from a file."""
    document = json.loads(as_stated(evaluation))
    here = document
    for key in path[:-1]:
        here = here[key]
    here[path[-1]] = to
    return read_award(json.dumps(document))


def with_rules(evaluation: Evaluation, case: Case) -> Evaluation:
    """The evaluation with the rules that concern it, read back as from a file."""
    return read_award(as_stated(evaluation.model_copy(update={"rules": verify(case, evaluation).rules})))


def as_stated(evaluation: Evaluation) -> str:
    """The JSON of an evaluation; like awards from before they were told, without the lists that it does not state."""
    document = json.loads(evaluation.to_json())
    for name in {"disqualified", "abnormally_low", "by_hand"} - evaluation.model_fields_set:
        del document[name]
    return json.dumps(document)
