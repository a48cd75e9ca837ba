"""``selector template``, ``convert`` and ``example --xlsx``: what they write, what they refuse, and what they say next."""

from pathlib import Path

import pytest

from selector.files import read_case_file
from selector.files.folder.reading import read_folder
from selector.files.workbook.reading import read_workbook
from tests.cli.running import run_here

TWO_BOARDS = Path(__file__).parents[2] / "examples" / "two-boards.json"


def test_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "my case.xlsx"
    ran = run_here(monkeypatch, capfd, "template", path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"Written: {path}\nFill it in as its first sheet says. Next: selector check '{path}'\n"
    blank = path.read_bytes()
    path.write_bytes(b"filled in")
    ran = run_here(monkeypatch, capfd, "template", path)
    assert ran.code == 2
    assert "is there already" in ran.err
    assert path.read_bytes() == b"filled in"
    ran = run_here(monkeypatch, capfd, "template", path, "--force")
    assert ran.code == 0
    assert path.read_bytes() == blank


@pytest.mark.parametrize("name", ["case.xls", "case.csv", "case", "case.xlsm"])
def test_a_template_is_an_xlsx_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    ran = run_here(monkeypatch, capfd, "template", tmp_path / name)
    assert ran.code == 2
    assert "is not a .xlsx file" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_convert(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    case = read_case_file(TWO_BOARDS)
    written = {name: tmp_path / name for name in ("case.xlsx", "tables", "again.JSON")}
    for path in written.values():
        ran = run_here(monkeypatch, capfd, "convert", TWO_BOARDS, path)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == f"Written: {path}\nNext: selector evaluate {path}\n"
    assert read_workbook(written["case.xlsx"])[0] == case
    assert read_folder(written["tables"])[0] == case
    assert read_case_file(written["again.JSON"]) == case


def test_convert_into_a_folder_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "case.v2"
    folder.mkdir()
    assert run_here(monkeypatch, capfd, "convert", TWO_BOARDS, folder).code == 0
    assert (folder / "bids.csv").exists()


def test_convert_writes_over_a_file_only_if_told_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.xlsx"
    path.write_bytes(b"somebody's own")
    ran = run_here(monkeypatch, capfd, "convert", TWO_BOARDS, path)
    assert (ran.code, path.read_bytes()) == (2, b"somebody's own")
    assert "is there already" in " ".join(ran.err.split())

    assert run_here(monkeypatch, capfd, "convert", TWO_BOARDS, path, "--force").code == 0
    assert read_case_file(path) == read_case_file(TWO_BOARDS)


def test_convert_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    ran = run_here(monkeypatch, capfd, "convert", TWO_BOARDS, tmp_path / "case.ods")
    assert ran.code == 2
    assert "are not written" in ran.err
    own = tmp_path / "case.json"
    own.write_bytes(TWO_BOARDS.read_bytes())
    ran = run_here(monkeypatch, capfd, "convert", own, own)
    assert ran.code == 2
    assert "never written over" in ran.err
    assert own.read_bytes() == TWO_BOARDS.read_bytes()
    ran = run_here(monkeypatch, capfd, "convert", tmp_path / "none.json", tmp_path / "case.xlsx")
    assert ran.code == 2
    assert "there is no file" in ran.err
    assert not (tmp_path / "case.xlsx").exists()


def test_example_as_a_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    ran = run_here(monkeypatch, capfd, "example", "england-2013", tmp_path, "--area", "Merseyside", "--xlsx")
    assert ran.code == 0
    json, xlsx = tmp_path / "case.json", tmp_path / "case.xlsx"
    assert ran.out == f"Written: {json}\nWritten: {xlsx}\nNext: selector evaluate {xlsx}\n"
    assert read_workbook(tmp_path / "case.xlsx")[0] == read_case_file(tmp_path / "case.json")
