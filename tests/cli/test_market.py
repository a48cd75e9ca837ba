"""``selector market`` as a board or a script uses it."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from models import AwardInvalid, Case, CaseInvalid, Fault
from models.market import SupplyMarket
from models.prospectus import Prospectus
from selector import evaluate
from selector.cli import market as command
from selector.decide.supply import market, prospectus
from selector.files import write_case_file, write_text
from tests.decide.supply.by_hand import CASE, DOCUMENT
from tests.decide.supply.planted import IN_PER_CENT, PLANTED, planted
from tests.references.tender import offer, tender

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command by itself: its exit code, and what it printed."""
    app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
    app.command()(command.command)
    monkeypatch.setenv("COLUMNS", "80")

    def ran(*arguments: object) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["market", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            app()
        return int(ended.value.code or 0), capfd.readouterr().out

    return ran


def written(folder: Path, case: Case) -> Path:
    write_case_file(folder / "case.json", case)
    return folder / "case.json"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path, CASE)


@pytest.fixture
def award(tmp_path: Path) -> Path:
    write_text(tmp_path / "award.json", evaluate(CASE, isolated=False).to_json())
    return tmp_path / "award.json"


def lines(text: str) -> list[str]:
    """What was printed, each line with single spaces."""
    return [" ".join(line.split()) for line in text.splitlines()]


def test_before_the_decision_it_tells_who_can_win(path: Path, run: Run) -> None:
    code, text = run(path)
    assert code == 0
    told = lines(text)
    assert "Payroll 3 3 1 1.7 2 1" in told
    assert "IT 3 2 1 1.3 2 2" in told
    assert "All lots - 2,933 2,267" in told
    assert "- Payroll for Birch CCG: Acme; 1 bidder barred" in told
    assert "- IT for Cedar CCG: Acme and the unit or the buyer itself" in told
    assert "- Acme and the unit: Acme 60 % (2 lots), The unit 40 % (3 lots)" in told
    assert any(line.startswith("- above 1,000 concentrated; above 2,000 highly concentrated (Comp") for line in told)
    assert "Award" not in " ".join(told)
    assert max(map(len, text.splitlines())) <= 80


def test_with_an_award_it_tells_what_that_makes_of_it(path: Path, award: Path, run: Run) -> None:
    code, text = run(path, award)
    assert code == 0
    told = lines(text)
    assert "All lots - 2,933 2,267 3,561" in told
    assert "The unit NHS unit 2 270,000 300,000 0 1" in told
    assert "Cedar CCG (in-house) - 0 11.7 0" in told
    code, text = run(path, award, "--json")
    assert (code, SupplyMarket.model_validate_json(text)) == (0, market(CASE, award=evaluate(CASE, isolated=False)))


def test_every_lot_is_listed_where_it_is_asked_for(path: Path, run: Run) -> None:
    told = lines(run(path, "--lots")[1])
    assert "Payroll Ash CCG 2 0" in told
    assert "Payroll Birch CCG 1 1" in told


def test_the_prospectus_is_another_document(path: Path, award: Path, run: Run) -> None:
    code, text = run(path, "--prospectus")
    assert code == 0
    told = lines(text)
    assert "Payroll 3 400,000 440,000 (3 of 3 lots)" in told
    assert "Payroll 4.0 2.0 50,000 25,027" in told
    assert "Before this is published: on 1 lot fewer than five people work, and what is told" in told
    assert "- Payroll: bought at scale; a provider serves 50,000 people at least, those" in told
    assert max(map(len, text.splitlines())) <= 80
    code, text = run(path, "--prospectus", "--json")
    assert (code, Prospectus.model_validate_json(text)) == (0, prospectus(CASE))
    assert run(path, award, "--prospectus") == (2, "")


def test_the_prospectus_tells_of_no_bid(tmp_path: Path, run: Run) -> None:
    path = written(tmp_path, planted())
    for options in ((), ("--json",), ("--lots",)):
        plain = run(path, "--prospectus", *options)[1].replace(",", "")
        assert "Upland" in plain
        assert [figure for figure in (*PLANTED, *IN_PER_CENT) if figure in plain] == []


def test_a_tender_without_bids_has_a_prospectus_and_no_market(tmp_path: Path, path: Path, run: Run) -> None:
    tender_path = tmp_path / "tender.json"
    tender_path.write_text(json.dumps({**json.loads(DOCUMENT), "bids": []}), encoding="utf-8")
    assert run(tender_path, "--prospectus") == run(path, "--prospectus")
    with pytest.raises(CaseInvalid, match="no bid covers it"):
        command.command(tender_path)
    tender_path.write_text(json.dumps({**json.loads(DOCUMENT), "bids": [], "date": "soon"}), encoding="utf-8")
    with pytest.raises(CaseInvalid, match="the case has 1 fault"):
        command.command(tender_path, for_suppliers=True)


def test_a_file_that_is_too_long_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tender_path = tmp_path / "tender.json"
    tender_path.write_text(json.dumps({**json.loads(DOCUMENT), "bids": []}), encoding="utf-8")
    monkeypatch.setattr(command, "content", lambda path: Fault("", f"{path} is larger than 1024 MiB"))
    with pytest.raises(CaseInvalid, match="no bid covers it"):
        command.command(tender_path, for_suppliers=True)


def test_the_award_has_to_be_one_of_the_case(tmp_path: Path, award: Path) -> None:
    other = written(tmp_path, CASE.model_copy(update={"name": "Another"}))
    with pytest.raises(AwardInvalid, match="1 fault"):
        command.command(other, award)


def test_a_case_without_an_award_has_its_market_all_the_same(tmp_path: Path, run: Run) -> None:
    service = {"id": "it", "name": "IT", "floor": 500}
    case = tender({"a": 100, "b": 100}, [service], [offer("acme/a", 1, "a:it"), offer("acme/b", 1, "b:it")])
    path = written(tmp_path, case)
    write_text(tmp_path / "none.json", evaluate(case, isolated=False).to_json())
    code, text = run(path, tmp_path / "none.json", "--json")
    answer = SupplyMarket.model_validate_json(text)
    assert (code, answer.award) == (0, "infeasible")
    assert {row.basis for row in answer.concentration} == {"lowest_price", "equal_chance"}
    code, text = run(path, tmp_path / "none.json")
    assert "- The evaluation that was given holds no award: infeasible." in lines(text)
