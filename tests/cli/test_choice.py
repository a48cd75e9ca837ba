"""``selector choice`` as a board or a script uses it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from models import Case, Choice, Evaluation
from selector import evaluate
from selector.decide.choice.question import SMALL_POOL
from selector.files import write_case_file, write_text
from tests.cli.running import Ran, run_here, run_process
from tests.decide.choice.by_hand import CASE
from tests.references.tender import offer, tender

Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path, CASE)


def written(folder: Path, case: Case) -> Path:
    write_case_file(folder / "case.json", case)
    return folder / "case.json"


def flowing(ran: Ran) -> str:
    """What was printed, with every break of a line taken out."""
    return " ".join(ran.out.split())


def test_it_tells_of_each_buyer(path: Path) -> None:
    ran = run_process("choice", path)
    assert (ran.code, ran.err) == (0, "")
    assert "Its charges less discounts, £4,500.00, are shared by volume." in flowing(ran)
    assert "- Ash CCG would gain £3,000.00 by buying alone." in ran.out
    assert "- Birch CCG would pay £23,000.00 more alone." in ran.out
    assert "Of 3 coalitions of 2 buyers, 1 would gain, or may, the greatest gains first:" in flowing(ran)
    assert re.search(r"Ash CCG +101,000 +1,000 +60\.00 +0 +71,000\n", re.sub(r" +\n", "\n", ran.out))
    assert re.search(r"Ash CCG +Payroll +Acme +Brook +2,000", ran.out)
    assert "of 3 buyers 1 values by weights of its own, 2 value as the board does." in flowing(ran)
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_json_is_the_answer(path: Path, run: Run) -> None:
    ran = run("choice", path, "--json", "--shares", "shapley", "--coalitions", "3")
    answer = Choice.model_validate_json(ran.out)
    assert (ran.code, answer.shares, answer.coalitions.most, answer.coalitions.number) == (0, "shapley", 3, 4)
    assert [row.buyers for row in answer.coalitions.blocking] == [("ash", "cedar")]


def test_an_award_that_is_known_is_not_looked_for_again(path: Path, tmp_path: Path, run: Run) -> None:
    award = tmp_path / "award.json"
    write_text(award, evaluate(CASE, isolated=False).to_json())
    ran = run("choice", path, award, "--json", "--coalitions", "1")
    assert Choice.model_validate_json(ran.out).best.certificate == _certificate(award)
    other = written(tmp_path, CASE.model_copy(update={"name": "Another"}))
    ran = run("choice", other, award)
    assert ran.code == 2
    assert "the award has 1 fault" in ran.err


def _certificate(award: Path) -> object:
    return Evaluation.model_validate_json(award.read_text(encoding="utf-8")).certificate


def test_who_cannot_buy_alone_is_told_why(tmp_path: Path, run: Run) -> None:
    case = tender({"a": 100, "b": 100}, ["it"], [offer("acme/ab", 100, "a:it", "b:it"), offer("acme/b", 60, "b:it")])
    ran = run("choice", written(tmp_path, case))
    assert ran.code == 0
    assert "- A cannot buy alone: no bid that is for nobody else can be accepted for IT." in ran.out
    assert "- B would pay £10.00 more alone." in ran.out
    floors = case_with_floor()
    ran = run("choice", written(tmp_path, floors))
    assert ran.code == 0
    assert "A cannot buy alone: these rules leave no award of its own: IT: each provider must have" in flowing(ran)


def case_with_floor() -> Case:
    service = {"id": "it", "name": "IT", "floor": 150}
    return tender({"a": 100, "b": 100}, [service], [offer("acme/a", 1, "a:it"), offer("acme/b", 1, "b:it")])


def test_no_award_is_an_outcome(tmp_path: Path, run: Run) -> None:
    service = {"id": "it", "name": "IT", "floor": 500}
    case = tender({"a": 100, "b": 100}, [service], [offer("acme/a", 1, "a:it"), offer("acme/b", 1, "b:it")])
    ran = run("choice", written(tmp_path, case))
    assert (ran.code, "Why, tells: selector conflict CASE" in flowing(ran)) == (3, True)
    answer = json.loads(run("choice", written(tmp_path, case), "--json").out)
    assert (answer["buyers"], answer["best"]["status"]) == ([], "infeasible")


@pytest.mark.deep
def test_a_pool_too_large_for_the_question_is_refused_in_a_sentence(tmp_path: Path, run: Run) -> None:
    people = {f"b{at}": 100 for at in range(20)}
    bidder = {"id": "acme", "name": "Acme", "kind": "private", "viability_floor": 0, "setup": {"it": 5}}
    case = tender(people, ["it"], [offer(f"acme/{name}", 1, f"{name}:it") for name in people], bidders=[bidder])
    path = written(tmp_path, case)
    ran = run("choice", path, "--coalitions", "20")
    assert (ran.code, "1,048,555" in ran.err, "ask for smaller ones" in ran.err) == (1, True, True)
    ran = run("choice", path, "--shares", "nucleolus")
    assert (ran.code, "this pool has 20; ask for shares by volume" in flowing_err(ran)) == (1, True)
    ran = run("choice", path, "--json", "--shares", "shapley", "--workers", "1")
    answer = Choice.model_validate_json(ran.out)
    assert (len(people) > SMALL_POOL, answer.coalitions.most, answer.coalitions.number) == (True, 1, 0)
    assert {str(row.award.charges) for row in answer.buyers} == {"0.25"}


def flowing_err(ran: Ran) -> str:
    return " ".join(ran.err.split())
