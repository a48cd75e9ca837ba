"""The blank workbook: its example is a sound procurement, and none of it is read before it is filled in."""

from pathlib import Path
from typing import Any

import pytest

from models import CaseInvalid
from selector import evaluate
from selector.files.tables import layout, tables
from selector.files.workbook.guide import GUIDE
from selector.files.workbook.reading import read_workbook
from selector.files.workbook.template import example, write_template
from selector.scenarios import under
from tests.files.alike import assert_alike
from tests.files.workbook.books import opened

EXAMPLE = 5
"""The column of the settings with their examples."""


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "template.xlsx"
    write_template(path)
    return path


def _fill_settings(book: Any, only_required: bool = False) -> None:
    for row in book["Case"].iter_rows(min_row=2):
        if not only_required or row[0].value.endswith("*"):
            row[1].value = row[EXAMPLE - 1].value


def test_there_is_an_example_for_every_table(template: Path) -> None:
    book = opened(template)
    assert book.sheetnames == [GUIDE, *(sheet.name for sheet in layout())]
    for table in list(tables(example()))[1:]:
        rows = list(book[table.sheet.name].iter_rows(min_row=2))
        assert len(rows) == len(table.rows) >= 1
        for row in rows:
            assert row[0].value.startswith("# ")
            shown = [cell for cell in row if cell.value is not None]
            assert all(cell.font.italic and cell.font.color.rgb == "FF7F7F7F" for cell in shown)


def test_the_example_without_its_marks_is_a_case_that_evaluates(template: Path) -> None:
    book = opened(template)
    _fill_settings(book)
    for sheet in layout()[1:]:
        for row in book[sheet.name].iter_rows(min_row=2):
            row[0].value = row[0].value.removeprefix("# ")
    book.save(template)
    case, remarks = read_workbook(template)
    assert remarks == []
    assert_alike(case, example())
    assert evaluate(case).status == "optimal"
    for scenario in case.scenarios:
        assert evaluate(under(case, scenario.id)).status == "optimal"


def test_every_table_and_group_of_columns_is_in_the_example() -> None:
    for table in tables(example()):
        assert table.rows, table.sheet.name
        shown = {column.path[:-1] for column in table.columns}
        assert {group.path for group in table.sheet.wide} <= shown, table.sheet.name


def test_a_blank_template_says_only_what_is_missing(template: Path) -> None:
    with pytest.raises(CaseInvalid) as refused:
        read_workbook(template)
    assert [str(fault.place) for fault in refused.value.faults] == [
        "Case!B3 (Name)", "Case!B6 (Date)", "Case!B7 (Horizon: start)", "Case!B8 (Horizon: years)", "Buyers", "Services",
    ]  # fmt: skip


def test_examples_and_headings_that_are_not_used_may_stay(template: Path) -> None:
    book = opened(template)
    _fill_settings(book, only_required=True)
    filled: dict[str, dict[str, object]] = {
        "Buyers": {"Id *": "b", "Name *": "B", "Population (people) *": 400000},
        "Services": {"Id *": "s", "Name *": "S"},
        "Bidders": {"Id *": "j", "Name *": "J", "Kind *": "private"},
        "Bids": {"Id *": "1", "Bidder *": "j", "Lots *": "b:s", "Price (£) *": 1000},
    }
    for name, cells in filled.items():
        sheet = book[name]
        at = {cell.value: cell.column for cell in sheet[1]}
        row = sheet.max_row + 2
        for heading, value in cells.items():
            sheet.cell(row, at[heading], value)
    book.save(template)
    case, remarks = read_workbook(template)
    assert remarks == []
    assert (len(case.buyers), len(case.bids), case.criteria, case.scenarios) == (1, 1, (), ())
    assert case.buyers[0].budget == {}
    assert case.bids[0].scores == {}
    assert evaluate(case).status == "optimal"


def test_settings_that_have_one_value_are_filled_in(template: Path) -> None:
    rows = {row[0].value: row[1].value for row in opened(template)["Case"].iter_rows(min_row=2)}
    assert {name: value for name, value in rows.items() if value is not None} == {"Format *": 1, "Currency": "GBP"}


def test_a_heading_that_names_nothing_is_a_fault_once_it_is_used(template: Path) -> None:
    book = opened(template)
    _fill_settings(book, only_required=True)
    at = {cell.value: cell for cell in book["Bids"][1]}
    for heading, value in {"Id *": "1", "Score (points): quality": 50}.items():
        book["Bids"].cell(20, at[heading].column, value)
    book.save(template)
    with pytest.raises(CaseInvalid) as refused:
        read_workbook(template)
    told = [str(fault) for fault in refused.value.faults if fault.place and fault.place.cell.endswith("1")]
    assert f'Bids!{at["Score (points): quality"].coordinate}: there is no "quality" among the criteria' in told
    assert not any('"value"' in line for line in told)
