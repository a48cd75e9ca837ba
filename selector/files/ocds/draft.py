"""The case that is being put together, and the way back from it to the release."""

import re
from collections.abc import Mapping
from typing import Any

from models import CaseInvalid, Fault
from models.case import FORMAT, Case
from models.draft import MOST_FAULTS
from models.faults import steps
from models.read import case_of
from selector.files.ocds.extension_key import KEY
from selector.files.ocds.log import Log
from selector.files.ocds.origin import Origin, Path
from selector.files.ocds.view import View

_POINTER = re.compile(r"(?<![\w/])/([a-z_]+)/([0-9]+)(?![\w/])")
_COVER = "is required and no bid covers it"
_MISSING = "is missing"
_WHERE_ELSE = f": OCDS has no place for it, so state it here, in the extension {KEY} (docs/ocds.md)"
_HOW_TO_COVER = ": give it the status unsuccessful, or say what it costs without a bid (required, in_house)"


class Draft:
    """A document of the case, and where in the release each of its parts stands."""

    def __init__(self, log: Log) -> None:
        self.document: dict[str, Any] = {"format": FORMAT}
        self._log = log
        self._origin = Origin()
        self._owners: dict[Path, Path] = {}

    def put(self, key: str, value: Any, path: Path) -> None:
        """State a field of the case that stands at a path of the release."""
        self.document[key] = value
        self._origin.put((key,), path)

    def add(self, table: str, owner: Path, extension: View, own: Mapping[str, tuple[Any, Path]]) -> int:
        """Append a row: what the extension says of the object at ``owner``, and its ``own`` fields, each with its path.

        A field that is None is left out, and yet looked for at its path. Returns the position of the row.
        """
        rows = self.document.setdefault(table, [])
        at: Path = (table, len(rows))
        self._origin.put(at, extension.path)
        self._owners[at] = owner
        row = dict(extension.value)
        for name, (value, path) in own.items():
            if value is not None:
                row[name] = value
            self._origin.put((*at, name), path)
        rows.append(row)
        return len(rows) - 1

    def locate(self, at: Path, path: Path) -> None:
        """What is at a path of the case stands at a path of the release."""
        self._origin.put(at, path)

    def finished(self) -> Case:
        """The case.

        Raises
        ------
        CaseInvalid
            with every fault of the release and of the case, each in its place in the document.
        """
        try:
            case = case_of(self.document)
        except CaseInvalid as error:
            raise CaseInvalid(self._all(error.faults)) from None
        if self._log.faults:
            raise CaseInvalid(self._all(()))
        return case

    def _all(self, of_case: tuple[Fault, ...]) -> list[Fault]:
        told = {fault.pointer for fault in self._log.faults}
        inside = {above for each in told for above in _above(each)}
        found = list(self._log.faults)
        no_bids = any(each.endswith("/bids/details") for each in told)
        for fault in of_case:
            if no_bids and _COVER in fault.message:
                continue
            path = _path(fault.pointer)
            whole_row = path in self._owners
            place = self._log.pointer(self._owners[path] if whole_row else self._of(path))
            # Said already: of this, of what it stands in or, of a field, of what stands in it.
            if not whole_row and (place in inside or not told.isdisjoint((place, *_above(place)))):
                continue
            found.append(Fault(place, self._in_words(fault.message, place)))
        unique = list(dict.fromkeys(found))
        if len(unique) > MOST_FAULTS:
            rest = f"has more faults than these {MOST_FAULTS:,}: mend them, and the rest will be told"
            return [*unique[:MOST_FAULTS], Fault("", rest)]
        return unique

    def _of(self, path: Path) -> Path:
        return self._origin.of(path) or ((KEY, *path) if path else ())

    def _in_words(self, message: str, place: str) -> str:
        if _COVER in message:
            message += _HOW_TO_COVER
        elif message == _MISSING and f"/{KEY}/" in place:
            message += _WHERE_ELSE
        return _POINTER.sub(self._place_of_row, message)

    def _place_of_row(self, found: re.Match[str]) -> str:
        owner = self._owners.get((found[1], int(found[2]))) if len(found[2]) < 10 else None
        return found[0] if owner is None else self._log.pointer(owner)


def _path(place: str) -> Path:
    return tuple(int(part) if part.isdecimal() and len(part) < 10 else part for part in steps(place))


def _above(place: str) -> list[str]:
    """The pointers to all that something stands in, the document itself apart."""
    parts = place.split("/")
    return ["/".join(parts[:length]) for length in range(2, len(parts))]
