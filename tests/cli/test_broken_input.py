"""Whatever is wrong with a case: exit code 2, the place, and never a traceback."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import run_here, run_process
from tests.models.cases import edited, text_of
from tests.models.test_broken_input import FIELDS, REFERENCES, TEXTS

BROKEN = {name: (text_of(edited(edits)), pointer) for name, (edits, pointer, _) in (FIELDS | REFERENCES).items()} | {
    name: (text, pointer) for name, (text, pointer, _) in TEXTS.items()
}


def test_there_are_many_kinds() -> None:
    assert len(BROKEN) >= 30


@pytest.mark.parametrize(("text", "pointer"), BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("command", ["evaluate", "check"])
def test_a_broken_case(
    command: str,
    text: str | bytes,
    pointer: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    ran = run_here(monkeypatch, capfd, command, path)
    assert ran.code == 2
    assert ran.out == ""
    assert f"  {pointer or 'the document'}: " in ran.err
    assert "Traceback" not in ran.err


def _files(folder: Path) -> dict[str, tuple[Path, str]]:
    workbook, macro = folder / "case.xlsx", folder / "folder"
    workbook.write_bytes(b"PK")
    macro.mkdir()
    empty = folder / "empty.json"
    empty.touch()
    return {
        "no such file": (folder / "nowhere.json", "there is no file"),
        "a folder": (macro, "holds no table of a case"),
        "a workbook": (workbook, "is no Excel workbook"),
        "empty": (empty, "is empty"),
    }


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    for path, phrase in _files(tmp_path).values():
        ran = run_process("evaluate", path)
        assert ran.code == 2
        assert phrase in ran.err
        assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "figures",
    [
        {"/bids/0/price": 10**12, "/bids/0/price_basis": "head"},
        {"/buyers/0/population": 10**10 - 33, "/services/0/weight": "999999.999999"},
    ],
)
def test_figures_too_large_to_be_exact(
    figures: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.json"
    path.write_text(text_of(edited(figures)), encoding="utf-8")
    for command in ("evaluate", "check"):
        ran = run_here(monkeypatch, capfd, command, path)
        assert ran.code == 2
        assert "fault" in ran.err


def test_options_that_make_no_sense(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for arguments in (
        ("--gap", "2"),
        ("--gap", "nan"),
        ("--time-limit", "0"),
        ("--time-limit", "x"),
        ("--time-limit", "inf"),
        ("--nonsense",),
    ):
        ran = run_here(monkeypatch, capfd, "evaluate", tmp_path / "case.json", *arguments)
        assert ran.code == 2
        assert "Traceback" not in ran.err
