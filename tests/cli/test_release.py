"""``selector release``: from files to a file."""

import json
from pathlib import Path
from typing import Any

import pytest

from selector import evaluate, read_case
from selector.files.ocds import read_package
from tests.cli.running import Ran, run_here
from tests.files.ocds.packages import EXAMPLE, package
from tests.files.ocds.standard import validate_package

TWO_BOARDS = EXAMPLE.with_name("two-boards.json")
TIME = "2014-02-03T12:00:00Z"


@pytest.fixture
def award(tmp_path: Path) -> Path:
    """The award of the example package."""
    path = tmp_path / "award.json"
    path.write_text(evaluate(read_package(package()).case).to_json(), encoding="utf-8")
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Any:
    """Runs ``selector release`` with some arguments."""

    def release(*arguments: str | Path) -> Ran:
        return run_here(monkeypatch, capfd, "release", *arguments)

    return release


def test_a_package_and_its_award(run: Any, award: Path, tmp_path: Path) -> None:
    ran = run(EXAMPLE, award, "--date", TIME)
    assert (ran.code, ran.err) == (0, "")
    written = json.loads(ran.out)
    assert written["releases"][0]["ocid"] == "ocds-zzzzzz-two-lots"
    assert written["releases"][0]["date"] == "2014-02-03T12:00:00+00:00"
    file = tmp_path / "release.json"
    assert run(EXAMPLE, award, "--date", TIME, "--out", file).out == ""
    assert file.read_text(encoding="utf-8") == ran.out
    validate_package(written)


def test_a_case_with_the_package_it_came_from(run: Any, award: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.json"
    case.write_text(read_package(package()).case.model_dump_json(), encoding="utf-8")
    straight = run(EXAMPLE, award, "--date", TIME).out
    assert run(case, award, "--package", EXAMPLE, "--date", TIME).out == straight


def test_a_case_of_its_own_needs_an_ocid(run: Any, tmp_path: Path) -> None:
    award = tmp_path / "award.json"
    award.write_text(evaluate(read_case(TWO_BOARDS.read_bytes())).to_json(), encoding="utf-8")
    ran = run(TWO_BOARDS, award)
    assert ran.code == 2
    assert "name the ocid" in " ".join(ran.err.split())
    ran = run(TWO_BOARDS, award, "--ocid", "ocds-zzzzzz-7", "--extension", "https://board.example/extension.json")
    assert ran.code == 0
    written = json.loads(ran.out)
    assert written["releases"][0]["ocid"] == "ocds-zzzzzz-7"
    assert written["extensions"][-1] == "https://board.example/extension.json"


def test_an_award_of_another_case_is_refused(run: Any, award: Path) -> None:
    ran = run(TWO_BOARDS, award, "--ocid", "ocds-zzzzzz-7")
    assert ran.code == 2
    assert ran.out == ""
    assert "another case" in ran.err or "case" in ran.err


def test_faults_of_the_package_are_told(run: Any, award: Path, tmp_path: Path) -> None:
    broken = package()
    broken["releases"][2]["bids"]["details"][0]["status"] = "pending"
    path = tmp_path / "package.json"
    path.write_text(json.dumps(broken, default=float), encoding="utf-8")
    ran = run(path, award)
    assert ran.code == 2
    assert "/releases/2/bids/details/0/status: is not yet opened" in ran.err
    assert "no file" in run(EXAMPLE, award, "--package", tmp_path / "none.json").err.lower()
    assert "is not OCDS" in run(EXAMPLE, award, "--package", TWO_BOARDS).err


def test_a_date_that_is_none(run: Any, award: Path) -> None:
    ran = run(EXAMPLE, award, "--date", "tomorrow")
    assert ran.code == 2
    assert "tomorrow is not a date" in " ".join(ran.err.split())
