"""No cell of a folder is one that a spreadsheet would run, whatever the case holds and wherever the file is opened."""

import csv
import io
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from models import Case
from selector.files.folder import write_folder
from tests.files.folder.folders import text
from tests.strategies.any_case import cases

PROFILE: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
}
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e-[0-9]+)?")


@pytest.fixture(autouse=True, scope="module")
def _long_cells() -> Any:
    before = csv.field_size_limit(10**8)
    yield
    csv.field_size_limit(before)


def assert_inert(content: str, separator: str) -> None:
    for row in csv.reader(io.StringIO(content, newline=""), delimiter=separator):
        for cell in row:
            # Where lines and separators are found behind quotes, so are the beginnings of cells.
            assert not cell.lstrip().startswith(("=", "+", "-", "@")) or _NUMBER.fullmatch(cell), cell


@settings(max_examples=40, **PROFILE)
@given(cases())
def test_nothing_runs(case: Case) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_folder(Path(folder, "case"), case)
        for path in Path(folder, "case").iterdir():
            for separator in ",;\t":
                assert_inert(text(path), separator)
