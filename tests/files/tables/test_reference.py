"""``docs/workbook.md`` is as the layout says."""

from pathlib import Path

from selector.files.tables import layout
from selector.files.tables.reference import workbook_reference

PAGE = Path(__file__).parents[3] / "docs" / "workbook.md"


def test_the_page_is_as_the_layout_says() -> None:
    told = "run: python -m selector.files.tables.reference > docs/workbook.md"

    assert PAGE.read_text(encoding="utf-8") == workbook_reference(), told


def test_every_table_and_column_has_a_meaning() -> None:
    for sheet in layout():
        assert sheet.note.strip()
        assert [column.title for column in sheet.columns if not column.note.strip()] == []
        assert [group.heading for group in sheet.wide if not group.note.strip()] == []
