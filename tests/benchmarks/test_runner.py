"""Suites run: each engine in a process of its own, and what becomes of those that misbehave."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from benchmarks.formats import holmberg
from benchmarks.instance import Instance, Laid
from benchmarks.known import Known
from benchmarks.peers import PEERS, Peer
from benchmarks.running.row import Row, with_integrals
from benchmarks.running.runner import SELECTOR, run
from benchmarks.suites import Entry, Suite
from tests.benchmarks.files import SMALL, Location

ONE_LOT = Location(capacity=("5",), fixed=("10",), demand=("5",), cost=(("7",),))


def _file(folder: Path, location: Location) -> Path:
    path = folder / "case.txt"
    path.write_text(location.text(), encoding="utf-8")
    return path


def _suite(folder: Path, location: Location) -> Suite:
    path = _file(folder, location)

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
        "time_limit",
        "build_seconds",
        "seconds_to_gap",
        "primal_integral",
        "known",
        "refuted",
        "base",
        "sense",
        "size",
        "curve",
    ]
    assert [(row.suite, row.case, row.engine, row.status) for row in rows] == [
        ("tiny", "case-0", "selector", "optimal"),
        ("tiny", "case-0", "highs", "optimal"),
    ]
    assert [(row.objective, row.bound, row.gap) for row in rows] == [(53.0, 53.0, 0.0)] * 2
    assert all(row.peak_mb is not None and row.peak_mb > 10 and row.seconds > 0 for row in rows)
    for row in with_integrals(rows):
        assert row.curve[-1][1:] == (53.0, 53.0)
        assert [point.seconds for point in row.curve] == sorted(point.seconds for point in row.curve)
        assert row.seconds_to_gap["0.01%"] == row.curve[-1].seconds or len(row.curve) > 1
        assert row.base == 53.0
        assert row.time_limit == 60
        assert row.primal_integral is not None
        assert 0 < row.primal_integral <= row.seconds + 0.001
        assert row.size == {"rows": row.size["rows"], "columns": row.size["columns"], "entries": row.size["entries"]}
    assert [row.build_seconds is None for row in rows] == [True, False]


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


def test_limits_are_those_of_the_case_then_of_the_suite_unless_told(tmp_path: Path) -> None:
    suite = _suite(tmp_path, ONE_LOT)
    (entry,) = suite.entries(1)
    stated = replace(
        suite, time_limit=17.0, entries=lambda _: iter((entry, replace(entry, case="own", time_limit=13.0)))
    )

    def limits(told: float | None) -> list[float | None]:
        rows = run(stated, [_stub("gives_up")], seeds=1, time_limit=told, complain=print)
        return [row.time_limit for row in rows]

    assert limits(None) == [17.0, 13.0]
    assert limits(30.0) == [30.0, 30.0]


def test_cases_are_chosen_by_name_and_skipped_with_a_reason(tmp_path: Path) -> None:
    suite = _suite(tmp_path, ONE_LOT)
    (entry,) = suite.entries(1)
    absent = replace(entry, case="case-9", skip="it is not there")
    complaints: list[str] = []
    rows = run(
        replace(suite, entries=lambda _: iter((entry, replace(entry, case="other"), absent))),
        [_stub("gives_up")],
        seeds=1,
        time_limit=None,
        complain=complaints.append,
        cases="case-*",
    )
    assert [row.case for row in rows] == ["case-0"]
    assert complaints == ["case-9 is left out: it is not there"]


def test_an_answer_beyond_what_is_published_is_refuted(tmp_path: Path) -> None:
    suite = _suite(tmp_path, ONE_LOT)
    (entry,) = suite.entries(1)
    published = replace(entry, known=Known(18.0, "optimum"))
    rows = run(
        replace(suite, entries=lambda _: iter((published,))),
        [_stub("gives_up")],
        seeds=1,
        time_limit=None,
        complain=print,
    )
    (row,) = rows
    assert (row.objective, row.known) == (17.0, 18.0)
    assert row.refuted == "has an award of 17 where 18 is known to be the best"


def test_a_peer_that_takes_whole_columns_only_is_left_out_elsewhere(tmp_path: Path) -> None:
    program = replace(holmberg.read(_file(tmp_path, ONE_LOT)).work().program)
    moving = replace(program, integral=program.integral & (program.integral.cumsum() > 1))
    instance = Instance(Laid(moving.bare(), np.ones(len(moving.upper), dtype=np.int64)))
    complaints: list[str] = []
    suite = Suite("tiny", "", seeds=1, entries=lambda _: iter((Entry("case-0", lambda: instance),)))
    peer = replace(_stub("gives_up"), whole_only=True)
    assert list(run(suite, [peer], seeds=1, time_limit=9.0, complain=complaints.append)) == []
    assert complaints == ["gives_up is left out of case-0: 1 of its columns need not be whole"]


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
