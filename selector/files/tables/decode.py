"""From tables to a case, with every fault at once and the cell of each."""

from collections.abc import Sequence

from models import Case, CaseInvalid
from models.read import case_of
from selector.files.tables.draft import Draft
from selector.files.tables.given import Given
from selector.files.tables.layout import layout
from selector.files.tables.matching import matched
from selector.files.tables.placed import placed
from selector.files.tables.records import Records
from selector.files.tables.rows_reading import read_rows
from selector.files.tables.settings import Settings
from selector.files.tables.settings_reading import read_settings


def case_from(given: Sequence[Given], whole: str) -> tuple[Case, list[str]]:
    """The case that tables state, and remarks about what was left aside.

    ``whole`` is the name of the workbook or folder.

    Raises
    ------
    CaseInvalid
        with every fault, each with its place; of a thousand or more, the first thousand.
    """
    draft = Draft()
    found, remarks, faults = matched(given, whole)
    draft.faults += faults
    for sheet in layout():
        # What a table that is not there would be at odds with nobody needs to be told.
        if sheet.name in found:
            sheet.begin(draft)
            if isinstance(sheet, Settings):
                read_settings(draft, sheet, found[sheet.name])
            else:
                read_rows(draft, sheet, found[sheet.name])
    _resolve(draft)
    missing = {sheet.name for sheet in layout() if sheet.name not in found}
    try:
        case = case_of(draft.document)
    except CaseInvalid as error:
        raise CaseInvalid(placed(draft, error.faults, missing)) from None
    if draft.faults:
        raise CaseInvalid(placed(draft, (), missing))
    return case, remarks


def _resolve(draft: Draft) -> None:
    """Put the ids that were meant in place of those that differ in capitals or spaces."""
    for sheet in layout():
        if not isinstance(sheet, Records) or len(sheet.at) != 1:
            continue
        for column in sheet.columns:
            if not column.points_to:
                continue
            ids = draft.ids(column.points_to)
            *above, last = column.path
            for record in draft.document.get(sheet.at[0], ()):
                holder = record
                for key in above:
                    holder = holder.get(key) or {}
                if (value := holder.get(last)) is None:
                    continue
                if type(value) is list:
                    if len(value) == 1 and value[0] in ids.positions:
                        continue
                    holder[last] = [ids.resolve(name) for name in value]
                elif value not in ids.positions:
                    holder[last] = ids.resolve(value)
