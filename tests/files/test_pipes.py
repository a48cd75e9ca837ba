"""A case may come from another program, and what is read of a pipe is gone."""

import os
from pathlib import Path

import pytest

from models.reference import SMALLEST
from selector.files import read_case_file
from tests.models.cases import text_of


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="pipes have no names here")
def test_a_case_from_a_pipe() -> None:
    reading, writing = os.pipe()
    try:
        os.write(writing, text_of(SMALLEST).encode())
        os.close(writing)
        assert read_case_file(Path(f"/dev/fd/{reading}")).name == SMALLEST["name"]
    finally:
        os.close(reading)
