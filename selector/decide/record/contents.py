"""What a record says of its own case and award, held against what follows from them."""

from collections.abc import Iterator
from typing import Any

from models import Case, Evaluation
from models.faults import pointer
from models.record import DecisionRecord
from models.record_check import RecordFinding
from selector.decide.record.derived import check_of, of_case, program_of
from selector.decide.record.leaves import Leaf, leaves, text
from selector.decide.record.stated import as_far_as_stated
from selector.verify import Verification
from selector.version import __version__

_WORDS = frozenset({"sentence", "unit", "reason"})
"""Fields of an award that the solver-free check leaves to readers. Why bids are disqualified it words in its own way."""


def contents(record: DecisionRecord, case: Case, verification: Verification) -> Iterator[RecordFinding]:
    """What does not follow from the ``case`` in force and the award, for which ``verification`` stands.

    How another version words a sentence is no fault.
    """
    stated, expected = _heads(record, case, verification)
    if record.check.version != __version__:
        stated, expected = _without_sentences(stated), _without_sentences(expected)
    yield from map(_finding, leaves(stated, expected))
    if record.award.name != case.name:
        yield _finding(Leaf(("award", "name"), record.award.name, case.name))
    if record.award.provenance.version == __version__:
        yield from map(_finding, _words(record.award, verification))


def worded_otherwise(record: DecisionRecord, case: Case, verification: Verification) -> Iterator[Leaf]:
    """Sentences of a record of another version that this one would put otherwise, and of an award; none of this version."""
    if record.check.version != __version__:
        stated, expected = _heads(record, case, verification)
        figures = {leaf.path for leaf in leaves(_without_sentences(stated), _without_sentences(expected))}
        yield from (leaf for leaf in leaves(stated, expected) if leaf.path not in figures)
    if record.award.provenance.version != __version__:
        yield from _words(record.award, verification)


def _heads(record: DecisionRecord, case: Case, verification: Verification) -> tuple[dict[str, Any], dict[str, Any]]:
    """All of a record but its case and award: as it is stated, and as it follows from the two."""
    decided_by = {override.name: override.by for override in record.overrides}
    right = record.model_copy(
        update={
            **of_case(case, decided_by),
            "program": program_of(record.award),
            "check": check_of(verification, record.check.version),
        }
    )
    return record.head(), as_far_as_stated(right, record).head()


def _words(award: Evaluation, verification: Verification) -> Iterator[Leaf]:
    """What an award says otherwise than this version would."""
    for name in ("rules", "by_hand"):
        rows = getattr(award, name)
        # Rows that are missing or are others the check has told of already.
        if name in award.model_fields_set and len(rows) == len(getattr(verification, name)):
            stated, expected = (
                [row.model_dump(mode="json") for row in each] for each in (rows, getattr(verification, name))
            )
            found = leaves(stated, expected, ("award", name))
            yield from (leaf for leaf in found if leaf.path[-1] in _WORDS)


def _without_sentences(document: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in document.items() if key != "objective"}
    for name in ("rules", "overrides"):
        kept[name] = [{key: value for key, value in row.items() if key != "sentence"} for row in kept[name]]
    return kept


def _finding(leaf: Leaf) -> RecordFinding:
    stated, expected = (text(value) or "nothing" for value in (leaf.before, leaf.after))
    message = f"It is stated as {stated}; from the case and the award it follows that it is {expected}."
    return RecordFinding(rule=pointer(leaf.path), message=message)
