"""A workbook as people see it: headings, notes, formats, lists, and what is locked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from selector.files import read_case_file
from selector.files.cells import Choice, Flag, Listing
from selector.files.tables import Settings, layout
from selector.files.tables.column import bare
from selector.files.workbook.guide import GUIDE
from selector.files.workbook.guide_sheets import SAID
from selector.files.workbook.notes import note
from selector.files.workbook.template import write_template
from selector.files.workbook.writing import write_workbook
from tests.files.workbook.books import TWO_BOARDS, column_of, headings, opened

TABLES = [sheet for sheet in layout() if not isinstance(sheet, Settings)]


def _case(path: Path) -> None:
    write_workbook(path, read_case_file(TWO_BOARDS))


@pytest.fixture(scope="module", params=[_case, write_template])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    write: Callable[[Path], None] = request.param
    path = tmp_path_factory.mktemp("look") / "case.xlsx"
    write(path)
    return opened(path)


def test_a_sheet_for_each_table_after_the_guide(book: Any) -> None:
    assert book.sheetnames == [GUIDE, *(sheet.name for sheet in layout())]


def test_the_guide_tells_of_every_sheet_and_what_to_run(book: Any) -> None:
    assert set(SAID) == {sheet.name for sheet in layout()}
    guide = "\n".join(str(cell.value) for row in book[GUIDE].iter_rows() for cell in row if cell.value)
    for name, said in SAID.items():
        assert name in guide
        assert said.holds in guide
        assert said.needed in guide
    assert "selector check FILE" in guide
    assert "selector evaluate FILE" in guide
    links = [cell.hyperlink for row in book[GUIDE].iter_rows() for cell in row if cell.hyperlink]
    assert [link.location.split("!")[0].strip("'") for link in links] == book.sheetnames[1:]
    assert not any(link.target for link in links)


def test_headings_have_units_and_notes(book: Any) -> None:
    for sheet in TABLES:
        found = headings(book[sheet.name])
        for column in sheet.columns:
            cell = found[f"{column.title} *" if column.required else column.title]
            assert bare(cell.value) == bare(column.heading)
            assert cell.comment.text.rstrip() == note(column).rstrip()
            assert cell.fill.fgColor.rgb == ("FF1F4E79" if column.required else "FFDCE6F1")
        assert all(cell.comment for cell in found.values())


def test_notes_say_what_is_meant_what_is_expected_and_what_blank_means() -> None:
    columns = {f"{sheet.name}.{column.key}": column for sheet in layout() for column in sheet.columns}
    for name, column in columns.items():
        first, *others = note(column).split("\n")
        assert len(first) > 5, name
        assert len(others) == 2, name
    assert note(columns["Services.scale"]) == (
        "local services count towards a bidder's viability; national ones are bought at scale.\n"
        "Write local or national.\nBlank means local."
    )
    assert note(columns["Case.horizon.discount_rate"]).endswith("Blank means 3.5%.")
    assert note(columns["Bids.lots"]).endswith("Write ids of the sheet Lots, apart by ;.\nRequired.")
    assert note(columns["Lots.buyer"]).endswith("Write an id of the sheet Buyers.\nRequired.")
    assert note(columns["Bidders.viability_floor"]).endswith("Blank means 300,000.")
    assert note(columns["Bidders.partner_only"]).endswith("Blank means no.")
    assert note(columns["Lots.volume"]).endswith("May be blank.")
    assert note(columns["Bidders.hosting.transfer"]).endswith(
        'Leave all of "Hosting" blank if there is none. If another of them is filled in, blank means 100%.'
    )


def test_panes_are_frozen_and_rows_can_be_filtered(book: Any) -> None:
    for sheet in layout():
        assert book[sheet.name].freeze_panes == "B2"
    for sheet in TABLES:
        assert book[sheet.name].auto_filter.ref.startswith("A1:")
        assert book[sheet.name].print_title_rows == "$1:$1"


def test_headings_alone_are_locked(book: Any) -> None:
    for sheet in TABLES:
        found = book[sheet.name]
        protection = found.protection
        assert protection.sheet
        assert protection.password is None
        # In the file these say what is forbidden.
        for allowed in (
            "sort", "autoFilter", "insertRows", "deleteRows", "insertColumns", "deleteColumns", "formatCells",
            "formatColumns", "formatRows", "objects",
        ):  # fmt: skip
            assert not getattr(protection, allowed), allowed
        own = {bare(column.heading) for column in sheet.columns}
        for heading in headings(found).values():
            # Those that name a year, a criterion or a kind are for people to change.
            assert heading.protection.locked == (bare(heading.value) in own), heading.value
        filled = [cell for row in found.iter_rows(min_row=2) for cell in row if cell.value is not None]
        assert not any(cell.protection.locked for cell in filled)
        # Blank cells are as their column says, and blank headings as their row.
        assert not any(column_of(found, at).protection.locked for at in range(1, len(headings(found)) + 20))
        assert not found.row_dimensions[1].protection.locked
    settings = book["Case"]
    assert all(settings.cell(row, 1).protection.locked for row in range(1, settings.max_row + 1))
    assert not any(settings.cell(row, 2).protection.locked for row in range(2, settings.max_row + 1))


def test_cells_are_formatted_as_what_they_hold(book: Any) -> None:
    bids = book["Bids"]
    at = {value: cell.column for value, cell in headings(bids).items()}
    expected = {
        "Id *": "@", "Lots *": "@", "Price (£) *": "#,##0.00####", "Indexation (% a year)": "0.0###%",
        "Start": "dd mmm yyyy", "Term years (years)": "General", "Form": "@",
    }  # fmt: skip
    for heading, wanted in expected.items():
        assert column_of(bids, at[heading]).number_format == wanted
        filled = [cell for (cell,) in bids.iter_rows(2, None, at[heading], at[heading]) if cell.value is not None]
        assert {cell.number_format for cell in filled} <= {wanted}
    buyers = headings(book["Buyers"])
    assert column_of(book["Buyers"], buyers["Population (people) *"].column).number_format == "#,##0"


def test_widths_are_fit_for_the_eye(book: Any) -> None:
    for sheet in TABLES:
        for cell in headings(book[sheet.name]).values():
            width = column_of(book[sheet.name], cell.column).width
            assert 9 <= width <= 45
            assert max(map(len, cell.value.split())) <= width


def _lists(sheet: Any) -> dict[str, Any]:
    return {
        sheet.cell(1, next(iter(each.sqref.ranges)).min_col).value: each
        for each in sheet.data_validations.dataValidation
    }


def test_lists_to_choose_from(book: Any) -> None:
    for sheet in TABLES:
        found = _lists(book[sheet.name])
        for column in sheet.columns:
            title = f"{column.title} *" if column.required else column.title
            if isinstance(column.kind, Listing):
                assert title not in found
            elif column.points_to:
                # Asks, and does not refuse: the row that has the id may come later.
                assert found[title].formula1 == f"ids_of_{column.points_to}"
                assert found[title].errorStyle == "warning"
                assert found[title].formula1 in book.defined_names
            elif isinstance(column.kind, Choice | Flag):
                words = found[title].formula1.strip('"').split(",")
                assert len(found[title].formula1) <= 257  # Excel takes 255 letters, and the quotes
                assert [column.kind.write(column.kind.read(word)) for word in words] == words
                assert len(words) == (2 if isinstance(column.kind, Flag) else len(column.kind.codes))
            else:
                assert title not in found
            if title in found:
                assert found[title].allow_blank
                assert str(found[title].sqref).endswith("1048576")


def test_settings_stand_below_one_another_with_unit_and_meaning(book: Any) -> None:
    sheet = book["Case"]
    assert [cell.value for cell in sheet[1]][:4] == ["Setting", "Value", "Unit", "Meaning"]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    settings = layout()[0]
    assert len(rows) == len(settings.columns)
    for column in settings.columns:
        row = rows[f"{column.heading} *" if column.required else column.heading]
        assert (row[2].value or "") == column.unit
        assert column.note.rstrip(".") in row[3].value
        assert ("Required." in row[3].value) == column.required
    assert rows["Horizon: discount rate"][3].value.endswith("Blank means 3.5%.")
    offered = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    assert offered[rows["Objective: mode"][1].coordinate] == '"money valued,ratio,lexicographic"'
