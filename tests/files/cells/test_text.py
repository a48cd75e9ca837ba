from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selector.files.cells import Cell, Text
from selector.files.cells.kind import Unreadable
from selector.files.cells.text import LONG, quoted, unquoted, written
from tests.files.cells.reading import assert_refused
from tests.strategies.texts import BECAUSE, IDS, NAMES, NOTES

TEXT = Text()


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("a", "a"), ("  a  ", "a"), ("\u00a0a\u00a0", "a"), ("a  b", "a  b"), ("a\nb", "a\nb"), ('"a"', "a"), ('"a', '"a'),
        ('a"', 'a"'), ('"', '"'), ('""', ""), ('"a" b', '"a" b'), ('"a" and "b"', '"a" and "b"'), ('"\\u0041"', "A"),
        ('"a\nb"', "a\nb"), ('"\\x"', '"\\x"'), ("'a'", "'a'"), ("none", "none"), ("TRUE", "TRUE"), (True, "TRUE"), (False, "FALSE"),
        (7, "7"), (7.0, "7"), (7.5, "7.5"), (1e14, "100000000000000"), (0.1 + 0.2, "0.3"), ("007", "007"), ("=1+1", "=1+1"),
        (' "a" ', "a"), ('"# a"', "# a"), ("a # b", "a # b"),
    ],
)  # fmt: skip
def test_text(cell: Cell, value: str) -> None:
    assert TEXT.read(cell) == value


def test_what_is_no_text() -> None:
    said = "2013-04-01 is a date or time: if text was meant, format the cell as text and type it again"
    assert_refused(TEXT, date(2013, 4, 1), said)
    for error in ("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"):
        assert_refused(TEXT, error, f"{error} is an error of the spreadsheet: mend the formula")
    assert_refused(TEXT, Unreadable("cannot be read"), "cannot be read")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("a", "a"), ("a b", "a b"), ("a\nb", "a\nb"), ("a\tb", "a\tb"), ("=1+1", "=1+1"), ("007", "007"), ("é", "é"),
        ("", '""'), (" a", '" a"'), ("a\u00a0", '"a\u00a0"'), ('"a"', '"\\"a\\""'), ("#a", '"#a"'), ("a\rb", '"a\\rb"'),
        ("a\0b", '"a\\u0000b"'), ("\x85", '"\\u0085"'), ("_x0041_", '"\\u005fx0041_"'), ("[long text 1]", '"[long text 1]"'),
        ("a\u2028b", '"a\\u2028b"'), ("[long text 1] ", '"[long text 1] "'), ("[long text one]", "[long text one]"),
    ],
)  # fmt: skip
def test_odd_text_is_written_in_quotes(value: str, cell: str) -> None:
    assert TEXT.write(value) == cell
    assert TEXT.read(cell) == value


@given(IDS | NAMES | NOTES | BECAUSE | st.text())
def test_text_comes_back(value: str) -> None:
    cell = TEXT.write(value)
    assert TEXT.read(cell) == value
    # As a spreadsheet, or a person, may leave it.
    assert TEXT.read(f"  {cell} ") == value


@given(IDS | NAMES | NOTES | BECAUSE | st.text())
def test_cells_hold_nothing_that_a_workbook_would_change(value: str) -> None:
    cell = written(value)
    assert cell == cell.strip()
    assert cell
    assert all(letter in "\t\n" or letter >= " " for letter in cell)
    assert not set(cell) & set("\ufffe\uffff\x7f\x85\u2028\u2029")
    assert not cell.startswith("#")
    assert LONG.fullmatch(cell) is None


@given(st.text())
def test_quotes_come_off(value: str) -> None:
    assert unquoted(quoted(value)) == value
