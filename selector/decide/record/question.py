"""The record of a decision, as it is made."""

from collections.abc import Mapping

from models import AwardInvalid, Case, Evaluation, Fault, UnknownName
from models.faults import shown, suggestion
from models.record import RECORD_FORMAT, DecisionRecord, Recorded, RecordedFile
from selector.decide.known_award import check_award
from selector.decide.record.derived import check_of, of_case, program_of
from selector.scenarios import AS_STATED, named, under
from selector.verify import verify
from selector.version import __version__


def record(
    case: Case,
    award: Evaluation,
    recorded: Recorded,
    *,
    scenario: str | None = None,
    decided_by: Mapping[str, str] | None = None,
    case_file: RecordedFile | None = None,
    award_file: RecordedFile | None = None,
) -> DecisionRecord:
    """Put all that a decision rests on into one record. Nothing is searched.

    Parameters
    ----------
    case
        The case as stated, with its scenarios.
    award
        The award decided on: of the case, or of the case under a scenario, which it then names.
    recorded
        When, by whom and why: of all in the record, what differs from one to another of the same decision.
    scenario
        The scenario that the award has to be of; ``as-stated`` for none; the one that it names if left out.
    decided_by
        Who decided what by hand, by the names that the case's picks and exclusions have in an award, such as
        ``pick[id]``; where it names nobody, whom ``recorded`` names.
    case_file, award_file
        The files that the two came from.

    Returns
    -------
    DecisionRecord
        which stands alone: the case and the award are in it.

    Raises
    ------
    AwardInvalid
        if the award is of another case or scenario, or the solver-free check does not accept it.
    UnknownName
        if there is no such scenario, or ``decided_by`` names what was not decided by hand.
    CaseInvalid
        if the scenario does not fit the case.
    """
    stated = award.provenance.scenario
    if scenario is not None and (scenario == AS_STATED) != (stated is None):
        raise _of_another(stated, scenario)
    if scenario is not None and stated is not None and scenario != stated:
        raise _of_another(stated, scenario)
    found = None if stated is None else named(case, stated)
    in_force = case if found is None else under(case, found)
    check_award(in_force, award)
    facts = of_case(in_force, {})
    by_hand = [override.name for override in facts["overrides"]]
    for name in decided_by or {}:
        if name not in by_hand:
            near = suggestion(name, by_hand) or f" (there is: {', '.join(by_hand) or 'nothing'})"
            raise UnknownName(f"nothing was decided by hand that is called {shown(name)}{near}")
    facts = of_case(in_force, {**dict.fromkeys(by_hand, recorded.by), **(decided_by or {})})
    return DecisionRecord(
        record=RECORD_FORMAT,
        recorded=recorded,
        case_file=case_file,
        award_file=award_file,
        case_sha256=case.sha256,
        scenario=found,
        in_force_sha256=in_force.sha256,
        **facts,
        program=program_of(award),
        check=check_of(verify(in_force, award), __version__),
        case=case,
        award=award,
    )


def _of_another(stated: str | None, asked: str) -> AwardInvalid:
    of, wanted = (
        "the case as stated" if each in (None, AS_STATED) else f"the case under scenario {shown(each)}"
        for each in (stated, asked)
    )
    return AwardInvalid([Fault("/provenance/scenario", f"the award is of {of}, not of {wanted}")])
