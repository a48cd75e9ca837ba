"""``benchmarks gate``: what counts as worse, and on which machine."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks.report import figures
from benchmarks.report.gate import verdicts
from benchmarks.running.row import Row
from tests.benchmarks.kept import results_file, row

Command = Callable[..., int]
HIGHS = row("highs", seconds=1.0)
OTHER: dict[str, Any] = {"cpu": "Another processor"}


def _worse(folder: Path, new: Sequence[Row], kept: Sequence[Row], **machine: Any) -> list[tuple[str, str, str]]:
    now = figures.read(results_file(folder / "new.json", new, **machine))
    before = figures.read(results_file(folder / "kept.json", kept))
    return [(each.figure, each.kept, each.new) for each in verdicts(now, before) if each.judgement == "worse"]


def test_the_same_again_is_as_good(tmp_path: Path) -> None:
    assert _worse(tmp_path, [row(), HIGHS], [row(), HIGHS]) == []


def test_a_proof_that_is_lost_is_worse(tmp_path: Path) -> None:
    lost = row(status="feasible", gap=5e-7)
    assert _worse(tmp_path, [lost, HIGHS], [row(), HIGHS]) == [("proof", "optimal", "feasible")]


@pytest.mark.parametrize(("was", "now", "worse"), [(0.01, 0.0109, False), (0.01, 0.0112, True), (0.0, 2e-6, True)])
def test_a_gap_may_grow_by_a_tenth(was: float, now: float, worse: bool, tmp_path: Path) -> None:
    found = _worse(tmp_path, [row(status="feasible", gap=now)], [row(status="feasible", gap=was)])
    assert [figure for figure, *_ in found] == (["gap"] if worse else [])


def test_an_award_that_is_lost_is_a_gap_that_grew(tmp_path: Path) -> None:
    lost = row(status="unknown", objective=None, bound=None, gap=None)
    found = _worse(tmp_path, [lost], [row(status="feasible", gap=0.5)])
    assert found == [("gap", "50.0000%", "-")]


def test_slower_than_before_is_worse_only_beside_a_peer(tmp_path: Path) -> None:
    slower = row(seconds=7.0)
    assert _worse(tmp_path, [slower, HIGHS], [row(), HIGHS]) == [("seconds over highs's", "2.00", "4.00")]
    # the whole machine was slower
    assert _worse(tmp_path, [slower, row("highs", seconds=3.0)], [row(), HIGHS]) == []


def test_a_peer_that_had_a_bad_run_does_not_count(tmp_path: Path) -> None:
    new, kept = [row(), row("highs", seconds=0.1), row("scip", seconds=2.0)], [row(), HIGHS, row("scip", seconds=2.0)]
    assert _worse(tmp_path, new, kept) == []
    broke_down = row("scip", seconds=0.0, status="unknown", objective=None, bound=None, gap=None)
    assert _worse(tmp_path, [row(seconds=9.0), HIGHS, broke_down], [row(), HIGHS, broke_down]) == [
        ("seconds over highs's", "2.00", "5.00")
    ]


def test_without_a_peer_its_own_seconds_count(tmp_path: Path) -> None:
    assert _worse(tmp_path, [row(seconds=6.0)], [row(), HIGHS]) == [("seconds", "3.00", "6.00")]
    assert _worse(tmp_path, [row(seconds=4.9)], [row(), HIGHS]) == []


def test_another_machine_is_compared_by_the_ratio_alone(tmp_path: Path) -> None:
    slow = [row(seconds=59.0, status="feasible", gap=0.01), row("highs", seconds=29.0)]
    assert _worse(tmp_path, slow, [row(), HIGHS], **OTHER) == []
    assert _worse(tmp_path, [row(seconds=59.0), HIGHS], [row(), HIGHS], **OTHER) != []
    now = figures.read(results_file(tmp_path / "alone.json", [row(seconds=59.0)], **OTHER))
    before = figures.read(results_file(tmp_path / "kept.json", [row(), HIGHS]))
    assert [each.judgement for each in verdicts(now, before)] == ["not compared"]


def test_another_time_limit_is_not_compared(tmp_path: Path) -> None:
    now = figures.read(results_file(tmp_path / "new.json", [row(time_limit=1.0, status="feasible", gap=0.5)]))
    before = figures.read(results_file(tmp_path / "kept.json", [row()]))
    (verdict,) = verdicts(now, before)
    assert (verdict.figure, verdict.kept, verdict.new, verdict.judgement) == (
        "time limit",
        "60 s",
        "1 s",
        "not compared",
    )


def test_the_command_says_what_got_worse_and_ends_with_1(
    tmp_path: Path, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = results_file(tmp_path / "kept.json", [row(), HIGHS, row(case="seed-01")])
    new = results_file(tmp_path / "new.json", [row(status="feasible", gap=0.1), HIGHS])
    assert command("gate", kept, kept) == 0
    assert "as good" in capsys.readouterr().out
    assert command("gate", new, kept) == 1
    output = capsys.readouterr()
    assert "worse" in output.out
    assert output.err.splitlines() == [
        "error: seed-00: proof was optimal, and is feasible",
        "error: seed-00: gap was 0.0000%, and is 10.0000%",
    ]


def test_the_factor_can_be_told(tmp_path: Path, command: Command) -> None:
    kept = results_file(tmp_path / "kept.json", [row(), HIGHS])
    new = results_file(tmp_path / "new.json", [row(seconds=7.0), HIGHS])
    assert command("gate", new, kept) == 1
    assert command("gate", new, kept, "--factor", "2.1") == 0


def test_files_that_cannot_be_compared_end_with_2(
    tmp_path: Path, command: Command, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "KEPT", tmp_path)
    new = results_file(tmp_path / "new.json", [row()])
    broken = tmp_path / "broken.json"
    broken.write_text('{"results": [{"suite": "board"}]}', encoding="utf-8")
    for arguments, message in (
        ((new,), f"there is no file {tmp_path / 'board.json'}"),
        ((new, broken), f"{broken}: row 1 lacks one of suite, case, engine, "),
        ((new, results_file(tmp_path / "a.json", [row(suite="wdp")])), f"{new} is of the suite board, "),
        (
            (new, results_file(tmp_path / "b.json", [row(case="other")])),
            f"{new} and {tmp_path / 'b.json'} have no case",
        ),
        ((new, results_file(tmp_path / "c.json", [])), f"{tmp_path / 'c.json'} holds no rows"),
    ):
        assert command("gate", *arguments) == 2
        error = capsys.readouterr().err
        assert error.startswith(f"error: {message}")
        assert error.count("\n") == 1
