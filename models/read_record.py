"""From the text of a decision record to the record, with every fault at once."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from models.case import Case
from models.errors import CaseInvalid, RecordInvalid
from models.evaluation import Evaluation
from models.faults import Fault, from_validation, shown
from models.json_text import NotJsonError, parse
from models.read import case_in
from models.record import RECORD_FORMAT, DecisionRecord, Digest, RecordHead, SealedRecord
from models.seal import seal_of

_HELD = ("case", "award")
_MISSING = "is missing"
_SEAL: TypeAdapter[str] = TypeAdapter(Digest)
_Read = TypeVar("_Read", bound=BaseModel)


def read_record(content: bytes) -> SealedRecord:
    """The record that the bytes of a file hold, with the seal that it states and the one that it should have.

    Whether it holds good is another question: ``check_record`` of ``selector.decide.record`` answers it.

    Raises
    ------
    RecordInvalid
        with every fault of syntax and of fields, those of the case and the award among them.
    """
    try:
        document = parse(content, holding=(*_HELD, "check"))
    except NotJsonError as error:
        raise RecordInvalid(error.faults) from None
    _refuse_others(document)
    faults: list[Fault] = []
    stated = _seal(document, faults)
    head = _head({key: value for key, value in document.items() if key not in (*_HELD, "sha256")}, faults)
    case = _case(document, faults)
    award = _award(document, faults)
    if head is None or case is None or award is None or faults:
        raise RecordInvalid(faults)
    fields = {name: getattr(head, name) for name in head.model_fields_set}
    return SealedRecord(DecisionRecord(**fields, case=case, award=award), stated, seal_of(content))


def _refuse_others(document: Any) -> None:
    """Refuse what is no record, or one of a format that is not known."""
    if not isinstance(document, dict):
        raise RecordInvalid([Fault("", f"{shown(document)} is not a decision record, which is an object")])
    if "record" not in document:
        what = "a case, which goes with its award" if "bids" in document else "an award, which goes with its case"
        seems = f"; it seems to be {what}" if "bids" in document or "awards" in document else ""
        raise RecordInvalid([Fault("/record", f"{_MISSING}: this is not a decision record{seems}")])
    stated = document["record"]
    if type(stated) is int and stated > RECORD_FORMAT:
        newer = f"{shown(stated)} is newer than this program, which reads formats up to {RECORD_FORMAT}"
        raise RecordInvalid([Fault("/record", newer)])
    if type(stated) is not int or stated < 1:
        raise RecordInvalid([Fault("/record", f"{shown(stated)} is not a format of decision records")])


def _seal(document: Mapping[str, Any], faults: list[Fault]) -> str:
    if "sha256" not in document:
        faults.append(Fault("/sha256", _MISSING))
        return ""
    try:
        return _SEAL.validate_python(document["sha256"])
    except ValidationError:
        faults.append(Fault("/sha256", f"{shown(document['sha256'])} is not a SHA-256"))
        return ""


def _head(document: Mapping[str, Any], faults: list[Fault]) -> RecordHead | None:
    return _model(RecordHead, document, (), faults)


def _case(document: Mapping[str, Any], faults: list[Fault]) -> Case | None:
    if "case" not in document:
        faults.append(Fault("/case", _MISSING))
        return None
    try:
        return case_in(document["case"])
    except CaseInvalid as error:
        faults.extend(Fault(f"/case{fault.pointer}", fault.message) for fault in error.faults)
        return None


def _award(document: Mapping[str, Any], faults: list[Fault]) -> Evaluation | None:
    if "award" not in document:
        faults.append(Fault("/award", _MISSING))
        return None
    return _model(Evaluation, document["award"], ("award",), faults)


def _model(model: type[_Read], document: Any, above: tuple[str, ...], faults: list[Fault]) -> _Read | None:
    try:
        return model.model_validate(document)
    except ValidationError as error:
        faults.extend(from_validation(error, model, above))
        return None
