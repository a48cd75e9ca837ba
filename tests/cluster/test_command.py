"""The command line with a cluster: the same words, an end at Ctrl-C, and what goes wrong in a sentence."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from selector import Cluster, evaluate, synthetic
from tests.cli.running import run_process
from tests.cluster.machines import Machines, eventually, solving
from tests.cluster.test_same import _timeless

pytestmark = pytest.mark.xdist_group("cluster")
TWO_BOARDS = Path(__file__).parents[2] / "examples" / "two-boards.json"
COMMANDS = ("audit", "choice", "compare", "evaluate", "pareto", "prices", "resilience", "robust", "without")


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A case, and its award: its samples take minutes."""
    folder = tmp_path_factory.mktemp("board")
    case = synthetic(6, 3, 5, 0)
    case_file, award_file = folder / "case.json", folder / "award.json"
    case_file.write_text(case.model_dump_json(), encoding="utf-8")
    award_file.write_text(evaluate(case).to_json(), encoding="utf-8")
    return [case_file, award_file]


@contextmanager
def asked(*arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A command that runs, and is ended."""
    command = [sys.executable, "-m", "selector", *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as found:
        try:
            yield found
        finally:
            found.kill()


@pytest.mark.deep
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_says_the_same(command: str, cluster: Cluster, running: Machines) -> None:
    here = run_process(command, TWO_BOARDS, "--json")
    there = run_process(command, TWO_BOARDS, "--json", "--cluster", running.address)
    assert (there.code, there.err) == (here.code, here.err) == (0, "")
    assert _timeless(json.loads(there.out)) == _timeless(json.loads(here.out))


@pytest.mark.deep
def test_every_question_at_once_says_the_same(
    cluster: Cluster, running: Machines, board: list[Path], tmp_path: Path
) -> None:
    for folder, options in (("here", ()), ("there", ("--cluster", running.address))):
        assert run_process("analyse", *board, "--out", tmp_path / folder, *options).code == 0
    files = sorted((tmp_path / "here").glob("*.json"))
    assert len(files) == 6
    for file in files:
        there = tmp_path / "there" / file.name
        assert _timeless(json.loads(there.read_text())) == _timeless(json.loads(file.read_text()))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_told_to_stop_it_ends_with_what_it_has(
    number: signal.Signals, cluster: Cluster, running: Machines, board: list[Path]
) -> None:
    options = ("--samples", "1000000", "--json", "--cluster", running.address)
    with asked("stability", *board, *options) as command:
        eventually(lambda: len(solving(*running.workers)) == 2, "both workers to be at it")
        time.sleep(2)
        began = time.monotonic()
        command.send_signal(number)
        out, err = command.communicate(timeout=60)
        assert time.monotonic() - began < 30  # where it runs alone, one
        assert err == ""
        assert json.loads(out)["best"]["status"] == "optimal"
        eventually(lambda: not solving(*running.workers), "processes of the workers to end", 30)


def test_a_command_that_is_killed_leaves_nothing_running(
    cluster: Cluster, running: Machines, board: list[Path]
) -> None:
    options = ("--samples", "1000000", "--cluster", running.address)
    with asked("stability", *board, *options) as command:
        eventually(lambda: len(solving(*running.workers)) == 2, "both workers to be at it")
        command.kill()
        eventually(lambda: not solving(*running.workers), "processes of the workers to end", 30)


@pytest.mark.deep
def test_a_killed_worker_changes_nothing(cluster: Cluster, running: Machines) -> None:
    here = run_process("explain", TWO_BOARDS, "--json")
    with asked("explain", TWO_BOARDS, "--json", "--cluster", running.address) as command:
        eventually(lambda: bool(solving(*running.workers)), "a worker to be at it")
        at_it = next(each for each in running.workers if solving(each))
        at_it.kill()
        at_it.wait()
        out, _ = command.communicate(timeout=120)
        assert command.returncode == 0
    assert _timeless(json.loads(out)) == _timeless(json.loads(here.out))


def test_without_a_scheduler_it_says_what_to_do() -> None:
    ran = run_process("explain", TWO_BOARDS, "--cluster", "nonsense")
    assert ran.code == 1
    assert "there is no scheduler to be had at nonsense" in ran.err
    assert len(ran.err.splitlines()) < 8
    assert "Traceback" not in ran.err
