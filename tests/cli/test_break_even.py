"""``selector break-even`` as a board or a script uses it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models import BreakEven, Case
from selector import evaluate
from selector.files import write_case_file, write_text
from selector.solve import child
from tests.cli.running import Ran, run_here, run_process
from tests.decide.test_break_even_by_hand import three

Run = Callable[..., Ran]
PUBLISHED = {
    "figure": "redundancy_if_all_leave",
    "people": 10_000,
    "mean": "43000.00",
    "source": "A parliamentary answer",
    "difference": "It is of managers alone.",
}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


@pytest.fixture
def case() -> Case:
    return three(published=[PUBLISHED])


@pytest.fixture
def path(case: Case, tmp_path: Path) -> Path:
    write_case_file(tmp_path / "case.json", case)
    return tmp_path / "case.json"


def changed(path: Path, **changes: Any) -> Path:
    write_case_file(path, three(**changes))
    return path


def cells(text: str, name: str) -> list[str]:
    """The figures of the first row of a table that begins with a name."""
    line = next(line for line in text.splitlines() if line.strip().startswith(name))
    return [cell.strip() for cell in line.split("  ") if cell.strip()][1:]


def flowing(ran: Ran) -> str:
    return " ".join(ran.out.split())


def test_it_tells_of_winners_losers_and_of_all(path: Path) -> None:
    ran = run_process("break-even", path)
    assert (ran.code, ran.err) == (0, "")
    assert "Winners, beside the best bids of the NHS family" in ran.out
    assert cells(ran.out, "Acme") == ["1", "60,900", "80,000", "yes"]
    assert "Losers, beside the bids that win" in ran.out
    assert cells(ran.out, "Brook") == ["2", "30,450", "-10,000", "no"]
    redundancy = ran.out[ran.out.index("Redundancy on these lots") :]
    assert cells(redundancy, "Acme") == ["60,900", "0", "60,900"]
    assert cells(redundancy, "Brook") == ["91,350", "60,900", "30,450"]
    assert "Acme: no bid of the NHS family is open for IT for C, which it wins." in flowing(ran)
    assert "Redundancy if every buyer leaves the NHS family, of 4 staff" in ran.out
    assert cells(ran.out, "Nobody transfers") == ["4", "121,800", "30,450"]
    assert cells(ran.out, "On terms for private") == ["4", "121,800", "30,450"]
    assert cells(ran.out, "Published: A") == ["10,000", "430,000,000", "43,000"]
    assert "A parliamentary answer: It is of managers alone." in flowing(ran)
    assert max(map(len, ran.out.splitlines())) <= 80


def table(text: str, title: str) -> str:
    """What is printed from a title to the next one, as one line."""
    following = ("Losers,", "Redundancy on these lots")
    part = text[text.index(title) :]
    ends = [part.index(each) for each in following if part.find(each) > 0]
    return " ".join(part[: min(ends)].split())


def test_what_the_savings_are_is_told_where_they_stand(path: Path, run: Run) -> None:
    ran = run("break-even", path)
    assert ran.out.index("Needed saving: the redundancy") < ran.out.index("Winners,")
    winners, losers = table(ran.out, "Winners,"), table(ran.out, "Losers,")
    for each in (winners, losers):
        assert "Lots Needed saving, £ Offered saving, £ Makes up" in each
    # Only Brook's saving is below 0: what that means stands at the title of its table.
    assert "Below 0" not in winners
    assert losers.startswith(
        "Losers, beside the bids that win Below 0: it may be dearer (needed) or is dearer (offered) by so much."
    )
    assert winners.endswith('A winner with "no" wins on other grounds, such as quality, rules or charges.')
    assert losers.endswith(
        'A loser with "yes" may still lose, on quality, rules or charges for example.'
        " Its bids are compared lot by lot, even if it could not win them all together."
    )


def test_each_sentence_has_a_line(path: Path, run: Run) -> None:
    lines = [line.strip() for line in run("break-even", path).out.splitlines()]
    for begins in ("Needed saving:", "Below 0:", "A winner with", "A loser with", "Its bids are"):
        (line,) = (line for line in lines if line.removeprefix("- ").startswith(begins))
        assert line.endswith(".")


def test_lots_are_listed_on_demand(path: Path, run: Run) -> None:
    assert "Acme, lot by lot" not in run("break-even", path).out
    ran = run("break-even", path, "--lots")
    assert "Acme, lot by lot" in ran.out
    assert "Brook, lot by lot" in ran.out
    assert cells(ran.out[ran.out.index("Acme, lot by lot") :], "IT") == [
        "A",
        "Csu",
        "120,000",
        "200,000",
        "60,900",
        "0",
    ]


def test_the_json_is_the_answer(path: Path, run: Run) -> None:
    ran = run("break-even", path, "--json")
    assert ran.code == 0
    answer = BreakEven.model_validate_json(ran.out)
    assert answer.to_json() == ran.out
    assert [(each.bidder, each.makes_up) for each in answer.bidders] == [("acme", True), ("brook", False)]


def test_an_award_found_before_is_taken(path: Path, case: Case, tmp_path: Path, run: Run) -> None:
    award = tmp_path / "award.json"
    evaluation = evaluate(case, isolated=False)
    write_text(award, evaluation.to_json())
    ran = run("break-even", path, award, "--json")
    assert ran.code == 0
    assert BreakEven.model_validate_json(ran.out).best.certificate == evaluation.certificate
    ran = run("break-even", changed(tmp_path / "other.json", name="Another"), award)
    assert (ran.code, ran.out) == (2, "")
    assert "The award is of another case" in ran.err


def test_there_is_no_award(tmp_path: Path, run: Run) -> None:
    ran = run("break-even", changed(tmp_path / "case.json", places={"c": {"vetoes": ["acme"]}}))
    assert ran.code == 3
    assert "No award keeps every rule of this case." in ran.out
    assert cells(ran.out, "Nobody transfers") == ["4", "121,800", "30,450"]


def test_nobody_is_made_redundant(tmp_path: Path, run: Run) -> None:
    ran = run("break-even", changed(tmp_path / "case.json", staff_groups=[]))
    assert ran.code == 0
    assert cells(ran.out, "Acme") == ["1", "0", "80,000", "yes"]
    assert "The case has no staff groups: nobody is made redundant." in ran.out
    assert "every buyer leaves" not in ran.out


def test_no_time(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    # A quick machine finds the award while the solver has time to say that there is none left.
    monkeypatch.setattr(child, "_GRACE", 0.0)
    ran = run("break-even", path, "--time-limit", "0.001")
    assert ran.code == 4
    assert "No award of this case was found within the limits." in ran.out


def test_what_is_not_there(path: Path, tmp_path: Path, run: Run) -> None:
    for arguments in ((tmp_path / "none.json",), (path, tmp_path / "none.json"), (path, "--gap", "2")):
        ran = run("break-even", *arguments)
        assert ran.code == 2
        assert "Traceback" not in ran.err
