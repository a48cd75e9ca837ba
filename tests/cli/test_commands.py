"""The commands as a person or a script uses them."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models import Case
from selector import read_award, read_case, synthetic, verify
from selector.cli.reference import cli_reference
from tests.api.live import eventually, needs_processes, parents
from tests.cli.running import run_here, run_process
from tests.references.small import one_service

ROOT = Path(__file__).parents[2]
TWO_BOARDS = ROOT / "examples" / "two-boards.json"


def test_evaluate_writes_the_award_and_prints_it(tmp_path: Path) -> None:
    ran = run_process("evaluate", TWO_BOARDS, "--out", tmp_path / "new" / "folder")
    assert ran.code == 0
    text = (tmp_path / "new" / "folder" / "award.json").read_text(encoding="utf-8")
    case, award = read_case(TWO_BOARDS.read_bytes()), read_award(text)
    assert award.to_json() == text
    assert verify(case, award).valid
    assert "Optimal" in ran.out
    for row in award.awards:
        assert f"{row.cost:,.2f}" in ran.out
    assert "Written: " in ran.err
    assert sorted(entry.name for entry in (tmp_path / "new" / "folder").iterdir()) == [
        "award.json",
        *(f"board-paper.{form}" for form in ("html", "pdf", "xlsx")),
    ]


def test_award_json_has_what_others_rely_on() -> None:
    ran = run_process("evaluate", TWO_BOARDS, "--json")
    award = json.loads(ran.out)
    assert award["status"] == "optimal"
    assert {"objective", "bound", "gap", "seconds", "solver", "method"} <= award["certificate"].keys()
    assert {"cost", "quality", "liability", "disruption", "charges", "discount"} <= award["totals"].keys()
    assert {"lot", "buyer", "service", "bid", "bidder", "cost", "quality", "liability"} <= award["awards"][0].keys()
    assert {"bidder", "service", "lots", "volume"} <= award["providers"][0].keys()
    assert {"rule", "satisfied", "value", "limit"} <= award["rules"][0].keys()
    assert {"case_sha256", "version", "options"} <= award["provenance"].keys()
    assert isinstance(award["totals"]["cost"], str)
    assert isinstance(award["totals"]["quality"], float)


def test_like_runs_give_the_same_bytes() -> None:
    first, second = (run_process("evaluate", TWO_BOARDS, "--json").out for _ in range(2))
    assert _without_seconds(first) == _without_seconds(second)


def _without_seconds(text: str) -> str:
    lines = [line for line in text.splitlines() if not line.startswith('    "seconds": ')]
    assert len(lines) == len(text.splitlines()) - 1
    return "\n".join(lines)


def test_exit_codes(tmp_path: Path) -> None:
    bidders = [{"id": "firm", "name": "Firm", "kind": "private", "viability_floor": 100_001}]
    infeasible = _written(tmp_path / "infeasible.json", one_service({"firm": {"a": 1}}, bidders=bidders))
    ran = run_process("evaluate", infeasible, "--out", tmp_path)
    assert ran.code == 3
    assert "Infeasible" in ran.out
    assert json.loads((tmp_path / "award.json").read_text(encoding="utf-8"))["status"] == "infeasible"

    large = _written(tmp_path / "large.json", synthetic(20, 16, 20, seed=1))
    ran = run_process("evaluate", large, "--time-limit", "0.01", "--json")
    assert ran.code == 4
    assert json.loads(ran.out)["status"] == "unknown"


def _written(path: Path, case: Case) -> Path:
    path.write_text(case.model_dump_json(), encoding="utf-8")
    return path


@needs_processes
def test_ctrl_c_gives_the_best_award_so_far(tmp_path: Path) -> None:
    path = _written(tmp_path / "case.json", synthetic(30, 16, 24, seed=1))
    command = [sys.executable, "-m", "selector", "evaluate", str(path), "--gap", "0", "--out", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    eventually(lambda: process.pid in parents().values() or process.poll() is not None)  # it has begun to search
    time.sleep(3)  # whatever it holds by then is a fair outcome
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    award = read_award((tmp_path / "award.json").read_text(encoding="utf-8"))
    assert (process.returncode, award.status) in ((0, "feasible"), (4, "unknown"))
    assert award.certificate.limit == "stopped"
    assert out


def test_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    ran = run_here(monkeypatch, capfd, "check", TWO_BOARDS)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("No faults. Two boards: 2 buyers, 2 services, 4 lots")
    ran = run_here(monkeypatch, capfd, "check", TWO_BOARDS, "--json")
    assert json.loads(ran.out) == {"faults": []}
    broken = tmp_path / "case.json"
    broken.write_text(
        TWO_BOARDS.read_text(encoding="utf-8").replace('"population"', '"popluation"', 1), encoding="utf-8"
    )
    ran = run_here(monkeypatch, capfd, "check", broken, "--json")
    assert ran.code == 2
    assert "/buyers/0/popluation" in [fault["pointer"] for fault in json.loads(ran.out)["faults"]]


def test_verify(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    text = run_process("evaluate", TWO_BOARDS, "--json").out
    award = tmp_path / "award.json"
    award.write_text(text, encoding="utf-8")
    ran = run_here(monkeypatch, capfd, "verify", TWO_BOARDS, award)
    assert ran.code == 0
    assert "The award holds" in ran.out
    cost = json.loads(text)["totals"]["cost"]
    award.write_text(text.replace(f'"cost": "{cost}"', f'"cost": "{cost[:-1]}1"'), encoding="utf-8")
    ran = run_here(monkeypatch, capfd, "verify", TWO_BOARDS, award)
    assert ran.code == 1
    assert "totals.cost" in ran.out
    ran = run_here(monkeypatch, capfd, "verify", TWO_BOARDS, award, "--json")
    assert ran.code == 1
    assert json.loads(ran.out)["valid"] is False
    award.write_text("{}", encoding="utf-8")
    ran = run_here(monkeypatch, capfd, "verify", TWO_BOARDS, award)
    assert ran.code == 2
    assert "/status: is missing" in ran.err


def test_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    ran = run_here(monkeypatch, capfd, "example", "england-2013", tmp_path, "--area", "merseyside")
    assert ran.code == 0
    assert len(read_case((tmp_path / "case.json").read_bytes()).buyers) == 6
    ran = run_here(monkeypatch, capfd, "example", "england-2013", tmp_path, "--area", "Mersyside")
    assert ran.code == 2
    assert 'did you mean "Merseyside"' in ran.err
    ran = run_here(monkeypatch, capfd, "example", "wales-2013", tmp_path)
    assert ran.code == 2


def test_schema(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    ran = run_here(monkeypatch, capfd, "schema")
    assert ran.code == 0
    assert json.loads(ran.out) == Case.model_json_schema()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    ran = run_process("evaluate", TWO_BOARDS, "--out", tmp_path / "x")
    assert ran.code == 1
    assert "Traceback" not in ran.err


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    ran = run_process("evaluate", TWO_BOARDS, "--out", tmp_path / "x")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert str(tmp_path / "x") in ran.err


def test_names_are_printed_as_they_are(tmp_path: Path) -> None:
    case = one_service({"firm": {"a": 1}})
    bidder = case.bidders[0].model_copy(update={"name": "[red]Firm[/red] \N{RIGHT-TO-LEFT OVERRIDE}"})
    ran = run_process("evaluate", _written(tmp_path / "case.json", case.model_copy(update={"bidders": (bidder,)})))
    assert ran.code == 0
    assert "[red]Firm[/red]" in ran.out


def test_a_terminal_that_knows_few_letters() -> None:
    ran = run_process("evaluate", TWO_BOARDS, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert ran.code == 0
    assert "Cost, ?" in ran.out
    ran = run_process("evaluate", TWO_BOARDS, "--json", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert read_award(ran.out).status == "optimal"


def test_output_that_nobody_reads_to_its_end() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "selector", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()


def test_the_page_of_help_is_true() -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == cli_reference()
