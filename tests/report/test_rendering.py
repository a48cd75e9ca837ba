"""All forms of a paper: the same bytes from the same paper, and files that hold them."""

from pathlib import Path

import pytest

from models import ExtraMissing
from selector.report import FORMS, board_paper, missing, render, write_paper
from tests.report.papers import answers, awarded, rendered, two_boards

pytestmark = pytest.mark.xdist_group("paper")


def test_like_papers_give_like_bytes(tmp_path: Path) -> None:
    again = board_paper(two_boards(), awarded(), answers(), earlier=awarded())
    written = write_paper(tmp_path, "again", again)
    assert [path.name for path in written] == [f"again.{form}" for form in FORMS]
    for form, path in zip(FORMS, written, strict=True):
        assert path.read_bytes() == rendered("full", form)


def test_without_the_extra_it_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(missing, "_NEEDED", ("no_such_package",))
    for form in FORMS:
        with pytest.raises(ExtraMissing, match="pip install"):
            render(board_paper(two_boards(), awarded()), form)


def test_where_one_form_cannot_be_made_none_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> bytes:
        raise OSError("no space left")

    monkeypatch.setattr("selector.report.pdf.writer.pdf", fails)
    with pytest.raises(OSError, match="no space"):
        write_paper(tmp_path, "paper", board_paper(two_boards(), awarded()))
    assert not list(tmp_path.iterdir())
