"""The rows of a sheet, as its tables take them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import cast

from python_calamine import CalamineWorkbook

from selector.files.cells import Cell
from selector.files.workbook.merged import Merged
from selector.files.workbook.references import Position
from selector.files.workbook.whole_texts import WholeTexts


class Rows:
    """The rows of a sheet, from the first on, with what stands in place of cells that have no value.

    The sheet is read anew each time that its rows are asked for.
    """

    def __init__(
        self, workbook: CalamineWorkbook, name: str, marks: Mapping[Position, Cell], texts: WholeTexts | None = None
    ) -> None:
        self._workbook, self._name, self._texts = workbook, name, texts
        self._marks: dict[int, dict[int, Cell]] = defaultdict(dict)
        for (row, column), cell in marks.items():
            self._marks[row][column] = cell

    def __iter__(self) -> Iterator[list[Cell]]:
        sheet = self._workbook.get_sheet_by_name(self._name)
        merged = Merged(sheet.merged_cell_ranges or ())
        # What calamine leaves out are blank columns on the left, not blank rows above.
        blank: list[Cell] = [""] * (sheet.start[1] if sheet.start else 0)
        rows = cast("Iterator[list[Cell]]", sheet.iter_rows())
        if not (blank or self._marks or merged or self._texts):
            yield from rows
            return
        count = 0
        for number, found in enumerate(rows):
            cells = [*blank, *found] if blank else found
            count = number + 1
            if number in self._marks:
                _put(cells, self._marks[number])
            if merged:
                merged.tell(number, cells)
            if self._texts:
                self._texts.put(cells)
            yield cells
        for number in range(count, max(self._marks, default=-1) + 1):
            cells = []
            _put(cells, self._marks.get(number, {}))
            yield cells


def _put(cells: list[Cell], marks: Mapping[int, Cell]) -> None:
    for column, mark in marks.items():
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = mark
