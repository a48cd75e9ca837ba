"""``selector stability`` as a board or a script uses it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.stability import Stability
from selector import evaluate, read_case_file
from selector.files import write_case_file, write_text
from tests.cli.running import Ran, run_here
from tests.references.tender import offer, tender

BIDS = [
    offer("cheap/a", 100, "a:it", scores={"q": 20}),
    offer("middle/a", 150, "a:it", scores={"q": 60}),
    offer("good/a", 300, "a:it", scores={"q": 90}),
]
OBJECTIVE = {"mode": "money_valued", "quality_value": "2.00"}
Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    case = tender({"a": 100_000}, ["it"], BIDS, criteria=[{"id": "q", "name": "Q"}], objective=OBJECTIVE)
    write_case_file(tmp_path / "case.json", case)
    return tmp_path / "case.json"


def flowing(ran: Ran) -> str:
    return " ".join(ran.out.split())


def test_ranges_map_and_samples(run: Run, path: Path) -> None:
    ran = run("stability", str(path), "--samples", "20")

    assert ran.code == 0
    assert "quality_value down £1.25 £1.25" in flowing(ran)
    assert "Below £1.25 another award is better, which moves 1 lot. Above £5.00 another" in flowing(ran)
    assert "Proven: at no weights is any other award better." in flowing(ran)
    assert "20 samples, seed 1: prices within 5 %, transfer shares within 10 %." in flowing(ran)
    assert max(map(len, ran.out.splitlines())) <= 80


def test_as_json(run: Run, path: Path) -> None:
    ran = run("stability", str(path), "--samples", "10", "--seed", "3", "--weights", "--json", "--workers", "1")
    found = Stability.model_validate_json(ran.out)

    assert ran.code == 0
    assert found.acceptability is not None
    assert (found.acceptability.seed, found.acceptability.examined) == (3, 10)
    assert not found.acceptability.prices
    assert found.acceptability.weights == ("cost", "quality_value")


def test_what_is_drawn_is_what_was_asked_for(run: Run, path: Path) -> None:
    ran = run("stability", str(path), "--samples", "5", "--volumes", "2.5", "--all")

    assert ran.code == 0
    assert "5 samples, seed 1: volumes within 2.5 %." in flowing(ran)


def test_an_award_that_is_known(run: Run, path: Path, tmp_path: Path) -> None:
    write_text(tmp_path / "award.json", evaluate(read_case_file(path), isolated=False).to_json())
    ran = run("stability", str(path), str(tmp_path / "award.json"), "--samples", "0")

    assert ran.code == 0
    assert "sample" not in ran.out


def test_a_case_without_an_award(run: Run, tmp_path: Path) -> None:
    case = tender(
        {"a": 1},
        ["it"],
        [offer("cheap/a", 100, "a:it")],
        bidders=[{"id": "cheap", "name": "C", "kind": "private", "viability_floor": 9}],
    )
    write_case_file(tmp_path / "case.json", case)
    ran = run("stability", str(tmp_path / "case.json"))

    assert ran.code == 3
    assert "No award keeps every rule of this case." in flowing(ran)


def test_an_award_of_another_case(run: Run, path: Path, tmp_path: Path) -> None:
    other = tender({"b": 1_000}, ["it"], [offer("cheap/b", 1, "b:it")])
    write_text(tmp_path / "award.json", evaluate(other, isolated=False).to_json())

    assert run("stability", str(path), str(tmp_path / "award.json")).code == 2


def test_a_limit_that_leaves_it_open(run: Run, path: Path, tmp_path: Path) -> None:
    write_text(tmp_path / "award.json", evaluate(read_case_file(path), isolated=False).to_json())
    ran = run("stability", str(path), str(tmp_path / "award.json"), "--time-limit", "0.001")

    assert ran.code == 4
    assert "nothing was found within the limits" in flowing(ran)
