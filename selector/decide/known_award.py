"""An award that is known already, and has to be one of its case."""

from models import AwardInvalid, Case, Evaluation, Fault
from selector.verify import verify

_MOST_FINDINGS = 20


def check_award(case: Case, award: Evaluation) -> None:
    """Do nothing, unless the solver-free check does not accept an award for a case.

    Raises
    ------
    AwardInvalid
        with what the check finds.
    """
    findings = verify(case, award).findings
    # Of an award of another case all else that is wrong with it tells nothing.
    told = [finding for finding in findings if finding.rule == "provenance"] or findings[:_MOST_FINDINGS]
    if told:
        raise AwardInvalid([Fault("", finding.message) for finding in told])
