"""Clusters measured, and what more workers would take, worked out by hand."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.errors import InputInvalid
from benchmarks.report import scale as report
from benchmarks.scale import file as files
from benchmarks.scale import questions
from benchmarks.scale.paper import expected, rounds, spent
from benchmarks.scale.questions import Question
from selector import explain, synthetic

Command = Callable[..., int]

TAKEN = [(1.0, 3.0), (3.1, 4.1), (4.1, 5.1), (7.0, 8.0)]
"""Four pieces by one worker: three that do not wait for one another, and one that does."""


def test_rounds_are_told_by_what_lies_between_them() -> None:
    assert [[round(each, 6) for each in one] for one in rounds(TAKEN)] == [[2.0, 1.0, 1.0], [1.0]]
    assert rounds([]) == []


@pytest.mark.parametrize(("workers", "seconds"), [(1, 4.0), (2, 2.0), (3, 2.0), (100, 2.0)])
def test_a_round_takes_as_long_as_who_is_busy_longest(workers: int, seconds: float) -> None:
    assert spent([2.0, 1.0, 1.0], workers) == seconds


def test_on_paper_one_worker_takes_what_it_took() -> None:
    assert expected(9.0, TAKEN, 1, sending=0.1) == pytest.approx(9.0)
    # Alone 4 s, rounds of 2 s and 1 s, and one more worker to send to.
    assert expected(9.0, TAKEN, 2, sending=0.1) == pytest.approx(7.1)
    assert expected(9.0, TAKEN, 100, sending=0.01) == pytest.approx(4 + 2 + 1 + 0.99)


def _rows() -> list[dict[str, Any]]:
    measured = {"what": "measured", "question": "explain", "pieces": 7, "work": 8.0, "longest": 2.0, "same": True}
    return [
        {"what": "sending", "workers": 1, "call_ms": 4.0, "megabyte_ms": 12.5},
        {**measured, "workers": 1, "seconds": 10.0},
        {**measured, "workers": 2, "seconds": 5.0, "same": False},
        {"what": "paper", "question": "explain", "workers": 100, "seconds": 4.0, "alone": 2.0, "rounds": 1},
    ]


def test_what_is_written_is_read_and_shown(tmp_path: Path) -> None:
    file = tmp_path / "scale.json"
    files.write(file, {"cpu": "A processor", "load": 0.1}, _rows())
    content = files.read(file)
    assert content is not None
    assert content["scale"] == _rows()
    page = report.section(content)
    assert "takes 4.0 ms" in page
    for line in ("measured|1|10.0|1.00|7|8.0|2.0|yes", "measured|2|5.0|2.00|7|8.0|2.0|NO", "on paper|100|4.0|2.50||||"):
        assert line in page.replace(" | ", "|").replace("| ", "").replace(" |", ""), line


def test_files_of_others_and_rows_that_lack_something(tmp_path: Path) -> None:
    file = tmp_path / "scale.json"
    assert files.read(file) is None
    file.write_text(json.dumps({"results": []}), encoding="utf-8")
    assert files.read(file) is None
    for row in ({"what": "sending"}, {"what": "else"}, 1):
        file.write_text(json.dumps({"scale": [row]}), encoding="utf-8")
        with pytest.raises(InputInvalid, match="row 1"):
            files.read(file)
    with pytest.raises(InputInvalid, match="cannot be written"):
        files.write(tmp_path / "none" / "scale.json", {}, [])


def test_names_and_numbers_that_there_are_not(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("scale", "--questions", "explian") == 2
    assert "explain" in capsys.readouterr().err
    for numbers in ("0", "x", "65"):
        assert command("scale", "--workers", numbers) == 2
        assert "--workers takes numbers" in capsys.readouterr().err


@pytest.mark.deep
@pytest.mark.xdist_group("cluster")
def test_a_small_question_is_measured_and_kept(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    small = Question(
        "a few bids",
        lambda: synthetic(3, 2, 3, 0),
        lambda case, executor, places: explain(case, executor=executor, workers=places),
    )
    monkeypatch.setitem(questions.QUESTIONS, "explain", small)
    file = tmp_path / "scale.json"
    assert command("scale", "--questions", "explain", "--workers", "2", "--json", file) == 0
    content = files.read(file)
    assert content is not None
    by_workers = {row["workers"]: row for row in content["scale"] if row["what"] == "measured"}
    assert sorted(by_workers) == [1, 2]
    assert all(row["same"] and row["pieces"] for row in by_workers.values())
    paper = {row["workers"]: row["seconds"] for row in content["scale"] if row["what"] == "paper"}
    assert paper[1] == pytest.approx(by_workers[1]["seconds"], abs=0.01)
    assert "on paper" in capsys.readouterr().out
