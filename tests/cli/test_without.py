"""``selector without`` as a board or a script uses it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models import Case, Without
from selector import evaluate
from selector.files import write_case_file, write_text
from tests.cli.running import Ran, run_here, run_process
from tests.references.tender import offer, tender

BIDS = [
    offer("acme/a", 1_000, "a:it"),
    offer("firm/b", 1_200, "b:it"),
    offer("firm/both", 2_100, "a:it", "b:it"),
]
Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


@pytest.fixture
def case() -> Case:
    return tender({"a": 100_000, "b": 100_000}, ["it"], BIDS)


@pytest.fixture
def path(case: Case, tmp_path: Path) -> Path:
    write_case_file(tmp_path / "case.json", case)
    return tmp_path / "case.json"


def flowing(ran: Ran) -> str:
    """What was printed, with every break of a line taken out."""
    return " ".join(ran.out.split())


def changed(path: Path, case: Case, **update: Any) -> Path:
    write_case_file(path, case.model_copy(update=update))
    return path


def test_it_tells_of_each_package_that_wins(path: Path) -> None:
    ran = run_process("without", path)
    assert (ran.code, ran.err) == (0, "")
    assert "The best award, with every bid:\n- Money-valued: £2,100.00, and no award can do better." in ran.out
    assert "By, £" in ran.out
    assert "Without it the best award is £100.00 worse (money-valued)." in flowing(ran)
    assert "Its lots go to Acme (1), Firm (1)." in flowing(ran)
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_json_is_the_answer(path: Path, run: Run) -> None:
    ran = run("without", path, "acme/a", "firm/both", "--json")
    assert ran.code == 0
    answer = Without.model_validate_json(ran.out)
    assert answer.to_json() == ran.out
    assert [(each.bid, each.accepted) for each in answer.bids] == [("acme/a", False), ("firm/both", True)]
    assert answer.bids[1].levels[0].at_least == Decimal(100)


def test_an_award_found_before_is_taken(path: Path, case: Case, tmp_path: Path, run: Run) -> None:
    award = tmp_path / "award.json"
    evaluation = evaluate(case, isolated=False)
    write_text(award, evaluation.to_json())
    ran = run("without", path, "--award", award, "--json")
    assert ran.code == 0
    assert Without.model_validate_json(ran.out).best.certificate == evaluation.certificate
    other = changed(tmp_path / "other.json", case, name="Another")
    ran = run("without", other, "--award", award)
    assert (ran.code, ran.out) == (2, "")
    assert "The award is of another case" in ran.err


def test_no_package_wins(case: Case, tmp_path: Path, run: Run) -> None:
    ran = run("without", changed(tmp_path / "case.json", case, bids=case.bids[:2]))
    assert ran.code == 0
    assert "It accepts no package." in ran.out


def test_without_it_there_is_no_award(case: Case, tmp_path: Path, run: Run) -> None:
    path = changed(tmp_path / "case.json", case, bids=case.bids[:2])
    ran = run("without", path, "firm/b")
    assert ran.code == 0
    assert "no award" in ran.out
    assert "Without it no award keeps every rule. No other bid can be accepted for IT for B." in flowing(ran)


def test_there_is_no_award_at_all(case: Case, tmp_path: Path, run: Run) -> None:
    (a, b) = case.buyers
    path = changed(tmp_path / "case.json", case, buyers=(a.model_copy(update={"vetoes": ("acme", "firm")}), b))
    ran = run("without", path, "firm/b")
    assert ran.code == 3
    assert "No award keeps every rule of this case, with every bid in it." in ran.out


def test_no_time(path: Path, case: Case, tmp_path: Path, run: Run) -> None:
    award = tmp_path / "award.json"
    write_text(award, evaluate(case, isolated=False).to_json())
    ran = run("without", path, "firm/both", "--award", award, "--time-limit", "0.001")
    assert ran.code == 4
    assert "Whether there is an award without it was not found within the limits." in ran.out
    assert "open" in ran.out
    ran = run("without", path, "firm/both", "--time-limit", "0.001")
    assert ran.code == 4
    # A tiny case may be solved before its clock is looked at once; what is then left open is the other one.
    assert "found within the limits." in ran.out


def test_what_is_not_there(path: Path, tmp_path: Path, run: Run) -> None:
    ran = run("without", path, "firm/bath")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'error: there is no bid "firm/bath" (did you mean "firm/both"?)\n'
    for arguments in ((tmp_path / "none.json",), (path, "--award", tmp_path / "none.json"), (path, "--gap", "2")):
        ran = run("without", *arguments)
        assert ran.code == 2
        assert "Traceback" not in ran.err


def test_levels_in_other_units_than_pounds(case: Case, tmp_path: Path, run: Run) -> None:
    points = {"acme/a": 80, "firm/b": 60, "firm/both": 50}
    path = changed(
        tmp_path / "case.json",
        tender(
            {"a": 100_000, "b": 100_000},
            ["it"],
            [{**bid, "scores": {"q": points[bid["id"]]}} for bid in BIDS],
            criteria=[{"id": "q", "name": "Q"}],
            objective={"mode": "lexicographic", "levels": [{"objective": "quality"}, {"objective": "cost"}]},
        ),
        name="By quality",
    )
    ran = run("without", path, "acme/a")
    assert ran.code == 0
    assert "By, points" in ran.out
    # (80 + 60) / 2 - 50.
    assert "Without it the best award is 20 points worse (quality)." in ran.out


def test_many_lots_are_listed_on_demand(tmp_path: Path, run: Run) -> None:
    people = {f"n{position:02d}": 1000 for position in range(30)}
    singles = [offer(f"firm/{buyer}", 10, f"{buyer}:it") for buyer in people]
    case = tender(people, ["it"], [*singles, offer("acme/all", 100, *(f"{buyer}:it" for buyer in people))])
    write_case_file(tmp_path / "case.json", case)
    short, long = (run("without", tmp_path / "case.json", *more) for more in ((), ("--lots",)))
    assert "Its lots go to Firm (30)." in flowing(short)
    assert "N29" not in short.out
    assert "N29" in long.out
