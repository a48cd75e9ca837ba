"""From what was sent to a case, whatever form it has."""

import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from api.children.unpack import unpack
from models import Case, CaseInvalid, SelectorError
from models.json_text import NotJsonError, parse
from models.read import case_in

Form = Literal["json", "workbook", "tables"]
"""JSON, native or OCDS; an Excel workbook; a zip archive of CSV files."""


class NotJson(CaseInvalid):
    """What was sent as JSON is none."""


class TooMuch(SelectorError):
    """There is not memory enough for what was sent."""


@dataclass(frozen=True)
class Kept:
    """A case as the database keeps it."""

    id: str
    """SHA-256 of its canonical JSON."""
    name: str
    lots: int
    bids: int
    content: bytes
    """Its canonical JSON, by zlib."""
    remarks: tuple[str, ...] = ()
    """What was left aside or assumed as it was read."""


def read(content: bytes, form: Form) -> tuple[Case, tuple[str, ...]]:
    """The case in what was sent, and remarks about what was left aside or assumed.

    Raises
    ------
    NotJson
        if it is to be JSON and is none.
    CaseInvalid
        with every fault.
    TooMuch
        if there is not memory enough.
    """
    from selector.files.pause import without_collection

    try:
        with without_collection():
            return _of_json(content) if form == "json" else _of_file(content, form)
    except MemoryError:
        raise TooMuch("there is not memory enough for it") from None


def kept(case: Case, remarks: tuple[str, ...] = ()) -> Kept:
    """A case as the database keeps it."""
    content = zlib.compress(case.canonical_json().encode())
    return Kept(case.sha256, case.name, len(case.tendered), len(case.bids), content, remarks)


def read_and_keep(content: bytes, form: Form, _note: str, _tell: Callable[[Any], None]) -> Kept:
    """What was sent, as the database keeps it."""
    return kept(*read(content, form))


def _of_json(content: bytes) -> tuple[Case, tuple[str, ...]]:
    try:
        document = parse(content)
    except NotJsonError as error:
        raise NotJson(error.faults) from None
    # OCDS is met seldom, and loads much.
    from selector.files.ocds import case_of_package, is_ocds

    if is_ocds(document):
        case, remarks = case_of_package(document)
        return case, tuple(remarks)
    return case_in(document), ()


def _of_file(content: bytes, form: Form) -> tuple[Case, tuple[str, ...]]:
    from selector.files.reading import read_case_file

    remarks: list[str] = []
    with tempfile.TemporaryDirectory(prefix="sent-") as folder:
        path = Path(folder) / ("case.xlsx" if form == "workbook" else "case")
        if form == "workbook":
            path.write_bytes(content)
        else:
            unpack(content, path)
        return read_case_file(path, remarks.append), tuple(remarks)
