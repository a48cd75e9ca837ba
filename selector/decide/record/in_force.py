"""The case under the scenario that a record keeps with it."""

from collections.abc import Iterator

from models import Case, CaseInvalid, UnknownName
from models.faults import shown
from models.record import DecisionRecord
from models.record_check import RecordFinding
from selector.scenarios import BASELINES, named, under


def in_force(record: DecisionRecord) -> tuple[Case | None, tuple[RecordFinding, ...]]:
    """The case that the award has to be of, from the record alone, and what is wrong with the scenario it is under.

    The patch that counts is the one recorded: of a built-in scenario another version may make another.
    """
    findings = tuple(_findings(record))
    if record.scenario is None:
        return record.case, findings
    try:
        return under(record.case, record.scenario), findings
    except CaseInvalid as error:
        told = (f"The scenario does not fit the case: {fault}." for fault in error.faults)
        return None, (*findings, *(RecordFinding(rule="/scenario", message=message) for message in told))


def _findings(record: DecisionRecord) -> Iterator[RecordFinding]:
    scenario, stated = record.scenario, record.award.provenance.scenario
    name = None if scenario is None else scenario.id
    if name != stated:
        of, kept = ("the case as stated" if each is None else f"scenario {shown(each)}" for each in (stated, name))
        message = f"The award says that it is of {of}; the record keeps {kept}."
        yield RecordFinding(rule="/scenario", message=message)
    if scenario is None or scenario.id in BASELINES:
        return
    own = next((each for each in record.case.scenarios if each.id == scenario.id), None)
    if own is None:
        yield RecordFinding(rule="/scenario/id", message=f"The case has no scenario {shown(scenario.id)}.")
    elif own != scenario:
        message = f"Scenario {shown(scenario.id)} is another one in the case itself."
        yield RecordFinding(rule="/scenario", message=message)


def baseline_moved(record: DecisionRecord) -> bool:
    """Whether the record is under a built-in scenario that this version reads otherwise."""
    scenario = record.scenario
    if scenario is None or scenario.id not in BASELINES:
        return False
    try:
        return named(record.case, scenario.id) != scenario
    except UnknownName:
        return True
