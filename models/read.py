"""From text to a case or an award, with every fault at once."""

from typing import Any

from pydantic import ValidationError

from models import references
from models.case import FORMAT, Case
from models.draft import MOST_FAULTS, TABLES, Draft
from models.errors import AwardInvalid, CaseInvalid
from models.evaluation import Evaluation
from models.faults import REFERENCE, Fault, from_validation, pointer, shown
from models.json_text import NotJsonError, parse


def read_case(text: str | bytes) -> Case:
    """The case that a JSON text holds.

    Raises
    ------
    CaseInvalid
        with every fault of syntax, of fields and of references; of a thousand bad rows or more, the first thousand.
    """
    try:
        document = parse(text)
    except NotJsonError as error:
        raise CaseInvalid(error.faults) from None
    return case_in(document)


def case_in(document: Any) -> Case:
    """The case that a JSON value is, of any format that there has been.

    Raises
    ------
    CaseInvalid
        as ``read_case`` does.
    """
    if isinstance(document, dict) and isinstance(document.get("format"), int) and document["format"] > FORMAT:
        newer = f"{shown(document['format'])} is newer than this program, which reads formats up to {FORMAT}"
        raise CaseInvalid([Fault("/format", newer)])
    return case_of(document)


def case_of(document: Any) -> Case:
    """The case that a JSON value is.

    Raises
    ------
    CaseInvalid
        with every fault of fields and of references, as ``read_case`` tells them.
    """
    try:
        return Case.model_validate(document)
    except ValidationError as error:
        raise CaseInvalid(_faults(document, error)) from None


def _faults(document: Any, error: ValidationError) -> list[Fault]:
    """Every fault of a case that ``error`` is the first sign of."""
    details = error.errors(include_url=False)
    if not isinstance(document, dict) or any(each["type"] == REFERENCE for each in details):
        return from_validation(error, Case)
    # Fields at fault keep the case from being held against itself; do that with the rows that can be read.
    draft = Draft.from_document(document)
    tables = tuple(f"/{table}/" for table in TABLES)
    found = [fault for fault in from_validation(error, Case) if not fault.pointer.startswith(tables)]
    found += draft.faults
    if len(draft.faults) >= MOST_FAULTS:
        return [*found, Fault("", f"has more faults than these {len(found):,}: mend them, and the rest will be told")]
    return found + [Fault(pointer(misfit.path), misfit.message) for misfit in references.faults(draft)]


def read_award(text: str | bytes) -> Evaluation:
    """The evaluation that the text of an ``award.json`` holds.

    Raises
    ------
    AwardInvalid
        with every fault.
    """
    try:
        document = parse(text)
    except NotJsonError as error:
        raise AwardInvalid(error.faults) from None
    try:
        return Evaluation.model_validate(document)
    except ValidationError as error:
        raise AwardInvalid(from_validation(error, Evaluation)) from None
