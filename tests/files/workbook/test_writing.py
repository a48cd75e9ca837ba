"""A case written as a workbook: exact, the same bytes each time, and nothing in it that a spreadsheet would run."""

import errno
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from models import Case, CaseInvalid, read_case
from selector.examples import england_2013
from selector.files import read_case_file
from selector.files.tables import Table, layout, tables
from selector.files.workbook import limits
from selector.files.workbook.limits import must_fit
from selector.files.workbook.long_texts import LONG_TEXTS, MOST_UNITS, in_parts
from selector.files.workbook.reading import read_workbook
from selector.files.workbook.writing import write_workbook
from tests.files.alike import assert_alike
from tests.files.test_round_trips import PROFILE
from tests.files.workbook.books import ROOT, TWO_BOARDS, opened, parts
from tests.strategies.any_case import cases

RUN = ("=", "+", "-", "@")
SMALL: dict[str, Any] = {
    "format": 1,
    "name": "Small",
    "date": "2013-04-01",
    "horizon": {"start": "2013-04-01", "years": 3},
    "buyers": [{"id": "north", "name": "North", "population": 200000}],
    "services": [{"id": "payroll", "name": "Payroll"}],
    "bidders": [{"id": "csu", "name": "CSU", "kind": "nhs_csu"}],
    "bids": [{"id": "csu-1", "bidder": "csu", "lots": ["north:payroll"], "price": "120000.00"}],
}


def case_of(**fields: Any) -> Case:
    return read_case(json.dumps(SMALL | fields).encode())


def comes_back(case: Case, path: Path) -> None:
    write_workbook(path, case)
    again, remarks = read_workbook(path)
    assert_alike(again, case)
    assert remarks == []


@pytest.mark.parametrize("name", ["two-boards", "csu-mergers", "whole-life"])
def test_examples_come_back(name: str, tmp_path: Path) -> None:
    comes_back(read_case_file(ROOT / "examples" / f"{name}.json"), tmp_path / "case.xlsx")


def test_a_part_of_england_comes_back(tmp_path: Path) -> None:
    comes_back(england_2013(areas=["Merseyside"]), tmp_path / "case.xlsx")


@settings(max_examples=15, **PROFILE)
@given(cases())
def test_any_case_comes_back(tmp_path_factory: pytest.TempPathFactory, case: Case) -> None:
    comes_back(case, tmp_path_factory.mktemp("any") / "case.xlsx")


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    case = read_case_file(TWO_BOARDS)
    write_workbook(tmp_path / "one.xlsx", case)
    write_workbook(tmp_path / "other.xlsx", case)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "other.xlsx").read_bytes()
    # The clock is not in it: two writes within a second would not show that.
    with zipfile.ZipFile(tmp_path / "one.xlsx") as archive:
        assert {each.date_time[0] for each in archive.infolist()} == {1980}
    assert b"2013-04-01T00:00:00Z" in parts(tmp_path / "one.xlsx")["docProps/core.xml"]


def test_nothing_that_a_spreadsheet_runs(tmp_path: Path) -> None:
    fields: dict[str, Any] = {
        "name": '=HYPERLINK("http://example.org","pay here")',
        "notes": "@SUM(1+1)*cmd|' /C calc'!A0",
        "buyers": [{"id": "=b", "name": "+1-1", "population": 200000, "area": "-2+3", "region": "@r", "vetoes": ["=k"]}],
        "services": [{"id": "+s", "name": "=1", "unit": "people"}],
        "lots": [{"id": "-l", "buyer": "=b", "service": "+s"}],
        "bidders": [
            {"id": "@j", "name": "=A1", "kind": "private", "group": "+g", "tags": ["-t", "=t"]},
            {"id": "=k", "name": "'=A1", "kind": "private"},
        ],
        "bids": [
            {
                "id": "=x!A1", "bidder": "@j", "lots": ["-l"], "price": "1.00", "scores": {"=c": "50"},
                "exclusive_group": "@g",
            },
            {"id": "-1", "bidder": "=k", "lots": ["-l"], "price": "2.00", "scores": {"=c": "50"}},
        ],
        "criteria": [{"id": "=c", "name": "+c"}],
        "rules": [{"id": "-r", "because": "=why", "metric": "lots", "sense": "at_most", "limit": "9"}],
        "exclusions": [{"id": "+e", "bid": "-1", "reason": "@reason"}],
        "scenarios": [{"id": "=sc", "name": "-sc", "because": "+sc", "patch": {"notes": "=1+1", "name": "@1"}}],
    }  # fmt: skip
    path = tmp_path / "case.xlsx"
    case = case_of(**fields)
    comes_back(case, path)
    risky = 0
    for sheet in opened(path):
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            assert cell.data_type != "f"
            if isinstance(cell.value, str) and cell.value.startswith(RUN):
                risky += 1
                assert cell.quotePrefix, f"{sheet.title}!{cell.coordinate}"
                assert cell.number_format == "@"
    stated = [cell for table in tables(case) for row in table.cells() for cell in row]
    assert risky == sum(isinstance(cell, str) and cell.startswith(RUN) for cell in stated) > 30
    sheets = [content for name, content in parts(path).items() if name.startswith("xl/worksheets/sheet")]
    assert sheets
    assert not any(b"<f>" in content or b"<f " in content for content in sheets)
    assert not any("hyperlink" in name or "externalLink" in name for name in parts(path))


