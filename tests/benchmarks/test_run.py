"""``benchmarks run``: the file it keeps, the table it prints, how it ends."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from benchmarks.cli import run as run_command
from benchmarks.running import results
from benchmarks.running.course import Point
from benchmarks.running.row import Row
from benchmarks.suites import SUITES
from selector import __version__

Command = Callable[..., int]

ROWS = (
    Row("board", "seed-00", "selector", "optimal", 10.0, 10.0, 0.0, 1.0, 90.0),
    Row("board", "seed-00", "highs", "feasible", 11.0, 9.0, 2 / 11, 3.0, 60.0),
)


@pytest.fixture
def rehearsed(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Has the command run ROWS, and remembers with what it was asked to."""
    asked: dict[str, Any] = {}

    def run(suite: object, engines: object, **options: Any) -> Iterator[Row]:
        asked.update(options, suite=suite, engines=engines)
        yield from ROWS

    monkeypatch.setattr(run_command, "run", run)
    return asked


def test_the_file_holds_rows_and_machine(
    rehearsed: dict[str, Any], command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "results.json"
    assert command("run", "board", "--peers", "highs", "--time-limit", "7", "--seeds", "3", "--json", file) == 0
    assert rehearsed["suite"] is SUITES["board"]
    assert [engine.name for engine in rehearsed["engines"]] == ["selector", "highs"]
    assert (rehearsed["time_limit"], rehearsed["seeds"]) == (7.0, 3)
    content = json.loads(file.read_text(encoding="utf-8"))
    assert [row["engine"] for row in content["results"]] == ["selector", "highs"]
    assert list(content["results"][0]) == list(vars(ROWS[0]))
    assert set(content["machine"]) == {"python", "platform", "cpu", "cpu_count", "cores", "versions"}
    assert list(content["engines"]) == ["selector", "highs"]
    assert content["machine"]["versions"]["selector"] == __version__
    assert content["machine"]["versions"]["highspy"] == version("highspy")
    assert list(tmp_path.iterdir()) == [file]
    out = capsys.readouterr().out
    assert "1 optimal" in out
    assert "1 feasible" in out
    assert "18.1818%" in out


def test_without_peers_the_engine_runs_alone(rehearsed: dict[str, Any], command: Command) -> None:
    assert command("run", "board") == 0
    assert [engine.name for engine in rehearsed["engines"]] == ["selector"]
    assert (rehearsed["time_limit"], rehearsed["seeds"], rehearsed["cases"]) == (None, 20, "*")


def test_a_part_of_a_suite_is_run_by_the_names_of_its_cases(rehearsed: dict[str, Any], command: Command) -> None:
    assert command("run", "board", "--cases", "seed-0*") == 0
    assert rehearsed["cases"] == "seed-0*"


def test_a_pattern_that_no_case_has_ends_with_2(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("run", "board", "--cases", "none-*") == 2
    assert capsys.readouterr().err == "error: no case of the suite board was run for 'none-*'\n"


def test_what_cannot_both_be_right_ends_with_1(
    command: Command, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        run_command, "run", lambda *_, **__: iter((ROWS[0], replace(ROWS[1], objective=9.5, bound=9.0)))
    )
    assert command("run", "board") == 1
    assert "highs has an award of 9.50, better than 10.00, the bound of selector" in capsys.readouterr().err


def test_ctrl_c_keeps_the_rows_so_far(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*arguments: object, **options: object) -> Iterator[Row]:
        yield ROWS[0]
        raise KeyboardInterrupt

    monkeypatch.setattr(run_command, "run", interrupted)
    file = tmp_path / "results.json"
    assert command("run", "board", "--json", file) == 130
    assert [row["case"] for row in json.loads(file.read_text(encoding="utf-8"))["results"]] == ["seed-00"]
    output = capsys.readouterr()
    assert "Stopped after 1 runs." in output.err
    assert "1 optimal" in output.out


def test_a_point_of_a_curve_is_a_line_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    curve = (Point(0.5, 12.0, None), Point(1.0, 1e-7, -3.25))
    results.write(file, [replace(ROWS[0], curve=curve)], {})
    text = file.read_text(encoding="utf-8")
    assert json.loads(text)["results"][0]["curve"] == [[0.5, 12.0, None], [1.0, 1e-7, -3.25]]
    assert "[ 0.5, 12.0, null ]" in text
    assert "[ 1.0, 1e-07, -3.25 ]" in text


def test_the_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    results.write(file, ROWS[:1], {})
    with pytest.raises(TypeError):
        results.write(file, ROWS, {"cpu": object()})
    assert len(json.loads(file.read_text(encoding="utf-8"))["results"]) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("bored",), "there is no suite 'bored'; there is: "),
        (("board", "--peers", "highs,lows"), "there is no peer 'lows'; there is: "),
        (("board", "--json", "/none/there/results.json"), "/none/there/results.json cannot be written: "),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_ends_with_2(
    arguments: tuple[str, ...], message: str, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("run", *arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"error: {message}")
    assert error.count("\n") == 1


def test_a_peer_that_is_not_installed_is_one_sentence_and_ends_with_1(
    command: Command, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert command("run", "board", "--peers", "highs") == 1
    assert capsys.readouterr().err == (
        "error: the peer highs needs the package highspy, which is not installed: "
        "pip install 'supplier-selector[bench]'\n"
    )


def test_the_board_suite_is_drawn_by_seed() -> None:
    one, other = (entry.load().question for entry in islice(SUITES["board"].entries(2), 2))
    again = next(SUITES["board"].entries(1)).load().question
    assert one == again != other
