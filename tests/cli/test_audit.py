"""``selector audit`` as a board or a script uses it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from models import Audit
from selector import evaluate
from selector.files import write_case_file, write_text
from tests.cli.running import Ran, run_here
from tests.decide.audit.test_by_hand import one_lot

Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_case_file(tmp_path / "case.json", one_lot())
    write_text(tmp_path / "award.json", evaluate(one_lot(), isolated=False).to_json())
    return tmp_path / "case.json"


def flowing(ran: Ran) -> str:
    return " ".join(ran.out.split())


def test_a_reversal_is_told_with_its_figures(run: Run, path: Path) -> None:
    ran = run("audit", str(path), "--formula", "price_per_quality_point", str(path.with_name("award.json")))

    assert ran.code == 0
    assert "withdrawing a bid that is not first changes the first place on 1 of 1 lot" in flowing(ran)
    assert "2 withdrawals of what wins nothing 1 reverses the award: d." in flowing(ran)
    assert "Formulas are tried with price 60 : quality 40, as the case states" in flowing(ran)
    assert "b/x is ahead of a/x by 70.000 to 68.000 points; without d/x it is behind, by 79.600 to 80.000" in flowing(
        ran
    )
    assert "lowest_over_price * proven" in flowing(ran)
    assert "Without any bid of D, which win nothing, scores move and 1 lot goes to another bid" in flowing(ran)


def test_as_json(run: Run, path: Path) -> None:
    ran = run("audit", str(path), "--json", "--formula", "to_the_mean", "--formula", "to_a_benchmark", "--workers", "1")
    found = Audit.model_validate_json(ran.out)

    assert ran.code == 0
    assert [each.formula for each in found.formulas] == ["lowest_over_price", "to_the_mean", "to_a_benchmark"]
    assert [each.formula for each in found.rankings] == ["lowest_over_price", "to_the_mean"]
    assert found.formulas[2].left_out is not None


def test_a_formula_that_is_none(run: Run, path: Path) -> None:
    ran = run("audit", str(path), "--formula", "lowest_to_hihgest")

    assert ran.code == 2
    assert '(did you mean "lowest_to_highest"?)' in ran.err


def test_a_limit_that_leaves_it_open(run: Run, path: Path) -> None:
    ran = run("audit", str(path), str(path.with_name("award.json")), "--time-limit", "0.001")

    assert ran.code == 4
    assert "2 are open" in flowing(ran)


def test_without_any_award(run: Run, tmp_path: Path) -> None:
    write_case_file(tmp_path / "case.json", one_lot(places={"x": {"budget": {"2013-14": 1}}}))
    ran = run("audit", str(tmp_path / "case.json"))

    assert ran.code == 3
    assert "No award keeps every rule of this case" in flowing(ran)
    assert "First place" in ran.out


@pytest.mark.deep
def test_the_page_shows_what_is_printed(run: Run) -> None:
    root = Path(__file__).parents[2]
    (block,) = re.findall(r"```text\n(.*?)```", (root / "docs" / "audit.md").read_text(encoding="utf-8"), re.DOTALL)
    printed = flowing(run("audit", str(root / "examples" / "csu-mergers.json")))
    pieces = [" ".join(piece.split()) for piece in re.split(r"\n(?=- )|\n\n|\n(?=  \w)", block)]

    assert len(pieces) > 10
    for piece in pieces:
        assert piece.split(" ──")[0].strip("- ") in printed
