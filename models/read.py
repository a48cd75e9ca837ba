"""From bytes to a case or an award, with every fault at once."""

import json
import math
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from models.bid import Bid
from models.bidder import Bidder
from models.buyer import Buyer
from models.case import FORMAT, Case
from models.criterion import Criterion
from models.errors import AwardInvalid, CaseInvalid
from models.evaluation import Evaluation
from models.faults import Fault, from_validation, pointer, shown
from models.horizon import Horizon
from models.lot import Lot
from models.references import TABLES, Draft, faults
from models.service import Service
from models.staff import StaffGroup

_ROWS: Mapping[str, type[BaseModel]] = {
    "buyers": Buyer,
    "services": Service,
    "lots": Lot,
    "bidders": Bidder,
    "bids": Bid,
    "criteria": Criterion,
    "staff_groups": StaffGroup,
}


def read_case(text: str | bytes) -> Case:
    """The case that a JSON text holds.

    Raises
    ------
    CaseInvalid
        with every fault of syntax, of fields and of references.
    """
    try:
        document = parse(text)
    except _NotJson as error:
        raise CaseInvalid([error.fault]) from None
    if isinstance(document, dict) and isinstance(document.get("format"), int) and document["format"] > FORMAT:
        newer = f"this case is of format {document['format']}; this version reads formats up to {FORMAT}: update the program"
        raise CaseInvalid([Fault("/format", newer)])
    try:
        return Case.model_validate(document)
    except ValidationError as error:
        found = from_validation(error, document, Case)
        if isinstance(document, dict) and not any(details["type"] == "reference" for details in error.errors()):
            # Fields at fault keep the case from being held against itself; do that with the rows that can be read.
            found += [Fault(pointer(misfit.path), misfit.message) for misfit in faults(_draft(document))]
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
    except _NotJson as error:
        raise AwardInvalid([error.fault]) from None
    try:
        return Evaluation.model_validate(document)
    except ValidationError as error:
        raise AwardInvalid(from_validation(error, document, Evaluation)) from None


class _NotJson(Exception):
    def __init__(self, message: str) -> None:
        self.fault = Fault("", message)


def parse(text: str | bytes) -> Any:
    """The JSON value of a text: fractions as Decimal, strict about repeated keys, NaN, depth and encoding."""
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise _NotJson(f"is not UTF-8 text (byte {error.start})") from None
    try:
        document = json.loads(
            text, parse_float=_decimal, parse_int=_integer, parse_constant=_constant, object_pairs_hook=_object
        )
    except json.JSONDecodeError as error:
        raise _NotJson(f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise _NotJson("is nested too deeply") from None
    return document


def _decimal(digits: str) -> Decimal | float:
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return math.nan
    # An exponent may stand for more digits than memory holds; no figure of a case needs any near this many.
    return value if abs(value.adjusted()) < 1000 else math.inf


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < 100 else math.inf


def _constant(name: str) -> float:
    return float(name)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _NotJson(f"names the key {shown(key)} twice in one object")
            seen.add(key)
    return result


def _draft(document: dict[str, Any]) -> Draft:
    """The rows that can be read of a document that has faults."""
    read: dict[str, list[tuple[int, Any]]] = {}
    unread: set[tuple[str, str]] = set()
    complete: set[str] = set()
    for table in TABLES:
        rows = document.get(table)
        readable = isinstance(rows, list | tuple) or (table in ("lots", "criteria", "staff_groups") and rows is None)
        adapter: TypeAdapter[Any] = TypeAdapter(_ROWS[table])
        read[table] = []
        for position, row in enumerate(rows if isinstance(rows, Sequence) and not isinstance(rows, str) else ()):
            try:
                read[table].append((position, adapter.validate_python(row)))
            except ValidationError:
                readable = False
                if isinstance(row, Mapping) and isinstance(row.get("id"), str):
                    unread.add((table, row["id"]))
        if readable:
            complete.add(table)
    try:
        horizon = Horizon.model_validate(document.get("horizon"))
    except ValidationError:
        horizon = None
    return Draft(
        **{table: read[table] for table in TABLES if table != "lots"},
        lots=None if document.get("lots") is None else read["lots"],
        horizon=horizon,
        unread=frozenset(unread),
        complete=frozenset(complete),
    )
