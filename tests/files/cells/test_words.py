"""Choices, yes and no, and financial years."""

from datetime import date

import pytest

from selector.files.cells import Cell, Choice, Flag, Year
from tests.files.cells.reading import assert_refused

KIND = Choice(("nhs_csu", "local_authority", "private"))
FLAG = Flag()
YEAR = Year()


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("NHS CSU", "nhs_csu"), ("nhs_csu", "nhs_csu"), ("nhs-csu", "nhs_csu"), (" Nhs  csu ", "nhs_csu"), ("NHSCSU", "nhs_csu"),
        ("Local\u00a0Authority", "local_authority"), ('"private"', "private"), ("PRIVATE", "private"),
    ],
)  # fmt: skip
def test_a_choice(cell: Cell, value: str) -> None:
    assert KIND.read(cell) == value
    assert KIND.read(KIND.write(value)) == value


def test_what_is_no_choice() -> None:
    expected = "is not allowed: it must be NHS CSU, local authority or private"
    assert_refused(KIND, "privte", f'"privte" {expected} (did you mean "private"?)')
    assert_refused(KIND, 7.0, f'"7" {expected}')
    assert_refused(KIND, "NHS; CSU", f'"NHS; CSU" {expected} (did you mean "NHS CSU"?)')


@pytest.mark.parametrize("cell", [True, "yes", "Yes", "Y", "true", "TRUE", "t", "1", 1, 1.0, ' "yes" '])
def test_yes(cell: Cell) -> None:
    assert FLAG.read(cell) is True


@pytest.mark.parametrize("cell", [False, "no", "No", "N", "false", "FALSE", "f", "0", 0, 0.0])
def test_no(cell: Cell) -> None:
    assert FLAG.read(cell) is False


@pytest.mark.parametrize("cell", ["maybe", "x", "✓", "2", "-1", "on", "none"])
def test_neither(cell: Cell) -> None:
    assert_refused(FLAG, cell, f'"{cell}" is not yes or no')


def test_flags_come_back() -> None:
    assert FLAG.read(FLAG.write(True)) is True
    assert FLAG.read(FLAG.write(False)) is False


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2013-14", "2013-14"), ("2013/14", "2013-14"), ("2013 - 14", "2013-14"), ("2013\u201314", "2013-14"),
        ("2013-2014", "2013-14"), ("1999-2000", "1999-00"), (date(2009, 10, 1), "2009-10"), ('"2013-14"', "2013-14"),
    ],
)  # fmt: skip
def test_a_financial_year(cell: Cell, value: str) -> None:
    assert YEAR.read(cell) == value
    assert YEAR.read(YEAR.write(value)) == value


@pytest.mark.parametrize("cell", ["2013", "13-14", "2013-4", "FY2013-14", "2013-14-15", "\uff12013-14"])
def test_what_is_no_financial_year(cell: Cell) -> None:
    assert_refused(YEAR, cell, f'"{cell}" is not a financial year, such as 2013-14')


def test_a_year_that_a_spreadsheet_took_for_a_month() -> None:
    assert YEAR.read(date(2009, 10, 1)) == "2009-10"
    assert_refused(
        YEAR,
        date(2013, 4, 1),
        "2013-04-01 is a date or time: if text was meant, format the cell as text and type it again",
    )
    assert YEAR.read("1999/2000") == "1999-00"
    assert_refused(YEAR, "2013-1914", '"2013-1914" is not a financial year, such as 2013-14')
