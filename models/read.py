"""From text to a case or an award, with every fault at once."""

from pydantic import ValidationError

from models import references
from models.case import FORMAT, Case
from models.draft import Draft
from models.errors import AwardInvalid, CaseInvalid
from models.evaluation import Evaluation
from models.faults import REFERENCE, Fault, from_validation, pointer, shown
from models.json_text import NotJsonError, parse


def read_case(text: str | bytes) -> Case:
    """The case that a JSON text holds.

    Raises
    ------
    CaseInvalid
        with every fault of syntax, of fields and of references.
    """
    try:
        document = parse(text)
    except NotJsonError as error:
        raise CaseInvalid(error.faults) from None
    if isinstance(document, dict) and isinstance(document.get("format"), int) and document["format"] > FORMAT:
        newer = f"{shown(document['format'])} is newer than this program, which reads formats up to {FORMAT}"
        raise CaseInvalid([Fault("/format", newer)])
    try:
        return Case.model_validate(document)
    except ValidationError as error:
        found = from_validation(error, Case)
        if isinstance(document, dict) and not any(details["type"] == REFERENCE for details in error.errors()):
            # Fields at fault keep the case from being held against itself; do that with the rows that can be read.
            misfits = references.faults(Draft.from_document(document))
            found += [Fault(pointer(misfit.path), misfit.message) for misfit in misfits]
        raise CaseInvalid(found) from None


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
