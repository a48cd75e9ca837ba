"""Faults of a case, told of the cells that state it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from models.draft import MOST_FAULTS
from models.faults import Fault, Place, steps
from selector.files.tables.column import Path
from selector.files.tables.draft import Draft
from selector.files.tables.layout import layout
from selector.files.tables.records import Records

_MISSING = "is missing"
_NO_SCORE = re.compile(r'has no score on criterion "(.*)"')


def placed(draft: Draft, faults: Iterable[Fault], missing: set[str]) -> list[Fault]:
    """All faults, each once, in the order of the tables and their rows."""
    told = {fault.place for fault in draft.faults}
    of_list = {"/" + "/".join(sheet.at): sheet for sheet in layout() if isinstance(sheet, Records)}
    headless = {fault.place.sheet for fault in draft.faults if fault.place and not fault.place.cell}
    stated = tuple(fault.pointer for fault in draft.faults if fault.pointer)
    found = list(draft.faults)
    for fault in faults:
        path = tuple(steps(fault.pointer))
        if draft.is_of_unknown(path):
            continue
        scored = _NO_SCORE.fullmatch(fault.message)
        place = draft.where((*path, scored[1]) if scored else path)
        if place is None and fault.pointer in of_list:
            sheet = of_list[fault.pointer]
            if sheet.name in missing and sheet.demanded:
                continue
            place = Place(draft.heads[sheet.name].name if sheet.name in draft.heads else sheet.name)
        # Said already: of this cell, of a column that is not there, or of a part of this setting.
        if place in told or (place and place.sheet in headless and not place.heading and fault.message == _MISSING):
            continue
        if place is None and any(f"{pointer}/".startswith(f"{fault.pointer}/") for pointer in stated if fault.pointer):
            continue
        found.append(Fault(fault.pointer, draft.in_cells(fault.message) + _of_list(path, fault.message), place))
    found = [_with_expected(draft, fault) for fault in found[:MOST_FAULTS]]
    order = {given: at for at, given in enumerate(heads.name for heads in draft.heads.values())}
    return sorted(found, key=lambda fault: _order(fault, order))


def _of_list(path: Path, message: str) -> str:
    """What to do about an entry of a list that is no id, and may be several."""
    several = path and path[-1].isdecimal() and message.startswith("there is no") and "," in message
    return ": several stand apart by ;" if several else ""


def _with_expected(draft: Draft, fault: Fault) -> Fault:
    """A fault of a blank cell that says what to write."""
    expected = draft.expected(fault.place) if fault.message == _MISSING else ""
    return replace(fault, message=f"{fault.message}: {expected} is expected") if expected else fault


def _order(fault: Fault, sheets: dict[str, int]) -> tuple[int, int, int, str]:
    place = fault.place
    if place is None:
        return (-1, 0, 0, fault.message)
    cell = re.match(r"([A-Z]*)([0-9]*)", place.cell)
    column, row = (cell[1], cell[2]) if cell else ("", "")
    return (sheets.get(place.sheet, len(sheets)), int(row or 0), len(column), column + fault.message)
