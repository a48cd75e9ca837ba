"""Cells merged into one: only the first of them has a value, and people mean it for all."""

from collections.abc import Sequence

from selector.files.cells import Cell
from selector.files.cells.kind import Unreadable, is_blank
from selector.files.tables.place import letters

Area = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last row and column, counted from 0."""


class Merged:
    """The merged cells of a sheet, told of row by row."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self._coming = sorted((area for area in areas if area[0] != area[1]), reverse=True)
        self._here: list[tuple[Area, bool]] = []

    def __bool__(self) -> bool:
        return bool(self._coming or self._here)

    def tell(self, number: int, cells: list[Cell]) -> None:
        """Put into the cells of a row that are merged with another what is wrong with them; blank areas are no matter."""
        while self._coming and self._coming[-1][0][0] <= number:
            area = self._coming.pop()
            column = area[0][1]
            self._here.append((area, column < len(cells) and not is_blank(cells[column])))
        self._here = [(area, filled) for area, filled in self._here if filled and area[1][0] >= number]
        for ((top, left), (bottom, right)), _ in self._here:
            for column in range(left, min(right + 1, len(cells))):
                if (number, column) != (top, left):
                    cells[column] = Unreadable(
                        f"is merged into {letters(left)}{top + 1}:{letters(right)}{bottom + 1}: unmerge these cells, "
                        "and write the value into each that it is meant for"
                    )
