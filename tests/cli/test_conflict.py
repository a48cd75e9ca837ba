"""``selector conflict``: why, what would mend it, and the mended case."""

import json
import shlex
from decimal import Decimal
from pathlib import Path

import pytest

from models import Case
from selector import evaluate, read_case_file, synthetic
from selector.cli.mending import mended_case
from selector.files import case_text, write_case_file
from tests.cli.conflicts import boards, repair
from tests.cli.running import Ran, run_here, run_process
from tests.references.small import one_service

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A case that two floors of 300,000 people leave without an award: its boards have 200,000."""
    found = tmp_path / "case.json"
    write_case_file(found, boards())
    return found


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> "Runner":
    """The command in this process."""
    return Runner(monkeypatch, capfd)


class Runner:
    """Runs commands in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capfd = monkeypatch, capfd

    def __call__(self, *arguments: str | Path) -> Ran:
        return run_here(self._monkeypatch, self._capfd, *arguments)


def test_why_and_the_command_it_prints(path: Path, run: "Runner") -> None:
    ran = run_process("conflict", path, COLUMNS="80")
    assert (ran.code, ran.err) == (3, "")
    for phrase in ("The 2 rules that cannot both hold", "viability[f0]", "viability[f1]", "1. ", "2. "):
        assert phrase in ran.out
    commands = [line.strip()[2:] for line in ran.out.splitlines() if line.strip().startswith("$ ")]
    assert len(commands) == 2
    awards = set()
    for command in commands:
        program, *arguments = shlex.split(command)
        assert program == "selector"
        assert run(*arguments).code == 0
        ran = run("evaluate", path.with_name("case-mended.json"), "--json")
        assert ran.code == 0
        award = json.loads(ran.out)
        awards.add(award["awards"][0]["bidder"])
    assert awards == {"f0", "f1"}


