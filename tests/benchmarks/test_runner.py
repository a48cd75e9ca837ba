"""Suites run: each engine in a process of its own, and what becomes of those that misbehave."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import fields
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from benchmarks.formats import holmberg
from benchmarks.peers import PEERS, Peer
from benchmarks.running import process
from benchmarks.running.exchange import BinaryProgram, take_report, write_program
from benchmarks.running.row import Row
from benchmarks.running.runner import SELECTOR, run
from benchmarks.suites import Entry, Suite
from tests.benchmarks.files import SMALL, Location

ONE_LOT = Location(capacity=("5",), fixed=("10",), demand=("5",), cost=(("7",),))


def _suite(folder: Path, location: Location) -> Suite:
    path = folder / "case.txt"
    path.write_text(location.text(), encoding="utf-8")

    def entries(seeds: int) -> Iterator[Entry]:
        for seed in range(seeds):
            yield Entry(f"case-{seed}", partial(holmberg.read, path))

    return Suite("tiny", "one file", seeds=1, entries=entries)


def _stub(name: str) -> Peer:
    return Peer(name, module=f"tests.benchmarks.stubs.{name}", package="numpy")


def _alone(folder: Path, stub: str, *, time_limit: float = 30.0) -> tuple[Row, list[str]]:
    """The row of one stub on the program of one lot, and what was complained of."""
    complaints: list[str] = []
    suite = _suite(folder, ONE_LOT)
    (row,) = run(suite, [_stub(stub)], seeds=1, time_limit=time_limit, complain=complaints.append, grace=1.0)
    return row, complaints


def test_rows_have_their_fields_and_engines_agree(tmp_path: Path) -> None:
    complaints: list[str] = []
    engines = [SELECTOR, PEERS["highs"]]
    rows = list(run(_suite(tmp_path, SMALL), engines, seeds=1, time_limit=60, complain=complaints.append))
    assert complaints == []
    assert [field.name for field in fields(Row)] == [
        "suite",
        "case",
        "engine",
        "status",
        "objective",
        "bound",
        "gap",
        "seconds",
        "peak_mb",
    ]
    assert [(row.suite, row.case, row.engine, row.status) for row in rows] == [
        ("tiny", "case-0", "selector", "optimal"),
        ("tiny", "case-0", "highs", "optimal"),
    ]
    assert [(row.objective, row.bound, row.gap) for row in rows] == [(53.0, 53.0, 0.0)] * 2
    assert all(row.peak_mb is not None and row.peak_mb > 10 and row.seconds > 0 for row in rows)


def test_a_peer_that_hangs_is_ended_and_unknown(tmp_path: Path) -> None:
    row, complaints = _alone(tmp_path, "hangs", time_limit=0.5)
    assert (row.status, row.objective, row.bound, row.gap, row.peak_mb) == ("unknown", None, None, None, None)
    assert complaints == ["hangs on case-0 did not keep its time limit and was ended after 1.5 s"]


def test_a_peer_that_is_killed_proves_nothing_whatever_it_said(tmp_path: Path) -> None:
    row, complaints = _alone(tmp_path, "boasts_and_dies")
    assert (row.status, row.objective) == ("unknown", None)
    assert complaints == ["boasts_and_dies on case-0 ended with exit status -9"]


def test_a_solution_that_breaks_the_program_is_no_solution(tmp_path: Path) -> None:
    row, complaints = _alone(tmp_path, "cheats")
    assert (row.status, row.objective) == ("unknown", None)
    assert complaints == [
        "cheats on case-0 ended with exit status 1: ValueError: the solver's solution breaks the program"
    ]


def test_a_solution_without_a_bound_is_feasible(tmp_path: Path) -> None:
    row, complaints = _alone(tmp_path, "gives_up")
    assert (row.status, row.objective, row.bound, row.gap) == ("feasible", 17.0, None, None)
    assert complaints == []


def test_highs_at_its_time_limit_is_not_optimal(tmp_path: Path) -> None:
    write_program(tmp_path, _hard())
    end = process.run(PEERS["highs"].module, tmp_path, seconds=0.05, gap=0.0, grace=30)
    report = take_report(tmp_path)
    assert end.complaint == ""
    assert report is not None
    assert report.answer.status in ("feasible", "unknown")


def _hard() -> BinaryProgram:
    """Choose half of 60 items under 20 random knapsacks: far beyond a moment's work."""
    rng = np.random.default_rng(1)
    weights = rng.uniform(0.5, 1.5, (20, 60))
    return BinaryProgram(
        start=np.arange(0, 1201, 60, dtype=np.int32),
        index=np.tile(np.arange(60, dtype=np.int32), 20),
        value=weights.ravel(),
        row_lower=np.full(20, -np.inf),
        row_upper=weights.sum(axis=1) / 2,
        cost=-rng.uniform(1, 2, 60),
        base=np.ones(60),
    )


def test_a_peers_process_imports_no_engine_and_no_other_solver() -> None:
    question = "import sys, benchmarks.peers.highs; print(*{name.partition('.')[0] for name in sys.modules})"
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=True)
    loaded = set(answer.stdout.split())
    assert "highspy" in loaded
    assert loaded.isdisjoint({"selector", "models", "api", "pulp", "ortools", "scipy", "pydantic"})


def test_ctrl_c_ends_the_process_that_runs(tmp_path: Path) -> None:
    script = (
        # Whoever runs the tests in the background has told them to ignore Ctrl-C; here it is to count.
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import sys, pathlib; from benchmarks.running import process\n"
        "process.run('tests.benchmarks.stubs.hangs', pathlib.Path(sys.argv[1]), seconds=60, gap=0, grace=0)"
    )
    with tempfile.TemporaryFile() as errors:
        runner = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stderr=errors)
        pid = _awaited(tmp_path / "pid")
        runner.send_signal(signal.SIGINT)
        assert runner.wait(30) != 0
        errors.seek(0)
        assert b"KeyboardInterrupt" in errors.read()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def _awaited(path: Path) -> int:
    for _ in range(600):
        if path.exists() and path.read_text(encoding="ascii"):
            return int(path.read_text(encoding="ascii"))
        time.sleep(0.05)
    raise TimeoutError(path)
