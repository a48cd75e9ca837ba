"""``selector compare``, and scenarios with ``evaluate``, ``verify`` and ``conflict``, as a board or a script uses them."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from rich.console import Console

from models import Case, Comparison, read_award
from selector import ScenarioSign, Sign, under
from selector.cli import compare_live
from selector.files import read_case_file, write_case_file
from tests.api.cases import knot
from tests.cli.running import Ran, run_here, run_process
from tests.compare.cases import CLASH, DEARER, FAULTY, ONE, PEOPLE, board
from tests.references.tender import offer, tender

Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "case.json", board(DEARER, CLASH, FAULTY))


def written(path: Path, case: Case) -> Path:
    write_case_file(path, case)
    return path


def flowing(ran: Ran) -> str:
    """What was printed, with every break of a line taken out."""
    return " ".join(ran.out.split())


def test_it_prints_scenarios_side_by_side(path: Path) -> None:
    ran = run_process("compare", path)
    assert (ran.code, ran.err) == (0, "")
    text = flowing(ran)
    assert "- as-stated: Proven the best to the last figure." in ran.out
    assert "clash: No award keeps every rule." in text
    assert "faulty: The scenario does not fit the case: /scenarios/2/patch: leaves" in text
    assert "as-stated 170 0 dearer 190 0" in text
    assert "as-stated 53.333 2 1 dearer 60.000 1 2" in text
    assert "dearer +20 +0 +6.667 -1 1" in text
    assert "dearer: money-valued +£20.00 against as-stated, proven of the best possible awards." in text
    assert "as-stated 2 / 2.5 0 2 of 2 1 100 % 10,000" in text
    assert "IT North Firm Csu" in text
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_json_is_the_answer_and_out_holds_it(path: Path, tmp_path: Path, run: Run) -> None:
    target = tmp_path / "comparison.json"
    ran = run("compare", path, "--scenarios", "dearer, all-nhs", "--baseline", "dearer", "--json", "--out", target)
    assert ran.code == 0
    answer = Comparison.model_validate_json(ran.out)
    assert answer.to_json() == ran.out == target.read_text()
    assert [each.scenario for each in answer.scenarios] == ["as-stated", "dearer", "all-nhs"]
    assert answer.baseline == "dearer"
    ran = run("compare", path, "--scenarios", "dearer", "--out", target)
    assert f"Written: {target}" in ran.err


@pytest.mark.deep
def test_built_in_scenarios_and_mergers(tmp_path: Path, run: Run) -> None:
    ran = run("compare", written(tmp_path / "case.json", board()))
    assert ran.code == 0
    assert "in-house: Proven the best to the last figure. 2 lots fall short of it." in flowing(ran)
    ran = run("compare", written(tmp_path / "case.json", board(ONE, DEARER)), "--baseline", "one")
    assert "dearer +20 +0 +6.667 +1 0" in flowing(ran)


@pytest.mark.deep
def test_staff_as_the_measure_of_disruption(tmp_path: Path, run: Run) -> None:
    ran = run("compare", written(tmp_path / "case.json", board(DEARER, objective={"disruption": "staff"})))
    assert "WTE moved" in ran.out


def test_soft_rules_that_are_broken(tmp_path: Path, run: Run) -> None:
    rule = {"id": "few", "metric": "lots", "bidders": {"ids": ["firm"]}, "sense": "at_most", "limit": 1, "penalty": 5}
    ran = run("compare", written(tmp_path / "case.json", board(DEARER, rules=[rule])))
    text = flowing(ran)
    assert "Penalty, £" in text
    assert "as-stated breaks rule[few]:" in text
    assert "Broken" in text


@pytest.mark.deep
def test_many_lots_are_listed_on_demand(tmp_path: Path, run: Run) -> None:
    people = {f"n{position:02d}": 1000 for position in range(30)}
    bids = [
        offer(f"{firm}/{name}", price, f"{name}:it") for name in people for firm, price in (("acme", 1), ("bell", 2))
    ]
    gone = {"id": "gone", "name": "Gone", "patch": {"bids": {f"acme/{name}": None for name in people}}}
    path = written(tmp_path / "case.json", tender(people, ["it"], bids, scenarios=[gone]))
    short, long = run("compare", path), run("compare", path, "--lots")
    assert "N29" not in short.out
    assert "N29" in long.out


@pytest.mark.deep
def test_a_baseline_that_does_not_fit(path: Path, run: Run) -> None:
    ran = run("compare", path, "--baseline", "faulty")
    assert ran.code == 0
    assert "Nothing is held against faulty, which has no award." in flowing(ran)


def test_a_terminal_has_a_line_for_each_scenario(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(compare_live, "err", Console(file=shown, force_terminal=True, width=100))
    sign = Sign("money_valued", 1.0, Decimal("1234.5"), Decimal(1200), 0.0279)
    with compare_live.live_scenarios() as tell:
        tell(ScenarioSign("as-stated", None))
        tell(ScenarioSign("as-stated", sign))
        tell(ScenarioSign("all-nhs", None))
        tell(ScenarioSign("all-nhs", None, done=True))
    text = shown.getvalue()
    assert "as-stated" in text
    assert "all-nhs" in text
    assert "money-valued  best 1,234.50  gap 2.7900%" in text


def test_exit_codes(path: Path, tmp_path: Path, run: Run) -> None:
    buyers = [
        {"id": name, "name": name.title(), "population": people, "vetoes": ["csu", "firm"] if name == "north" else []}
        for name, people in PEOPLE.items()
    ]
    bad = board(FAULTY, buyers=buyers)
    ran = run("compare", written(tmp_path / "bad.json", bad))
    assert ran.code == 3
    ran = run("compare", path, "--time-limit", "0.001")
    assert ran.code == 4
    ran = run("compare", path, "--scenarios", "dearest")
    assert (ran.code, ran.out) == (2, "")
    assert 'error: there is no scenario "dearest" (did you mean "dearer"?)' in ran.err
    ran = run("compare", written(tmp_path / "kept.json", board({**DEARER, "id": "all-nhs"})))
    assert ran.code == 2
    assert '/scenarios/0/id: "all-nhs" is the name of a built-in scenario: choose another' in ran.err
    for arguments in ((tmp_path / "none.json",), (path, "--workers", "0"), (path, "--gap", "2")):
        ran = run("compare", *arguments)
        assert ran.code == 2
        assert "Traceback" not in ran.err


def test_evaluate_under_a_scenario_and_verify(path: Path, tmp_path: Path, run: Run) -> None:
    ran = run("evaluate", path, "--scenario", "dearer", "--out", tmp_path, "--json")
    assert ran.code == 0
    award = tmp_path / "award.json"
    evaluation = read_award(award.read_bytes())
    assert evaluation.provenance.scenario == "dearer"
    assert evaluation.provenance.case_sha256 == under(read_case_file(path), "dearer").sha256
    assert evaluation.totals is not None
    assert evaluation.totals.cost == 190
    ran = run("verify", path, award)
    assert (ran.code, "The award holds" in ran.out) == (0, True)
    other = written(tmp_path / "other.json", board())
    ran = run("verify", other, award)
    assert (ran.code, ran.out) == (2, "")
    assert 'there is no scenario "dearer"' in ran.err
    document = json.loads(award.read_text())
    document["provenance"]["scenario"] = None
    award.write_text(json.dumps(document))
    ran = run("verify", path, award)
    assert ran.code == 1
    assert "The award is of another case" in flowing(ran)


def test_evaluate_under_a_built_in_scenario(path: Path, run: Run) -> None:
    ran = run("evaluate", path, "--scenario", "all-nhs", "--json")
    assert read_award(ran.out).provenance.scenario == "all-nhs"
    assert read_award(run("evaluate", path, "--scenario", "as-stated", "--json").out).provenance.scenario is None
    ran = run("evaluate", path, "--scenario", "faulty")
    assert ran.code == 2
    assert "/scenarios/2/patch: leaves /bids/firm~1n/bidder at fault" in ran.err


def test_a_scenario_without_an_award_can_be_mended(path: Path, tmp_path: Path, run: Run) -> None:
    ran = run("evaluate", path, "--scenario", "clash")
    assert ran.code == 3
    assert "selector conflict" in ran.out
    assert "--scenario clash" in ran.out
    mended = tmp_path / "mended.json"
    ran = run("conflict", path, "--scenario", "clash", "--apply", mended)
    assert ran.code == 0
    assert run("evaluate", mended).code == 0


def children(process: int) -> set[int]:
    """The processes that this one has started and that still run."""
    found = set()
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            status = (entry / "stat").read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if status[1] == str(process):
            found.add(int(entry.name))
    return found


def test_ctrl_c_gives_what_there_is_and_leaves_no_process(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(knot())
    command = [
        sys.executable,
        "-m",
        "selector",
        "compare",
        str(path),
        "--scenarios",
        "cheapest",
        "--workers",
        "2",
        "--json",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        try:
            waited = time.monotonic() + 60
            while len(searching := children(running.pid)) < 2 and time.monotonic() < waited:
                time.sleep(0.1)
            assert len(searching) == 2
            running.send_signal(signal.SIGINT)
            out, err = running.communicate(timeout=60)
        finally:
            running.kill()
    assert (running.returncode, err) == (4, "")
    answer = Comparison.model_validate_json(out)
    assert [each.sentence for each in answer.scenarios] == ["No award was found: it was stopped."] * 2
    for process in searching:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