def test_the_readme_shows_what_is_printed(tmp_path: Path, run: "Runner", monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("## When there is no award")[2].partition("```text\n")[2].partition("```")[0]
    stated = '"population": 180000, "budget": {"2013-14": 265000}, "min_mean_quality": 66'
    assert stated.partition(",")[2] in readme
    boards = (ROOT / "examples" / "two-boards.json").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    Path("case.json").write_text(boards.replace('"population": 180000', stated), encoding="utf-8")
    printed = run("evaluate", "case.json").out
    pieces = [piece.strip("\n") for piece in shown.split("...\n")]
    assert len(pieces) == 2
    for piece in pieces:
        assert piece in printed


def test_json_is_the_conflict_of_award_json(path: Path, run: Runner) -> None:
    ran = run("conflict", path, "--json")
    assert ran.code == 3
    award = run("evaluate", path, "--json")
    assert award.code == 3
    assert json.loads(ran.out) == json.loads(award.out)["conflict"]
    assert [rule["rule"] for rule in json.loads(ran.out)["rules"]] == ["viability[f0]", "viability[f1]"]


def test_evaluate_says_why(path: Path, run: Runner) -> None:
    ran = run("evaluate", path)
    assert ran.code == 3
    assert ran.out.index("Infeasible") < ran.out.index("What cannot hold together") < ran.out.index("--choice 1")


def test_the_mended_case_says_what_was_done(path: Path, tmp_path: Path, run: Runner) -> None:
    case, target = read_case_file(path), tmp_path / "new" / "mended.json"
    first = json.loads(run("conflict", path, "--json").out)["repair"]
    ran = run("conflict", path, "--apply", target)
    assert ran.code == 0
    assert f"Written: {target}" in ran.err
    mended = read_case_file(target)
    assert case.sha256 in mended.notes
    for move in first["moves"]:
        assert move["sentence"] in mended.notes
    evaluation = evaluate(mended, isolated=False)
    assert evaluation.status == "optimal"
    assert evaluation.totals is not None
    assert evaluation.totals.cost <= Decimal(first["award"]["totals"]["cost"])
    assert mended.model_copy(update={"notes": "", "bidders": case.bidders}) == case
    assert [entry.name for entry in (tmp_path / "new").iterdir()] == ["mended.json"]


def test_a_note_never_makes_the_case_too_long() -> None:
    case = boards()
    (move,) = repair(case).moves
    for length in (0, 50_000, 99_790, 99_801, 100_000):
        before = case.model_copy(update={"notes": "x" * length})
        notes = mended_case(before, repair(case, moves=(move,) * 2000)).notes
        assert notes.startswith("x" * length)
        assert (before.sha256 in notes) == (length < 99_800)
        assert (" more." in notes) == (length < 99_800)
    assert move.sentence in mended_case(case, repair(case)).notes


@pytest.mark.parametrize("link", [False, True])
def test_the_case_is_never_written_over(path: Path, link: bool, run: Runner) -> None:
    before, target = path.read_bytes(), path
    if link:
        target = path.with_name("link.json")
        target.symlink_to(path)
    ran = run("conflict", path, "--apply", target)
    assert ran.code == 2
    assert "never written over" in " ".join(ran.err.split())
    assert path.read_bytes() == before


def test_a_choice_that_there_is_not(path: Path, tmp_path: Path, run: Runner) -> None:
    target = tmp_path / "mended.json"
    ran = run("conflict", path, "--apply", target, "--choice", "3")
    assert ran.code == 2
    assert "there is no choice 3: 2 repairs found" in ran.err
    assert run("conflict", path, "--apply", target, "--choice", "0").code == 2
    assert run("conflict", path, "--choice", "1").code == 2
    assert not target.exists()


def test_a_case_with_an_award(tmp_path: Path, run: Runner) -> None:
    path, target = tmp_path / "case.json", tmp_path / "mended.json"
    write_case_file(path, one_service({"firm": {"a": 1}}))
    ran = run("conflict", path, "--apply", target)
    assert ran.code == 0
    assert ran.out == "by hand has an award: all its rules can hold together.\n"
    assert "Nothing was written" in ran.err
    assert not target.exists()
    assert run("conflict", path, "--json") == Ran(0, "null\n", "")


def test_a_case_that_bids_alone_leave_without_an_award(tmp_path: Path, run: Runner) -> None:
    """Of two boards each is bid for in one of two alternatives only."""
    case = one_service({"firm": {"a": 1, "b": 1}})
    bids = [bid.model_copy(update={"exclusive_group": "either"}) for bid in case.bids]
    path, target = tmp_path / "case.json", tmp_path / "mended.json"
    write_case_file(path, case.model_copy(update={"bids": tuple(bids)}))
    ran = run("evaluate", path)
    assert ran.code == 3
    flat = " ".join(ran.out.split())
    assert "What cannot be awarded together" in flat
    assert 'alternatives to each other (group "either"), at most one can win.' in flat
    assert "No rule can be moved to mend it." in flat
    ran = run("conflict", path, "--apply", target)
    assert ran.code == 3
    assert "Nothing was written: no rule that is moved can mend the case." in ran.err
    assert not target.exists()
    document = json.loads(run("conflict", path, "--json").out)
    assert (document["rules"], document["minimal"], document["repair"]) == ([], True, None)
    assert document["mendable"] is False


def test_what_is_fixed_is_not_moved(path: Path, tmp_path: Path, run: Runner) -> None:
    ran = run("conflict", path, "--fixed", "viability[f0]", "--json")
    document = json.loads(ran.out)
    assert [move["rule"] for move in document["repair"]["moves"]] == ["viability[f1]"]
    assert document["alternatives"] == []
    target = tmp_path / "mended.json"
    ran = run("conflict", path, "--fixed", "viability[*]", "--apply", target)
    assert ran.code == 3
    assert "Proven: no move of the rules that may move gives this case an award." in " ".join(ran.out.split())
    assert "Nothing was written: no repair was found." in ran.err
    assert not target.exists()


def test_what_weighs_more_moves_later(path: Path, run: Runner) -> None:
    for dear, moved in (("f0", "f1"), ("f1", "f0")):
        ran = run("conflict", path, "--weight", f"viability[{dear}]=2.5", "--json")
        assert [move["rule"] for move in json.loads(ran.out)["repair"]["moves"]] == [f"viability[{moved}]"]
    ran = run("conflict", path, "--weight", "viability[f0]=2.5", "--repairs", "1")
    assert "conflict " in ran.out
    assert "--weight 'viability[f0]=2.5' --repairs 1 --apply" in ran.out


@pytest.mark.parametrize("weight", ["viability[f0]", "=2", "viability[f0]=", "viability[f0]=nan", "viability[f0]=-1"])
def test_a_weight_that_is_none(weight: str, path: Path, run: Runner) -> None:
    ran = run("conflict", path, "--weight", weight)
    assert (ran.code, ran.out) == (2, "")
    assert "--weight" in ran.err


@pytest.mark.parametrize("option", [("--fixed", "budget[nowhere, *]"), ("--weight", "budget[nowhere, *]=2")])
def test_a_pattern_of_nothing(option: tuple[str, str], path: Path, run: Runner) -> None:
    ran = run("conflict", path, *option)
    assert (ran.code, ran.out) == (2, "")
    assert "budget[nowhere, *]" in ran.err


def test_nothing_found_within_the_limit(tmp_path: Path, run: Runner) -> None:
    path = tmp_path / "case.json"
    write_case_file(path, synthetic(20, 16, 20, seed=1))
    ran = run("conflict", path, "--time-limit", "0.01")
    assert ran.code == 4
    assert "Unknown" in ran.out


@pytest.mark.parametrize("case", [boards(), synthetic(3, 5, 6, seed=4)], ids=["by hand", "synthetic"])
def test_the_text_of_a_case_is_the_case(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    write_case_file(path, case)
    assert path.read_text(encoding="utf-8") == case_text(case)
    assert read_case_file(path) == case
