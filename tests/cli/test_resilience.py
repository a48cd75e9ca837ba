"""``selector resilience`` as a board or a script uses it."""

import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from rich.console import Console

from models import Anew, Difference
from selector import Resilience, evaluate, resilience
from selector.cli.resilience_tables import print_resilience
from selector.files import write_case_file, write_text
from tests.cli.running import Ran, run_here
from tests.references.tender import offer, supplier, tender

PEOPLE = {"north": 200_000, "south": 100_000}
BIDS = [
    offer("firm/n", 80, "north:it"),
    offer("csu/s", 90, "south:it"),
    offer("csu/n", 100, "north:it"),
    offer("third/n", 120, "north:it"),
]
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


def test_what_each_failure_costs(run: Run, path: Path) -> None:
    ran = run("resilience", str(path))

    assert ran.code == 0
    told = flowing(ran)
    assert "The worst single failure is that of Csu." in told
    assert "1 failure of 2 leaves lots without a supplier: that of Csu." in told
    assert "For 1 lot nobody but the winner has a bid that may be accepted." in told
    assert "Firm 1 0 0 20.00 20.00" in told
    assert "Its lot goes to Csu (1). Every rule is kept. It is £20.00 worse (money-valued)." in told
    assert "What it would take to cover the lots that stay uncovered is in no figure." in told
    assert max(map(len, ran.out.splitlines())) <= 80


def test_as_json(run: Run, path: Path) -> None:
    ran = run("resilience", str(path), "--json")
    found = Resilience.model_validate_json(ran.out)

    assert (ran.code, found.worst, found.by_extra, found.by_people) == (0, ("csu",), ("firm",), ("csu",))
    assert [each.outcome for each in found.failures] == ["uncovered", "kept"]


def test_pairs_and_who_is_freed(run: Run, path: Path) -> None:
    ran = run("resilience", str(path), "--pairs", "--free", "csu", "--json")
    found = Resilience.model_validate_json(ran.out)

    assert ran.code == 0
    assert [each.bidders for each in found.failures] == [("csu",), ("firm",), ("firm", "csu")]
    assert found.freed == ("csu",)
    assert [each.to_bid for each in found.failures[2].handovers] == ["third/n"]


def test_one_bidder_and_an_award_that_is_known(run: Run, path: Path, tmp_path: Path) -> None:
    award = evaluate(tender(PEOPLE, ["it"], BIDS), isolated=False)
    write_text(tmp_path / "award.json", award.to_json())
    ran = run("resilience", str(path), str(tmp_path / "award.json"), "--bidder", "firm", "--free-all")

    assert ran.code == 0
    assert "Csu" in ran.out
    assert "If it fails" in ran.out
    assert "The worst single failure is that of Firm." in flowing(ran)


def test_who_is_no_bidder(run: Run, path: Path) -> None:
    ran = run("resilience", str(path), "--bidder", "nobody")

    assert ran.code == 2
    assert "there is no bidder" in ran.err
    assert "Traceback" not in ran.err


def test_a_case_without_an_award(run: Run, tmp_path: Path) -> None:
    full = [supplier(name, capacity={"it": 1}) for name in ("firm", "csu", "third")]
    write_case_file(tmp_path / "case.json", tender(PEOPLE, ["it"], BIDS, bidders=full))
    ran = run("resilience", str(tmp_path / "case.json"))

    assert ran.code == 3
    assert "No award keeps every rule of this case." in flowing(ran)


def test_a_limit_that_is_too_short(run: Run, path: Path, tmp_path: Path) -> None:
    award = evaluate(tender(PEOPLE, ["it"], BIDS), isolated=False)
    write_text(tmp_path / "award.json", award.to_json())
    ran = run("resilience", str(path), str(tmp_path / "award.json"), "--time-limit", "0.001")

    assert ran.code == 4
    assert "Open, for want of time:" in flowing(ran)


def test_an_interval_leaves_room_for_names() -> None:
    case = tender(PEOPLE, ["it"], BIDS, bidders=[supplier("firm") | {"name": "Northern Example Services"}])
    found = resilience(case, isolated=False)
    interval = Difference(objective="money_valued", at_least=Decimal("16045195.61"), at_most=Decimal("16132959.69"))
    anew = Anew(status="feasible", levels=(interval,))
    failures = tuple(each.model_copy(update={"anew": anew}) for each in found.failures)
    console = Console(width=80, file=io.StringIO(), record=True)

    print_resilience(console, case, found.model_copy(update={"failures": failures}), every_lot=False)

    (row,) = (line for line in console.export_text().splitlines() if "from 16,045,195.61" in line and "North" in line)
    assert "Northern Exa" in row
