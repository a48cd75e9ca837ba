"""A workbook that is being written."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from selector.files.workbook.formats import Formats
from selector.files.workbook.lists import name_the_ids
from selector.files.workbook.long_texts import LongTexts
from selector.files.writing import in_place

_OPTIONS: dict[str, Any] = {
    "constant_memory": True,  # rows are written in order, and a case may have hundreds of thousands
    "use_zip64": True,
    # Text is text, whatever it looks like.
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_A4 = 9
_MADE = datetime(2013, 4, 1)
_ALLOWED = (
    "objects", "scenarios", "format_cells", "format_columns", "format_rows", "insert_columns", "insert_rows",
    "delete_columns", "delete_rows", "sort", "autofilter",
)  # fmt: skip


class Book:
    """An Excel workbook with its formats, and the texts that are too long for its cells."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.formats = Formats(workbook)
        self.long_texts = LongTexts()

    def add(self, name: str) -> Worksheet:
        """A new sheet, the last so far."""
        return self.workbook.add_worksheet(name)


@contextmanager
def written(path: Path) -> Iterator[Book]:
    """A workbook to fill, which is at ``path`` once the context ends without an error; like content gives like bytes.

    Raises
    ------
    OSError
        if it cannot be written.
    """
    failed: tuple[Any, ...] = ()
    # Should it fail, XlsxWriter leaves its own files behind, and an OSError within an error of its own.
    with in_place(path) as file, TemporaryDirectory() as folder:
        try:
            with Workbook(file, _OPTIONS | {"tmpdir": folder}) as workbook:
                workbook.set_properties({"title": "Case", "created": _MADE})
                workbook.set_size(2400, 1500)
                book = Book(workbook)
                name_the_ids(workbook)
                yield book
        except FileCreateError as error:
            failed = error.args[0].args
        if failed:  # by now the half of an archive that the error held is closed
            raise OSError(*failed)


def finish(sheet: Worksheet) -> None:
    """Lock what is locked, without a password, and nothing else; and have the sheet print well."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RPage &P of &N")
    sheet.protect("", dict.fromkeys(_ALLOWED, True))
