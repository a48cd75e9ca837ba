"""A case that is written as tables and read again is the same case, whatever it holds."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from models import Case
from selector.files.folder import read_folder, write_folder
from selector.files.tables import case_from
from selector.files.workbook.reading import read_workbook
from selector.files.workbook.writing import write_workbook
from tests.files import grids
from tests.files.alike import assert_alike
from tests.strategies.any_case import cases

PROFILE: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
}


def assert_comes_back(case: Case, read: tuple[Case, list[str]]) -> None:
    again, remarks = read
    assert_alike(again, case)
    assert remarks == []


def by_cells(case: Case, kept: grids.Kept) -> None:
    assert_comes_back(case, case_from([*grids.given(grids.grids(case, kept))], "the tables"))


def by_workbook(case: Case) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "case.xlsx")
        write_workbook(path, case)
        assert_comes_back(case, read_workbook(path))


def by_folder(case: Case) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "case")
        write_folder(path, case)
        assert_comes_back(case, read_folder(path))


@settings(max_examples=40, **PROFILE)
@given(cases())
def test_cells_of_a_workbook(case: Case) -> None:
    by_cells(case, grids.of_workbook)


@settings(max_examples=40, **PROFILE)
@given(cases())
def test_cells_of_text(case: Case) -> None:
    by_cells(case, grids.of_text)


@settings(max_examples=8, **PROFILE)
@given(cases())
def test_workbooks(case: Case) -> None:
    by_workbook(case)


@settings(max_examples=40, **PROFILE)
@given(cases())
def test_folders(case: Case) -> None:
    by_folder(case)


@pytest.mark.deep
@settings(max_examples=500, **PROFILE)
@given(cases())
def test_many_cases(case: Case) -> None:
    by_cells(case, grids.of_workbook)
    by_cells(case, grids.of_text)
    by_workbook(case)
    by_folder(case)
