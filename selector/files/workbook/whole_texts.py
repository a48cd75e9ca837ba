"""Texts that are too long for a cell, put together again from their parts."""

from collections.abc import Iterable, Sequence

from models import CaseInvalid, Fault
from models.faults import Place, shown
from selector.files.cells import Cell, Misread, Number
from selector.files.cells.kind import Unreadable, is_blank
from selector.files.cells.text import COMMENT, LONG
from selector.files.workbook.long_texts import HEADINGS, LONG_TEXTS

_COUNT = Number(whole=True)
_MARK = "[long text "


class WholeTexts:
    """The long texts of a workbook.

    Raises
    ------
    CaseInvalid
        if their sheet does not hold numbered texts in numbered parts.
    """

    def __init__(self, rows: Iterable[Sequence[Cell]] | None, *, anywhere: bool) -> None:
        self._anywhere = anywhere
        self._texts: dict[int, str] = {}
        if not anywhere or rows is None:
            return
        parts: dict[int, dict[int, str]] = {}
        for number, cells in enumerate(rows, start=1):
            first = cells[0] if cells else None
            if all(map(is_blank, cells)) or (isinstance(first, str) and first.strip() in (HEADINGS[0], COMMENT)):
                continue
            text, part, content = [*cells, "", "", ""][:3]
            counts = _count(text), _count(part)
            if counts[0] is None or counts[1] is None or not isinstance(content, str):
                expected = f"{HEADINGS[0]} and {HEADINGS[1]} must be whole numbers from 1, and {HEADINGS[2]} text"
                raise CaseInvalid([Fault("", expected, Place(LONG_TEXTS, f"{number}:{number}"))])
            of_text = parts.setdefault(counts[0], {})
            if counts[1] in of_text:
                told = f"is a second part {counts[1]} of long text {counts[0]}: delete one of them"
                raise CaseInvalid([Fault("", told, Place(LONG_TEXTS, f"{number}:{number}"))])
            of_text[counts[1]] = content
        for count, of_text in parts.items():
            # Without one of its parts it would be another text.
            lost = next(part for part in range(1, len(of_text) + 2) if part not in of_text)
            if lost <= len(of_text):
                raise CaseInvalid(
                    [Fault("", f"long text {count} has no part {lost}: write it again", Place(LONG_TEXTS))]
                )
            self._texts[count] = "".join(of_text[part] for part in sorted(of_text))

    def __bool__(self) -> bool:
        return self._anywhere

    def put(self, cells: list[Cell]) -> None:
        """Put long texts into the cells that they stand for."""
        for at, cell in enumerate(cells):
            if type(cell) is str and cell.lstrip().startswith(_MARK) and (mark := LONG.fullmatch(cell.strip())):
                text = self._texts.get(int(mark[1]))
                cells[at] = (
                    Unreadable(f"{shown(cell.strip())} stands for a text that the sheet {LONG_TEXTS} does not hold")
                    if text is None
                    else text
                )


def _count(cell: Cell) -> int | None:
    """A whole number from 1; None for anything else."""
    try:
        found = None if is_blank(cell) else _COUNT.read(cell)
    except Misread:
        return None
    return found if isinstance(found, int) and found >= 1 else None
