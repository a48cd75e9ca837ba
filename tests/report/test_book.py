"""The results book: numbers as numbers to the last digit, text as text, and nothing that a spreadsheet would run."""

import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.report.papers import awarded, rendered

pytestmark = pytest.mark.xdist_group("paper")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "book.xlsx"
    path.write_bytes(rendered("full", "xlsx"))
    return path


def test_it_has_a_sheet_for_each_table(path: Path) -> None:
    book = load_workbook(path)
    assert {
        "Summary",
        "Totals",
        "Matrix",
        "Providers",
        "Award",
        "Rules",
        "Losing bids",
        "Failures",
        "Choice",
        "Pareto front",
        "Weights",
        "Weight map",
        "Draws by bidder",
        "Robust awards",
    } <= set(book.sheetnames)
    for sheet in book:
        assert len(sheet.title) <= 31
        if sheet.title != "Summary":
            assert sheet.freeze_panes == "B2", sheet.title
            assert sheet.print_title_rows == "$1:$1"


def test_every_lot_stands_in_it_to_the_penny(path: Path) -> None:
    sheet = load_workbook(path)["Award"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[4], Decimal(str(row[5])), Decimal(str(row[7]))) for row in rows] == [
        (row.lot, row.bid, row.cost, row.liability) for row in awarded().awards
    ]
    assert sheet["F2"].number_format == "#,##0.00"


def test_nothing_in_it_is_a_formula_or_a_link(tmp_path: Path) -> None:
    path = tmp_path / "hostile.xlsx"
    path.write_bytes(rendered("hostile", "xlsx"))
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert not [name for name in names if re.search(r"macro|vba|externalLink|embeddings", name)]
        for name in names:
            text = archive.read(name).decode()
            assert "<f>" not in text
            assert "<f " not in text
            assert "<hyperlink" not in text
            assert 'TargetMode="External"' not in text
    told = [str(cell) for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True) for cell in row]
    assert any(text.startswith("=HYPERLINK") for text in told)
