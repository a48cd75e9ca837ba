"""``selector ties`` as a board or a script uses it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from models.ties import NearTies
from selector import evaluate
from selector.files import write_case_file, write_text
from tests.cli.running import Ran, run_here
from tests.references.tender import offer, tender

BIDS = [offer("acme/a", 1_000, "a:it"), offer("firm/a", 1_000, "a:it"), offer("third/a", 1_005, "a:it")]
Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_case_file(tmp_path / "case.json", tender({"a": 100_000}, ["it"], BIDS))
    return tmp_path / "case.json"


def flowing(ran: Ran) -> str:
    return " ".join(ran.out.split())


def test_an_equal_award_and_one_near_it(run: Run, path: Path) -> None:
    ran = run("ties", str(path), "--within", "1000")

    assert ran.code == 0
    assert "1 equal +0.00" in flowing(ran)
    assert "1 lot from " in flowing(ran)
    assert "Proven: no further award is within £1,000.00 of it." in flowing(ran)


def test_as_json(run: Run, path: Path) -> None:
    ran = run("ties", str(path), "--json")
    found = NearTies.model_validate_json(ran.out)

    assert (ran.code, found.ties, found.complete, len(found.awards)) == (0, "found", True, 1)
    assert found.awards[0].equal
    assert found.beyond is not None
    assert found.beyond > 0


def test_at_most_so_many(run: Run, path: Path) -> None:
    ran = run("ties", str(path), "--within", "1000", "--most", "1")

    assert ran.code == 0
    assert "There may be more than this 1 award." in flowing(ran)


def test_an_award_that_is_known(run: Run, path: Path, tmp_path: Path) -> None:
    write_text(tmp_path / "award.json", evaluate(tender({"a": 100_000}, ["it"], BIDS), isolated=False).to_json())

    assert run("ties", str(path), str(tmp_path / "award.json")).code == 0


def test_without_any_award(run: Run, tmp_path: Path) -> None:
    case = tender({"a": 100_000}, ["it"], BIDS)
    buyers = tuple(each.model_copy(update={"budget": {"2013-14": Decimal(1)}}) for each in case.buyers)
    write_case_file(tmp_path / "case.json", case.model_copy(update={"buyers": buyers}))
    ran = run("ties", str(tmp_path / "case.json"))

    assert ran.code == 3
    assert "No award keeps every rule of this case" in flowing(ran)
