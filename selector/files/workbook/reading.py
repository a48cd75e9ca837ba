"""A workbook read as a case."""

import io
from collections.abc import Iterator
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from models import Case
from selector.files.tables import Given, case_from, layout, plain
from selector.files.workbook.guard import Guarded, guarded
from selector.files.workbook.guide import GUIDE
from selector.files.workbook.long_texts import LONG_TEXTS
from selector.files.workbook.refusal import AGAIN, refusal
from selector.files.workbook.rows import Rows
from selector.files.workbook.whole_texts import WholeTexts


def read_workbook(path: Path) -> tuple[Case, list[str]]:
    """The case in an Excel workbook (.xlsx), and remarks about what was left aside.

    Hidden rows, columns and sheets count like others; a hidden sheet that is no table is left aside without a remark.

    Raises
    ------
    CaseInvalid
        if the file cannot be read, or with every fault of its tables, each with its sheet and cell.
    """
    guard = guarded(path)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(guard.content)) as workbook:
            return case_from(list(_given(workbook, guard)), path.name)
    except CalamineError:
        raise refusal(f"{path.name} is damaged inside: {AGAIN}") from None


def _given(workbook: CalamineWorkbook, guard: Guarded) -> Iterator[Given]:
    """The sheets that may be tables; each is read only once its rows are asked for, so that one is held at a time."""
    tables = {plain(sheet.name) for sheet in layout()}
    texts = WholeTexts(_long_texts(workbook), anywhere=guard.marks_long_texts)
    for sheet in workbook.sheets_metadata:
        name = plain(sheet.name)
        if sheet.typ != SheetTypeEnum.WorkSheet or name in (plain(GUIDE), plain(LONG_TEXTS)):
            continue
        if name in tables or sheet.visible == SheetVisibleEnum.Visible:
            sweep = guard.sweeps.get(sheet.name)
            yield Given(sheet.name, Rows(workbook, sheet.name, sweep.marks.cells if sweep else {}, texts))


def _long_texts(workbook: CalamineWorkbook) -> Rows | None:
    for name in workbook.sheet_names:
        if plain(name) == plain(LONG_TEXTS):
            return Rows(workbook, name, {})
    return None
