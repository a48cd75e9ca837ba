"""``benchmarks solve --reader``: which of the two roads a file takes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.formats import FORMATS
from tests.benchmarks.files import SMALL

Command = Callable[..., int]


@pytest.mark.parametrize(("options", "reader"), [((), "case"), (("--reader", "program"), "program")])
def test_a_file_takes_the_road_it_is_told(
    options: tuple[str, ...], reader: str, tmp_path: Path, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "small.txt"
    path.write_text(SMALL.text(), encoding="utf-8")
    assert command("solve", path, "--format", "holmberg", *options, "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["reader"], answer["objective"]) == (reader, float(SMALL.optimum()))


def test_revenue_is_told_as_such(tmp_path: Path, command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "auction.txt"
    path.write_text("goods 2\nbids 2\ndummy 0\n0 5.5 0 1 #\n1 4 1 #\n", encoding="utf-8")
    assert command("solve", path, "--format", "cats", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["status"], answer["objective"], answer["bound"], answer["gap"]) == ("optimal", 5.5, 5.5, 0.0)


@pytest.mark.parametrize("name", ["gap", "cats", "national-npz"])
def test_a_road_that_a_format_does_not_have_is_refused(
    name: str, tmp_path: Path, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "file"
    path.write_text("1", encoding="utf-8")
    assert command("solve", path, "--format", name, "--reader", "case") == 2
    sentence = f"error: files of the format {name} are read as a program, never as a case\n"
    assert capsys.readouterr().err == sentence


def test_formats_stand_under_their_own_names() -> None:
    assert all(name == each.name for name, each in FORMATS.items())
    assert set(FORMATS) >= {"holmberg", "delmaire", "tbed", "gap", "cats", "national-npz"}
    assert "orlib-cap" not in FORMATS  # demand that may be split is no lot
