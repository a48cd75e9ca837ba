"""Each peer, in its process: what it says of small programs, of limits, and what it loads."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.answer import Answer
from benchmarks.peers import PEERS, Peer
from benchmarks.running import process
from benchmarks.running.exchange import Report, take_report, write_program
from benchmarks.running.mixed_program import MixedProgram
from tests.benchmarks.programs import (
    COVER,
    COVER_VALUE,
    EMPTY_ROW,
    INFEASIBLE,
    KNAPSACK,
    KNAPSACK_VALUE,
    MIXED,
    hard,
    program,
)

SOLVERS = {"highspy", "ortools", "pyscipopt", "pulp", "gurobipy", "linopy", "pyomo"}


def _installed(name: str) -> object:
    package = PEERS[name].package
    missing = importlib.util.find_spec(package) is None
    return pytest.param(PEERS[name], id=name, marks=pytest.mark.skipif(missing, reason=f"{package} is not installed"))


EACH = pytest.mark.parametrize("peer", [_installed(name) for name in PEERS])
EACH_MIXED = pytest.mark.parametrize("peer", [_installed(name) for name, peer in PEERS.items() if not peer.whole_only])


def _asked(peer: Peer, folder: Path, question: MixedProgram, *, seconds: float = 60.0, gap: float = 0.0) -> Report:
    write_program(folder, question)
    end = process.run(peer.module, folder, seconds=seconds, gap=gap, grace=60)
    assert end.complaint == ""
    report = take_report(folder)
    assert report is not None
    return report


def _said(answer: Answer) -> tuple[object, ...]:
    return answer.status, answer.objective, answer.bound


@EACH
@pytest.mark.parametrize(("question", "value"), [(COVER, COVER_VALUE), (KNAPSACK, KNAPSACK_VALUE)])
def test_an_optimum_is_found_and_proven(peer: Peer, question: MixedProgram, value: float, tmp_path: Path) -> None:
    report = _asked(peer, tmp_path, question)
    assert report.answer.status == "optimal"
    assert report.answer.objective == value
    assert report.answer.bound == pytest.approx(value, abs=1e-6)
    assert report.answer.base == abs(value)
    assert report.course[-1].incumbent == value
    assert report.course[-1].bound == report.answer.bound
    assert report.build_seconds is not None
    assert report.peak_mb > 10


@EACH_MIXED
def test_columns_need_not_be_whole_nor_yes_or_no(peer: Peer, tmp_path: Path) -> None:
    answer = _asked(peer, tmp_path, MIXED).answer
    assert answer.status == "optimal"
    assert answer.objective == pytest.approx(-7.25, abs=1e-6)
    assert answer.bound == pytest.approx(-7.25, abs=1e-4)


@EACH
def test_whole_columns_may_go_beyond_1(peer: Peer, tmp_path: Path) -> None:
    question = program([[2, 3]], [float("-inf")], [12.5], [-1.0, -1.6], most=[4, 3])
    assert _asked(peer, tmp_path, question).answer.objective == pytest.approx(-6.2)  # 3 and 2


@EACH
@pytest.mark.parametrize("question", [INFEASIBLE, EMPTY_ROW])
def test_infeasible_is_a_proof(peer: Peer, question: MixedProgram, tmp_path: Path) -> None:
    report = _asked(peer, tmp_path, question)
    assert _said(report.answer) == ("infeasible", None, None)
    assert report.course == ()


@EACH
def test_at_a_time_limit_nothing_is_optimal(peer: Peer, tmp_path: Path) -> None:
    report = _asked(peer, tmp_path, hard(), seconds=0.3)
    assert report.answer.status in ("feasible", "unknown")
    if report.answer.objective is not None and report.answer.bound is not None:
        assert report.answer.bound < report.answer.objective
        found = [point.incumbent for point in report.course if point.incumbent is not None]
        proven = [point.bound for point in report.course if point.bound is not None]
        assert found == sorted(found, reverse=True)
        assert found[-1] == report.answer.objective
        assert proven == sorted(proven)
        assert proven[-1] == report.answer.bound


@EACH
def test_a_gap_that_will_do_ends_the_search_and_the_bound_says_so(peer: Peer, tmp_path: Path) -> None:
    answer = _asked(peer, tmp_path, hard(), gap=0.2).answer
    assert answer.status == "optimal"
    assert answer.gap is not None
    assert 0 < answer.gap <= 0.2


@EACH
def test_a_peers_process_imports_no_engine_and_no_other_solver(peer: Peer, tmp_path: Path) -> None:
    write_program(tmp_path, COVER)
    script = (
        f"import runpy, sys; sys.argv = ['peer', {str(tmp_path)!r}, '60', '0']\n"
        f"runpy.run_module({peer.module!r}, run_name='__main__')\n"
        "print(*{name.partition('.')[0] for name, module in sys.modules.items() if module is not None})"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(answer.stdout.splitlines()[-1].split())
    assert loaded & SOLVERS == {peer.package}
    assert loaded.isdisjoint({"selector", "models", "api", "pydantic"})
    assert take_report(tmp_path) is not None


def test_cp_sat_refuses_columns_that_need_not_be_whole(tmp_path: Path) -> None:
    pytest.importorskip("ortools")
    write_program(tmp_path, MIXED)
    end = process.run(PEERS["cp-sat"].module, tmp_path, seconds=9, gap=0.0, grace=60)
    assert end.complaint == "ended with exit status 1: ValueError: CP-SAT takes whole columns with bounds only"
    assert PEERS["cp-sat"].whole_only
