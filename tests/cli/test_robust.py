"""``selector robust`` as a board or a script uses it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.robust import Robust
from selector import evaluate, read_case_file
from selector.files import write_case_file, write_text
from tests.cli.running import Ran, run_here
from tests.references.tender import offer, tender

BIDS = [
    offer("acme/a", 100, "a:it"),
    offer("acme/b", 100, "b:it"),
    offer("firm/a", 105, "a:it"),
    offer("third/b", 112, "b:it"),
]
PEOPLE = {"a": 100_000, "b": 100_000}
Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_case_file(tmp_path / "case.json", tender(PEOPLE, ["it"], BIDS))
    return tmp_path / "case.json"


def flowing(ran: Ran) -> str:
    return " ".join(ran.out.split())


def test_one_bidder_dearer(run: Run, path: Path) -> None:
    ran = run("robust", str(path), "--prices", "20")

    assert ran.code == 0
    assert "A bidder that turns out dearer asks 20 % more, and takes over 10 % fewer" in flowing(ran)
    assert "1 205.00 226.00 5.00 14.00 1" in flowing(ran)
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_curve_as_json(run: Run, path: Path) -> None:
    ran = run("robust", str(path), "--prices", "20", "--curve", "--json", "--workers", "1")
    found = Robust.model_validate_json(ran.out)

    assert ran.code == 0
    assert [each.budget for each in found.awards] == [0, 1]
    assert all(each.status == "optimal" for each in found.awards)


def test_several_budgets(run: Run, path: Path) -> None:
    ran = run("robust", str(path), "--budget", "2", "--budget", "1", "--json")

    assert [each.budget for each in Robust.model_validate_json(ran.out).awards] == [2, 1]


def test_a_limit_is_told(run: Run, path: Path, tmp_path: Path) -> None:
    write_text(tmp_path / "award.json", evaluate(read_case_file(path), isolated=False).to_json())
    ran = run("robust", str(path), str(tmp_path / "award.json"), "--time-limit", "0.001")

    assert ran.code == 0
    assert "of the best worst case there can be" in flowing(ran)


def test_scores_have_no_worst_case(run: Run, tmp_path: Path) -> None:
    case = tender(PEOPLE, ["it"], BIDS, objective={"mode": "ratio", "formula": "lowest_over_price"})
    write_case_file(tmp_path / "case.json", case)
    ran = run("robust", str(tmp_path / "case.json"))

    assert ran.code == 1
    assert "an objective in money" in " ".join(ran.err.split())


def test_a_case_without_an_award(run: Run, tmp_path: Path) -> None:
    case = tender(
        {"a": 1}, ["it"], BIDS[:1], bidders=[{"id": "acme", "name": "A", "kind": "private", "viability_floor": 9}]
    )
    write_case_file(tmp_path / "case.json", case)

    assert run("robust", str(tmp_path / "case.json")).code == 3


def test_at_most_is_never_rounded_down(run: Run, tmp_path: Path) -> None:
    """Of four bidders with a budget of two: 5/16."""
    bids = [offer(f"{name}/{name[0]}", 100, f"{name[0]}:it") for name in ("acme", "basil", "cedar", "dill")]
    write_case_file(tmp_path / "case.json", tender(dict.fromkeys("abcd", 100_000), ["it"], bids))

    assert "with a probability of at most 31.3 %" in flowing(
        run("robust", str(tmp_path / "case.json"), "--budget", "2")
    )
