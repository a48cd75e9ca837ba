"""Folders of CSV files for tests."""

from pathlib import Path

import pytest

from models import Case, CaseInvalid, read_case
from models.reference import SMALLEST
from selector.files.folder import read_folder, write_folder
from tests.models.cases import text_of

CRITERION = {"id": "quality", "name": "Quality; of service"}


def small() -> Case:
    bid = SMALLEST["bids"][0] | {"scores": {"quality": "70.5"}}
    return read_case(text_of(SMALLEST | {"criteria": [CRITERION], "bids": [bid]}))


def written(path: Path, case: Case | None = None) -> Path:
    """A folder with a case in it."""
    folder = path / "case"
    write_folder(folder, case or small())
    return folder


def text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")


def rows(path: Path) -> list[str]:
    return text(path).split("\r\n")[:-1]


def faults(folder: Path) -> list[str]:
    """What is wrong with a folder, each fault with its place."""
    with pytest.raises(CaseInvalid) as refused:
        read_folder(folder)
    return [str(fault) for fault in refused.value.faults]


def put(path: Path, content: str, encoding: str = "utf-8") -> None:
    """Put a text in place of what a file holds."""
    path.write_bytes(content.encode(encoding))


def assert_same(folder: Path, case: Case) -> None:
    assert read_folder(folder) == (case, [])
