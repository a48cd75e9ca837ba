"""``selector explain`` as a board or a script uses it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from models import Explanation
from selector import evaluate
from selector.files import write_case_file, write_text
from tests.cli.running import Ran, run_here
from tests.references.tender import offer, tender

BIDS = [offer("acme/a", 1_000, "a:it"), offer("firm/a", 1_200, "a:it"), offer("third/a", 1_500, "a:it")]
EXCLUDED = [{"id": "x", "bid": "third/a", "reason": "It came too late."}]
Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_case_file(tmp_path / "case.json", tender({"a": 100_000}, ["it"], BIDS, exclusions=EXCLUDED))
    return tmp_path / "case.json"


@pytest.fixture
def award(path: Path) -> Path:
    case = tender({"a": 100_000}, ["it"], BIDS, exclusions=EXCLUDED)
    write_text(path.with_name("award.json"), evaluate(case, isolated=False).to_json())
    return path.with_name("award.json")


def flowing(ran: Ran) -> str:
    return " ".join(ran.out.split())


def test_losing_and_winning_bids(run: Run, path: Path) -> None:
    ran = run("explain", str(path))

    assert ran.code == 0
    assert "firm/a 1,200.00 1,000.00" in flowing(ran)
    assert "It wins at £1,000.00 a year, £200.00 a year less." in flowing(ran)
    assert "It wins at up to £1,200.00 a year, £200.00 a year more." in flowing(ran)
    assert "1 bid may not be accepted:" in flowing(ran)
    assert "It came too late." in flowing(ran)
    assert all(len(line) <= 80 for line in ran.out.splitlines())


def test_an_award_that_is_known(run: Run, path: Path, award: Path) -> None:
    assert run("explain", str(path), str(award)).code == 0


def test_as_json_of_one_bidder(run: Run, path: Path) -> None:
    ran = run("explain", str(path), "--bidder", "firm", "--json")
    found = Explanation.model_validate_json(ran.out)

    assert (ran.code, [each.bid for each in found.losing], found.winning) == (0, ["firm/a"], ())
    assert found.losing[0].winning_price is not None
    assert found.losing[0].winning_price.at_least == Decimal(1_000)


def test_a_bidder_that_there_is_not(run: Run, path: Path) -> None:
    ran = run("explain", str(path), "--bidder", "frim")

    assert ran.code == 2
    assert 'there is no bidder "frim" (did you mean "firm"?)' in ran.err


def test_letters_are_written_a_file_each(run: Run, path: Path, tmp_path: Path) -> None:
    ran = run("explain", str(path), "--letters", str(tmp_path / "letters"), "--standstill-ends", "2013-04-11")

    assert ran.code == 0
    assert sorted(each.name for each in (tmp_path / "letters").iterdir()) == ["001-firm.md", "002-third.md"]
    text = (tmp_path / "letters" / "001-firm.md").read_text(encoding="utf-8")
    assert "Thursday 11 April 2013" in text
    assert "1,000" not in text
    assert "2 letters written to" in ran.err


def test_a_day_that_is_none(run: Run, path: Path) -> None:
    assert run("explain", str(path), "--standstill-ends", "soon").code == 2


def test_without_any_award(run: Run, tmp_path: Path) -> None:
    case = tender({"a": 100_000}, ["it"], BIDS, places={"a": {"budget": {"2013-14": 1}}})
    write_case_file(tmp_path / "case.json", case)
    ran = run("explain", str(tmp_path / "case.json"))

    assert ran.code == 3
    assert "No award keeps every rule of this case" in flowing(ran)


def test_where_the_time_is_up(run: Run, path: Path, award: Path) -> None:
    ran = run("explain", str(path), str(award), "--time-limit", "0.001")

    assert ran.code == 4
    assert "Of 2 bids nothing was found within the limits." in flowing(ran)