@pytest.mark.parametrize("letter", ["a", "\n", " ", "£", "\U0001f600", "="])
def test_long_texts(letter: str, tmp_path: Path) -> None:
    notes = "x" + letter * 99_998 + "y"
    path = tmp_path / "case.xlsx"
    comes_back(case_of(notes=notes, scenarios=[{"id": "s", "name": "s", "patch": {"notes": notes[1:]}}]), path)
    book = opened(path)
    settings_ = {row[0].value: row[1].value for row in book["Case"].iter_rows()}
    assert settings_["Notes"] == "[long text 1]"
    rows = [[cell.value for cell in row] for row in book[LONG_TEXTS].iter_rows()]
    assert rows[0] == ["Long text", "Part", "Text"]
    assert {row[0] for row in rows[1:]} == {1, 2}
    of_first = [row for row in rows[1:] if row[0] == 1]
    assert [row[1] for row in of_first] == list(range(1, len(of_first) + 1))
    assert all(len(row[2].encode("utf-16-le")) // 2 <= MOST_UNITS for row in rows[1:])
    assert "".join(row[2] for row in of_first) == notes
    if letter == "=":
        assert book[LONG_TEXTS]["C3"].quotePrefix


def test_no_sheet_for_long_texts_where_there_are_none(tmp_path: Path) -> None:
    write_workbook(tmp_path / "case.xlsx", case_of(notes="x" * MOST_UNITS))
    assert LONG_TEXTS not in opened(tmp_path / "case.xlsx").sheetnames


def test_no_letter_is_cut_in_two() -> None:
    text = "x" + "\U0001f600" * MOST_UNITS
    assert "".join(in_parts(text)) == text
    assert [len(part) for part in in_parts(text)] == [16384, 16383, 1]


def test_numbers_that_a_spreadsheet_would_round_are_text(tmp_path: Path) -> None:
    buyer = {"id": "north", "name": "North", "population": 200000, "lon": -1.2345678901234567, "lat": 54.5}
    path = tmp_path / "case.xlsx"
    comes_back(case_of(buyers=[buyer], date="1899-12-31"), path)
    book = opened(path)
    row = {heading.value: cell for heading, cell in zip(book["Buyers"][1], book["Buyers"][2], strict=False)}
    assert row["Longitude (degrees east)"].value == "-1.2345678901234567"
    assert row["Longitude (degrees east)"].quotePrefix
    assert row["Latitude (degrees north)"].value == 54.5
    assert book["Case"]["B6"].value == "1899-12-31"


@pytest.mark.parametrize(
    ("rows", "columns", "told"),
    [
        (1_048_576, 1, "would have 1,048,576 rows, and a sheet holds 1,048,575"),
        (1, 16_385, "would have 16,385 columns"),
    ],
)
def test_a_table_that_does_not_fit(rows: int, columns: int, told: str) -> None:
    bids = next(sheet for sheet in layout() if sheet.name == "Bids")
    with pytest.raises(CaseInvalid, match=f"Bids: {told}") as refused:
        must_fit(Table(bids, bids.columns[:1] * columns, ({},) * rows))
    assert "folder of CSV files" in str(refused.value)
    must_fit(Table(bids, bids.columns[:1] * (columns - columns // 16_385), ({},) * (rows - rows // 1_048_576)))


def test_a_case_that_does_not_fit_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "COLUMNS", 20)
    path = tmp_path / "case.xlsx"
    path.write_text("what was there before")
    criteria = [{"id": f"c{at}", "name": "c"} for at in range(20)]
    bid = SMALL["bids"][0] | {"scores": {each["id"]: 50 for each in criteria}}
    with pytest.raises(CaseInvalid, match="Bids: would have 34 columns, and a sheet holds 20"):
        write_workbook(path, case_of(criteria=criteria, bids=[bid]))
    assert path.read_text() == "what was there before"
    assert [each.name for each in tmp_path.iterdir()] == ["case.xlsx"]


def test_a_full_disk_is_an_error_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    monkeypatch.setattr(zipfile.ZipFile, "write", full)
    with pytest.raises(OSError, match="No space left") as told:
        write_workbook(tmp_path / "case.xlsx", case_of())
    assert told.value.errno == errno.ENOSPC
    assert list(tmp_path.rglob("*")) == [aside]
