import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import Scenario
from selector.files.cells import Cell, Free
from tests.files.cells.reading import assert_refused
from tests.strategies.texts import TEXTS
from tests.strategies.wild_json import PATCHES

FREE = Free()


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (True, True), ("TRUE", True), ("true", True), ("FALSE", False), (5.0, 5), (0.5, "0.5"), ("5", 5), ("null", None), ("none", "none"),
        ("a b", "a b"), ("a\nb", "a\nb"), ('"a"', "a"), ('"5"', "5"), ('"TRUE"', "TRUE"), ("007", "007"), ("[1, 2]", [1, 2]),
        ('{"a": {"b": null}}', {"a": {"b": None}}), ("{}", {}), ("{a}", "{a}"), ('{"a": 1, "a": 2}', '{"a": 1, "a": 2}'),
        ("True", "True"), (" 5 ", 5), ("1,234", "1,234"), ("2013-04-01", "2013-04-01"),
    ],
)  # fmt: skip
def test_any_value(cell: Cell, value: Any) -> None:
    found = FREE.read(cell)
    assert found == value
    assert type(found) is type(value)


def test_an_error_is_no_value() -> None:
    assert_refused(FREE, "#N/A", "#N/A is an error of the spreadsheet: mend the formula")


def alike(value: Any, other: Any) -> bool:
    return json.dumps(value) == json.dumps(other)


@given(TEXTS)
def test_texts_come_back(value: str) -> None:
    cell = FREE.write(value)
    assert alike(FREE.read(cell), value)
    assert alike(FREE.read(f" {cell} "), value)
    assert not cell.startswith("#")


@given(PATCHES)
def test_values_come_back(value: dict[str, Any]) -> None:
    kept = Scenario.model_validate({"id": "a", "name": "a", "patch": value}).patch
    cell = FREE.write(kept)
    assert alike(FREE.read(cell), kept)
    assert all(letter in "\t\n" or letter >= " " for letter in cell)


@given(st.integers(1 - 10**99, 10**100 - 1))
def test_whole_numbers_come_back(value: int) -> None:
    assert alike(FREE.read(FREE.write(value)), value)
