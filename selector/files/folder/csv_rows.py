"""Text with separators taken apart, as RFC 4180 has it.

The standard library's reader has its limit on the length of a cell in a variable of the module, for everybody.
"""

from collections.abc import Iterator

from selector.files.tables import COLUMNS, ROWS

"""As many as a sheet of a workbook has."""


class NotCsvError(Exception):
    """The text cannot be taken apart; ``row``, counted from 1, is the one at fault."""

    def __init__(self, row: int, message: str) -> None:
        self.row = row
        super().__init__(message)


def csv_rows(text: str, separator: str) -> Iterator[list[str]]:
    """The cells of each row; lines within quotes are of one row, and blank lines rows without cells.

    Raises
    ------
    NotCsvError
        if quotes do not close, or text stands behind them, or there are too many rows or cells in one.
    """
    number = at = 0
    while at < len(text):
        number += 1
        if number > ROWS:
            raise NotCsvError(number, f"has more than {ROWS:,} rows")
        end = text.find("\n", at)
        line = text[at:] if end < 0 else text[at:end]
        if '"' in line:
            cells, at = _quoted(text, at, separator, number)
        else:
            at += len(line) + 1
            _must_fit(line.count(separator), number)
            cells = line.split(separator) if line else []
        yield cells


def _quoted(text: str, at: int, separator: str, number: int) -> tuple[list[str], int]:
    """The cells of a row with quotes in it, and where the next row starts."""
    cells: list[str] = []
    last = -1
    while True:
        _must_fit(len(cells), number)
        if text.startswith('"', at):
            cell, at = _between(text, at + 1, number)
            following = text[at : at + 1]
            if following not in (separator, "\n", ""):
                raise NotCsvError(
                    number,
                    f'has text behind the closing quote of cell {len(cells) + 1}: write quotes within it twice ("")',
                )
        else:
            if last < at:
                last = text.find("\n", at)
                last = len(text) if last < 0 else last
            end = text.find(separator, at, last)
            end = last if end < 0 else end
            cell, at = text[at:end], end
            following = text[at : at + 1]
        cells.append(cell)
        at += 1
        if following != separator:
            return cells, at


def _between(text: str, start: int, number: int) -> tuple[str, int]:
    """What stands between quotes, and where the closing one ends."""
    at = start
    while True:
        end = text.find('"', at)
        if end < 0:
            raise NotCsvError(number, "opens a quote that is not closed before the end of the file")
        if text[end + 1 : end + 2] != '"':
            return text[start:end].replace('""', '"'), end + 1
        at = end + 2


def _must_fit(cells: int, number: int) -> None:
    if cells >= COLUMNS:
        raise NotCsvError(number, f"has more than {COLUMNS:,} cells")
