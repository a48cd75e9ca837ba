"""Files are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from selector.files import write_text
from selector.files.writing import in_place


def test_what_was_there_stays_if_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "case.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError, match="half way"), in_place(path) as file:  # noqa: PT012  (the file is the subject)
        file.write(b"half")
        raise RuntimeError("half way")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_it_is_in_its_place_at_the_end_only(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "case.xlsx"
    with in_place(path) as file:
        file.write(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new"


def test_it_may_be_read_by_whom_files_usually_may(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_text(tmp_path / "case.json", "£\n")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "case.json").stat().st_mode) == 0o640
    assert (tmp_path / "case.json").read_bytes() == "£\n".encode()
