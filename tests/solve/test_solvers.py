"""HiGHS, CBC and SCIP on the same cases; and what may be made of a solver's word."""

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from selector import Case, Evaluation, Goal, Options, Plan, appraise, evaluate, lay, objectives, read_case, synthetic
from selector.levels import levels
from selector.program import Program
from selector.solve import solve_here
from selector.solve.backend import Watch
from selector.solve.others import Driven, solver_named
from selector.solve.others.solver import Solver
from tests.oracle.near_equal import near_equal_case
from tests.oracle.random_case import random_case

_OTHERS = ("cbc", "scip")
_DOCUMENTS = [
    pytest.param(random_case, seed, id=f"random-{seed}", marks=[] if seed < 1020 else pytest.mark.deep)
    for seed in range(1000, 1050)
] + [
    # The last: cases that a solver's preprocessing, or a goal of millions of pounds, once got wrong.
    pytest.param(near_equal_case, seed, id=f"near-equal-{seed}")
    for seed in (*range(12), 19, 40)
]


@pytest.mark.parametrize(("draw", "seed"), _DOCUMENTS)
def test_solvers_agree(draw: Any, seed: int) -> None:
    case = read_case(json.dumps(draw(seed), default=str))
    expected = _gist(evaluate(case, isolated=False))
    for solver in _OTHERS:
        assert _gist(evaluate(case, Options(solver=solver), isolated=False)) == expected, solver


def _gist(evaluation: Evaluation) -> tuple[object, ...]:
    """All that solvers must agree on; that each award was verified, ``evaluate`` sees to."""
    certificate = evaluation.certificate
    proven = [(level.value, level.best, level.bound, level.gap) for level in certificate.levels]
    return evaluation.status, proven, [row.bid for row in evaluation.awards], certificate.ties, certificate.limit


@pytest.fixture(scope="module")
def hard() -> Case:
    """A case that takes minutes to the penny; an award of it costs about £112.9 million."""
    return synthetic(30, 16, 24, seed=1)


_AN_AWARD = 113_100_000


@pytest.mark.parametrize("solver", ["cbc", pytest.param("scip", marks=pytest.mark.deep)])
def test_a_time_limit_is_never_called_optimal(solver: str, hard: Case) -> None:
    evaluation = evaluate(hard, Options(gap=0, time_limit=8, solver=solver))
    certificate = evaluation.certificate
    assert evaluation.status in ("feasible", "unknown")
    assert certificate.limit == "time"
    assert certificate.ties == "not_examined"
    assert certificate.bound is None or 100_000_000 < certificate.bound < _AN_AWARD
    assert evaluation.provenance.options["solver"] == solver
    assert certificate.solver.lower().startswith(solver)


@pytest.mark.parametrize("solver", _OTHERS)
def test_a_bound_at_a_limit_holds(solver: str) -> None:
    """Stopped by nodes where there is an optimum to hold the bound against."""
    program, goal = _program(synthetic(12, 8, 14, seed=0))
    outcome = solve_here(program, Plan((goal,)))
    assert outcome.status == "optimal"
    search = Driven(program, solver_named(solver)).minimise(
        goal.coefficients / goal.units, _silent(), absolute_gap=0.005, relative_gap=0.0, seconds=None, nodes=1
    )
    assert search.ending in ("proven", "nodes")
    assert search.bound * goal.units <= outcome.goals[0].value + 0.5


def _program(case: Case) -> tuple[Program, Goal]:
    appraisal = appraise(case)
    return lay(appraisal), next(iter(levels(case.objective, objectives(appraisal)))).goal


def _silent(*, stop: bool = False) -> Watch:
    return Watch(lambda _: None, lambda _: None, lambda _: False, lambda: stop)


def test_a_solver_that_cannot_be_read_proves_nothing() -> None:
    """HiGHS through PuLP, as if it could not be read: what it finds is an award, what it says is no proof."""
    unread = Solver("unread", "Unread", ("HiGHS",), "", None, {"timeLimit": "seconds"})
    program, goal = _program(synthetic(8, 5, 12, seed=0))
    found = Driven(program, unread).minimise(
        goal.coefficients / goal.units, _silent(), absolute_gap=0.005, relative_gap=0.0, seconds=None
    )
    assert found.ending == "failed"
    assert found.columns is not None
    assert int(goal.coefficients @ found.columns) == solve_here(program, Plan((goal,))).goals[0].value
    assert found.bound == -np.inf
    impossible = replace(program, upper=program.upper * 0)  # no bid can be accepted, and each lot needs one
    none = Driven(impossible, unread).minimise(
        goal.coefficients / goal.units, _silent(), absolute_gap=0.005, relative_gap=0.0, seconds=None
    )
    assert none.ending == "failed"


@pytest.mark.parametrize("solver", _OTHERS)
def test_rows_for_now_are_taken_back(solver: str) -> None:
    program, goal = _program(synthetic(8, 5, 12, seed=0))
    driven = Driven(program, solver_named(solver))

    def least() -> tuple[str, int | None]:
        search = driven.minimise(
            goal.coefficients / goal.units, _silent(), absolute_gap=0.005, relative_gap=0.0, seconds=None
        )
        return search.ending, None if search.columns is None else int(goal.coefficients @ search.columns)

    before = least()
    assert before[0] == "proven"
    with driven.only_for_now():
        driven.add_row(np.ones(program.matrix.shape[1]), 0.0)
        assert least() == ("infeasible", None)
    assert least() == before


def test_a_stop_before_the_start_is_a_stop() -> None:
    program, goal = _program(synthetic(8, 5, 12, seed=0))
    search = Driven(program, solver_named("cbc")).minimise(
        goal.coefficients / goal.units, _silent(stop=True), absolute_gap=0.005, relative_gap=0.0, seconds=None
    )
    assert (search.ending, search.columns) == ("stopped", None)


def test_a_stop_ends_the_solvers_own_process_and_leaves_no_file(
    hard: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    seen: list[int] = []

    def stop() -> bool:
        seen.extend(_cbcs(tmp_path))
        return bool(seen)

    evaluation = evaluate(hard, Options(gap=0, solver="cbc"), stop=stop)
    assert evaluation.status == "unknown"
    assert evaluation.certificate.limit == "stopped"
    _await_none(tmp_path)


def test_the_solvers_own_process_ends_when_the_caller_is_killed(tmp_path: Path) -> None:
    script = (
        "from selector import Options, evaluate, synthetic\n"
        "evaluate(synthetic(30, 16, 24, seed=1), Options(gap=0, solver='cbc'))\n"
    )
    caller = subprocess.Popen([sys.executable, "-c", script], env=os.environ | {"TMPDIR": str(tmp_path)})
    deadline = time.monotonic() + 60
    while not _cbcs(tmp_path):
        assert caller.poll() is None
        assert time.monotonic() < deadline, "CBC never started"
        time.sleep(0.05)
    caller.kill()
    caller.wait()
    _await_none(tmp_path)


def _await_none(folder: Path) -> None:
    """Wait until no process and no file is left."""
    deadline = time.monotonic() + 30
    while _cbcs(folder) or any(folder.iterdir()):
        assert time.monotonic() < deadline, "CBC, or a file of its, outlived the solve"
        time.sleep(0.05)


def _cbcs(folder: Path) -> list[int]:
    """Processes that work on files of a folder, but for those of Python."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if os.fsencode(folder) in command and b"-solve" in command:
            found.append(int(entry.name))
    return found
