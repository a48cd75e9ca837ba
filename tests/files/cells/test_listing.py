from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selector.files.cells import Cell, Choice, Listing, Text
from tests.files.cells.reading import assert_refused
from tests.strategies.texts import IDS, NAMES

LIST = Listing(Text("an id"))
KINDS = Listing(Choice(("nhs_csu", "private")))


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("a", ["a"]), ("a; b", ["a", "b"]), ("a;b", ["a", "b"]), (" a ;  b ", ["a", "b"]), ("a\nb", ["a", "b"]),
        ("a;\nb", ["a", "b"]), ("a;;b;", ["a", "b"]), (";", []), ("none", []), ("None", []), (" NONE ", []), ('"none"', ["none"]),
        ("a,b", ["a,b"]), ('"a;b"; c', ["a;b", "c"]), ('"a\\nb";c', ["a\nb", "c"]), ('"a" b; c', ['"a" b', "c"]),
        ('a "b; c" d', ['a "b', 'c" d']), ('""', [""]), (7, ["7"]), (7.0, ["7"]), ("a; none", ["a", "none"]),
        ('"a"; "b"\n"c"', ["a", "b", "c"]), ('say "a"; b', ['say "a"', "b"]), ('"a', ['"a']), ('"a; b', ['"a', "b"]),
    ],
)  # fmt: skip
def test_a_list(cell: Cell, value: list[str]) -> None:
    assert LIST.read(cell) == value


def test_of_words() -> None:
    assert KINDS.read("NHS CSU; Private") == ["nhs_csu", "private"]
    assert KINDS.write(["nhs_csu", "private"]) == "NHS CSU; private"
    assert_refused(
        KINDS, "NHS CSU; privat", '"privat" is not allowed: it must be NHS CSU or private (did you mean "private"?)'
    )


def test_what_is_no_list() -> None:
    said = "2013-04-01 is a date or time: if text was meant, format the cell as text and type it again"
    assert_refused(LIST, date(2013, 4, 1), said)


@given(st.lists(IDS | NAMES | st.text()))
def test_lists_come_back(value: list[str]) -> None:
    cell = LIST.write(value)
    assert LIST.read(cell) == value
    assert LIST.read(f" {cell} ") == value
    assert not cell.startswith("#")


@given(st.lists(st.sampled_from(["nhs_csu", "private"])))
def test_lists_of_words_come_back(value: list[Any]) -> None:
    assert KINDS.read(KINDS.write(value)) == value
