"""What a solve says when it is done, and when it is not: a limit is never called a proof."""

import itertools
import os
import signal
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest

from selector import Case, Options, SolverFailed, evaluate, synthetic
from selector.solve import child as child_module
from tests.processes import Started
from tests.references.small import one_service


@pytest.fixture(scope="module")
def hard() -> Case:
    """A case that takes minutes to the penny."""
    return synthetic(30, 16, 24, seed=1)


def test_a_time_limit_leaves_an_award_that_is_feasible_and_not_optimal(started: Started) -> None:
    # Larger than ``hard``, of which a quick machine knows the optimum to the penny by then, if not yet its ties.
    evaluation = evaluate(synthetic(60, 20, 30, seed=1), Options(gap=0, time_limit=10))
    assert evaluation.status == "feasible"
    certificate = evaluation.certificate
    assert certificate.limit == "time"
    assert certificate.ties == "not_examined"
    assert certificate.objective is not None
    assert certificate.bound is not None
    assert certificate.bound < certificate.objective
    assert certificate.gap is not None
    assert certificate.gap > 0
    assert certificate.gap_pounds == certificate.objective - certificate.bound
    assert not started()


def test_a_limit_before_any_award_is_unknown(hard: Case) -> None:
    evaluation = evaluate(hard, Options(time_limit=0.01))
    assert evaluation.status == "unknown"
    assert evaluation.certificate.limit == "time"
    assert evaluation.awards == ()
    assert evaluation.totals is None
    assert evaluation.certificate.objective is None


def test_a_stop_ends_the_process_and_keeps_the_best_award(hard: Case, started: Started) -> None:
    seen: list[Decimal] = []

    def note(sign: object) -> None:
        incumbent = getattr(sign, "incumbent", None)
        if incumbent is not None:
            seen.append(incumbent)

    evaluation = evaluate(hard, Options(gap=0), on_progress=note, stop=lambda: bool(seen))
    assert evaluation.status == "feasible"
    assert evaluation.certificate.limit == "stopped"
    assert evaluation.certificate.objective is not None
    assert evaluation.certificate.objective <= seen[0]
    assert not started()


def test_the_best_award_survives_a_killed_solver(hard: Case, started: Started) -> None:
    killed = itertools.count()

    def kill(sign: object) -> None:
        if getattr(sign, "incumbent", None) is not None:
            for process in started():
                os.kill(process, signal.SIGKILL)
                next(killed)

    evaluation = evaluate(hard, Options(gap=0), on_progress=kill)
    assert next(killed) > 0
    assert evaluation.status == "feasible"
    assert evaluation.certificate.limit == "failure"


def test_a_solver_that_ends_without_an_award_is_an_error(hard: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_module, "WORKER", "this")  # a module that ends at once, without a message
    with pytest.raises(SolverFailed, match="ended with exit status 0"):
        evaluate(hard)


def test_a_solver_that_ignores_its_limit_is_ended(hard: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "deaf.py").write_text("import time\ntime.sleep(600)\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.setattr(child_module, "WORKER", "deaf")
    evaluation = evaluate(hard, Options(time_limit=0.5))
    assert evaluation.status == "unknown"
    assert evaluation.certificate.limit == "time"


def test_the_solver_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import sys\nfrom selector import Options, evaluate, synthetic\n"
        "evaluate(synthetic(30, 16, 24, seed=1), Options(gap=0), on_progress=lambda sign: print('sign', flush=True))\n"
    )
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    assert parent.stdout.readline() == "sign\n"
    workers = [int(entry.name) for entry in Path("/proc").glob("[0-9]*") if _parent_of(entry) == parent.pid]
    assert workers
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 30
    while any(_alive(worker) for worker in workers):
        assert time.monotonic() < deadline, "the solver outlived its parent"
        time.sleep(0.05)


def _parent_of(entry: Path) -> int | None:
    try:
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return None


def _alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def test_infeasible_is_a_proof_without_an_award() -> None:
    bidders = [{"id": "firm", "name": "Firm", "kind": "private", "viability_floor": 100_001}]
    evaluation = evaluate(one_service({"firm": {"a": 1}}, bidders=bidders))
    assert evaluation.status == "infeasible"
    assert evaluation.awards == ()
    assert evaluation.certificate.limit is None
    assert evaluation.certificate.bound is None


def test_both_ways_of_solving_agree(hard: Case) -> None:
    case = synthetic(8, 5, 12, seed=0)
    isolated, here = evaluate(case), evaluate(case, isolated=False)
    assert here.status == "optimal"
    seconds = {"certificate": here.certificate.model_copy(update={"seconds": isolated.certificate.seconds})}
    assert isolated.to_json() == here.model_copy(update=seconds).to_json()
