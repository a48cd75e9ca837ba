"""``benchmarks keep``: figures put together and away."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.errors import InputInvalid
from benchmarks.report import figures
from benchmarks.running.course import Point
from tests.benchmarks.kept import ENGINES, MACHINE, results_file, row

Command = Callable[..., int]


def test_what_is_kept_is_what_was_run_with_thinner_curves(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "KEPT", tmp_path)
    monkeypatch.setattr(figures.keep, "__defaults__", (tmp_path,))
    long = tuple(Point(float(at), 200.0 - at, 100.0) for at in range(101))
    file = results_file(tmp_path / "run.json", [row(curve=long), row("highs")])
    assert command("keep", file) == 0
    found = figures.read(tmp_path / "board.json")
    assert (found.machine, found.engines) == (MACHINE, ENGINES)
    assert found.rows[1] == row("highs")
    assert replace(found.rows[0], curve=()) == row(curve=())
    assert len(found.rows[0].curve) == 40
    assert (found.rows[0].curve[0], found.rows[0].curve[-1]) == (long[0], long[-1])


def test_runs_of_parts_are_put_together_and_the_last_counts(tmp_path: Path) -> None:
    one = figures.read(results_file(tmp_path / "one.json", [row(), row(case="seed-01")]))
    two = figures.read(
        results_file(
            tmp_path / "two.json",
            [row("scip"), row(seconds=5.0)],
            versions={"selector": "0.1.0", "pyscipopt": "6.3.0"},
        )
    )
    found = figures.together([one, two])
    assert [(each.case, each.engine, each.seconds) for each in found.rows] == [
        ("seed-00", "selector", 5.0),
        ("seed-00", "scip", 3.0),
        ("seed-01", "selector", 3.0),
    ]
    assert found.machine["versions"] == {"selector": "0.1.0", "highspy": "1.15.1", "pyscipopt": "6.3.0"}


@pytest.mark.parametrize(
    ("suite", "machine", "message"),
    [
        ("wdp", {}, "rows of the suites board and wdp are not kept together"),
        ("board", {"cores": 8}, "rows of different machines are not kept together"),
        ("board", {"versions": {"highspy": "2"}}, "rows of highspy 1.15.1 and 2 are not kept together"),
    ],
)
def test_what_was_measured_apart_is_not_kept_together(
    suite: str, machine: dict[str, object], message: str, tmp_path: Path
) -> None:
    one = figures.read(results_file(tmp_path / "one.json", [row()]))
    two = figures.read(results_file(tmp_path / "two.json", [row(suite=suite)], **machine))
    with pytest.raises(InputInvalid) as raised:
        figures.together([one, two])
    assert str(raised.value) == message


def test_figures_of_building_are_kept_beside_the_suites(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "KEPT", tmp_path)
    line = {"size": "10k", "builder": "selector", "seconds": 0.1, "peak_mb": 90.0, "columns": 9, "nonzeros": 20}
    file = tmp_path / "built.json"
    file.write_text(json.dumps({"machine": MACHINE, "rows": [line]}), encoding="utf-8")
    assert command("keep", file) == 0
    assert json.loads((tmp_path / "build.json").read_text(encoding="utf-8"))["rows"] == [line]
