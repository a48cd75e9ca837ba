"""The check of a decision record: by its seal, by itself and by the solver-free check of its award."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models import Case
from models.faults import pointer
from models.record import DecisionRecord, SealedRecord
from models.record_check import RecordCheck, RecordFinding, RecordPart, RecordStep
from selector.decide.record.contents import contents, worded_otherwise
from selector.decide.record.in_force import in_force
from selector.decide.record.leaves import Leaf
from selector.decide.record.notes import notes
from selector.verify import Verification, verify
from selector.verify.words import count
from selector.version import __version__

_Part = tuple[RecordPart, str, Sequence[RecordFinding]]

_BROKEN: Mapping[RecordPart, str] = {
    "seal": "The text is not as it was sealed",
    "case": "The case in the record is not the one recorded",
    "scenario": "The case in force is not the one that was recorded",
    "award": "The award is not a true one of the case",
    "contents": "The record says what does not follow from its case and its award",
}


def check_record(sealed: SealedRecord) -> RecordCheck:
    """Whether a record is as it was sealed, at one with itself, and its award a true one of its case.

    Everything that follows from the case and the award is worked out again from the two: no solver takes part. What
    follows from nothing else (who, when, why, the names and sums of files, how long a search took, its bound) rests on
    the seal alone.

    Raises nothing: whatever is wrong is a finding.
    """
    record = sealed.record
    case, of_scenario = in_force(record)
    verification = None if case is None else verify(case, record.award)
    worded: tuple[Leaf, ...] = ()
    parts: list[_Part] = [
        ("seal", f"The text is as it was sealed: SHA-256 {sealed.stated}.", tuple(_seal(sealed))),
        ("case", f"The case in the record is the one recorded: SHA-256 {record.case_sha256}.", tuple(_case(record))),
        ("scenario", _scenario(record), (*of_scenario, *_in_force(record, case))),
    ]
    if case is not None and verification is not None:
        found = tuple(RecordFinding(rule=each.rule, message=each.message) for each in verification.findings)
        parts.append(("award", _award(record, verification), found))
        told = "What the record says of rules, decisions by hand, program and check follows from its case and award."
        parts.append(("contents", told, tuple(contents(record, case, verification))))
        worded = tuple(worded_otherwise(record, case, verification))
    findings = tuple(finding for _, _, found in parts for finding in found)
    return RecordCheck(
        valid=not findings,
        findings=findings,
        rules=() if verification is None else verification.rules,
        steps=tuple(
            RecordStep(part=part, holds=not found, sentence=_told(part, good, found)) for part, good, found in parts
        ),
        notes=tuple(notes(record, worded)),
        sha256=sealed.stated,
        version=__version__,
    )


def _told(part: RecordPart, good: str, found: Sequence[RecordFinding]) -> str:
    return f"{_BROKEN[part]}: {count(len(found), 'finding')}." if found else good


def _seal(sealed: SealedRecord) -> Iterator[RecordFinding]:
    if sealed.found is None:
        yield RecordFinding(
            rule="/sha256",
            message="The file does not end as a sealed record does: its text was laid out anew, or added to, since.",
        )
    elif sealed.found != sealed.stated:
        yield RecordFinding(
            rule="/sha256",
            message=f"The text was sealed with SHA-256 {sealed.stated}; it now has {sealed.found}: some of it was changed since.",
        )


def _case(record: DecisionRecord) -> Iterator[RecordFinding]:
    yield from _same(("case_sha256",), "the case in the record", record.case_sha256, record.case.sha256)


def _in_force(record: DecisionRecord, case: Case | None) -> Iterator[RecordFinding]:
    if case is not None:
        yield from _same(("in_force_sha256",), "the case in force", record.in_force_sha256, case.sha256)


def _same(path: tuple[str | int, ...], what: str, stated: Any, found: Any) -> Iterator[RecordFinding]:
    if stated != found:
        message = f"The SHA-256 of {what} is recorded as {stated}; worked out again it is {found}."
        yield RecordFinding(rule=pointer(path), message=message)


def _scenario(record: DecisionRecord) -> str:
    if record.scenario is None:
        return "No scenario is in force: the award is of the case as stated."
    return (
        f"Scenario {record.scenario.id} was applied to the case again, as recorded: SHA-256 {record.in_force_sha256}."
    )


def _award(record: DecisionRecord, verification: Verification) -> str:
    if not record.award.awards:
        return f"There is no award, which is what its status says: {record.award.status}."
    kept = sum(rule.satisfied for rule in verification.rules)
    soft = "" if kept == len(verification.rules) else "; what gives way is soft"
    of = f"{kept:,} of {len(verification.rules):,} rules kept{soft}"
    return f"Every figure of the award was worked out again from the case, without a solver, and agrees: {of}."
