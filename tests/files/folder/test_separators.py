"""Files as spreadsheets of other countries write them."""

import csv
from pathlib import Path

import pytest

from selector.files.folder import read_folder
from tests.files.folder.folders import assert_same, faults, put, rows, small, text, written


def separated_by(separator: str, path: Path) -> None:
    """A file as a spreadsheet of another country writes it."""
    found = list(csv.reader(text(path).splitlines(keepends=True)))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=separator).writerows(found)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators(tmp_path: Path, separator: str) -> None:
    folder = written(tmp_path)
    for path in folder.iterdir():
        separated_by(separator, path)
    assert_same(folder, small())


def test_a_stated_separator(tmp_path: Path) -> None:
    folder = written(tmp_path)
    separated_by(";", folder / "bids.csv")
    put(folder / "bids.csv", "sep=;\r\n" + text(folder / "bids.csv"))
    assert_same(folder, small())


def test_settings_without_headings_tell_the_separator_too(tmp_path: Path) -> None:
    folder = written(tmp_path)
    separated_by(";", folder / "case.csv")
    put(folder / "case.csv", "".join(text(folder / "case.csv").splitlines(keepends=True)[2:]))
    put(folder / "case.csv", "Format;1\r\n" + text(folder / "case.csv"))
    assert_same(folder, small())


@pytest.mark.parametrize(
    ("price", "value"),
    [
        ("1234,56", "1234.56"), ("0,5", "0.5"), ("0,035", "0.035"), ("1.234,56", "1234.56"), ("1.234.567,8", "1234567.8"),
        ("1234.56", "1234.56"), ("1234,567", "1234.567"), ("£ 12,50", "12.5"), ("12", "12"), ("1,234.56", "1234.56"),
    ],
)  # fmt: skip
def test_decimal_commas(tmp_path: Path, price: str, value: str) -> None:
    folder = small_bids(tmp_path, price)
    bid = read_folder(folder)[0].bids[0]
    assert bid.model_dump(mode="json")["price"] == value


@pytest.mark.parametrize("price", ["1,234", "1.234", "£12,345"])
def test_a_comma_that_may_be_either(tmp_path: Path, price: str) -> None:
    plain = price.replace(",", "").replace(".", "")
    point = price.replace(",", ".")
    assert faults(small_bids(tmp_path, price)) == [
        f'bids.csv!D2 (Price): "{price}" may be {plain} or {point}, as cells are apart by semicolons: write {plain}, '
        f"or {point}0"
    ]


def small_bids(path: Path, price: str) -> Path:
    """A folder whose first bid has such a price, with semicolons between its cells."""
    folder = written(path)
    lines = rows(folder / "bids.csv")
    cells = next(csv.reader(lines[1:2]))
    cells[3] = price
    others = [next(csv.reader([line])) for line in lines[2:]]
    with (folder / "bids.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([next(csv.reader(lines[:1])), cells, *others])
    return folder
