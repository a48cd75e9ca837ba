"""``benchmarks solve``: what it prints, where it looks, how it ends."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import instances
from benchmarks.formats import FORMATS
from tests.benchmarks.files import SMALL, national, national_optimum, write_national

Command = Callable[..., int]


def _small(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "small.txt"
    path.write_text(SMALL.text(), encoding="utf-8")
    return path


def test_json_is_one_object(tmp_path: Path, command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    path = _small(tmp_path)
    assert command("solve", path, "--format", "holmberg", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["file", "format", "reader", "status", "objective", "bound", "gap", "seconds"]
    assert answer["seconds"] > 0
    assert {**answer, "seconds": None} == {
        "file": str(path),
        "format": "holmberg",
        "reader": "case",
        "status": "optimal",
        "objective": float(SMALL.optimum()),
        "bound": float(SMALL.optimum()),
        "gap": 0.0,
        "seconds": None,
    }


def test_a_line_is_readable_and_the_file_is_found_among_the_instances(
    tmp_path: Path, command: Command, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _small(tmp_path / "set")
    monkeypatch.setenv(instances.VARIABLE, str(tmp_path))
    assert command("solve", "set/small.txt", "--format", "holmberg") == 0
    line = capsys.readouterr().out
    assert line.startswith("set/small.txt (read as a case): optimal, objective 53.00, bound 53.00, gap 0.0000%, ")
    assert SMALL.optimum() == 53


def test_a_share_cap_that_none_can_keep_is_infeasible_and_ends_with_3(
    tmp_path: Path, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert national_optimum(national(0.1)) is None
    path = write_national(tmp_path / "tiny.npz", national(0.1))
    assert command("solve", path, "--format", "national-npz", "--json") == 3
    answer = json.loads(capsys.readouterr().out)
    assert answer["reader"] == "program"
    assert (answer["status"], answer["objective"], answer["bound"], answer["gap"]) == ("infeasible", None, None, None)


def test_no_time_is_unknown_and_ends_with_4(
    tmp_path: Path, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_national(tmp_path / "tiny.npz", national())
    assert command("solve", path, "--format", "national-npz", "--time-limit", "0.001", "--json") == 4
    answer = json.loads(capsys.readouterr().out)
    assert (answer["status"], answer["objective"], answer["gap"]) == ("unknown", None, None)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("none.txt", "--format", "holmberg"), "there is no file none.txt, here or under "),
        (("/none/there.txt", "--format", "holmberg"), "there is no file /none/there.txt"),
        ((".", "--format", "holmberg"), ". is a folder, not a file"),
        (("none.txt", "--format", "mps"), f"there is no format 'mps'; there is: {', '.join(sorted(FORMATS))}"),
        (("none.txt", "--format", "holmberg", "--instances", "/none"), "there is no folder of instances /none"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_ends_with_2(
    arguments: tuple[str, ...], message: str, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("solve", *arguments) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith(f"error: {message}")
    assert output.err.count("\n") == 1


def test_a_wrong_format_is_one_sentence_and_ends_with_2(
    tmp_path: Path, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("solve", _small(tmp_path), "--format", "national-npz") == 2
    assert capsys.readouterr().err == "error: small.txt is not a whole .npz file\n"


def test_instances_are_beside_the_checkout_unless_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(instances.VARIABLE, raising=False)
    assert instances.folder() == Path(__file__).resolve().parents[3] / "shared" / "instances"
    monkeypatch.setenv(instances.VARIABLE, str(tmp_path))
    assert instances.folder() == tmp_path
    assert instances.folder(tmp_path.parent) == tmp_path.parent
