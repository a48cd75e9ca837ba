"""``selector prices`` as a board or a script uses it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from models.prices import Prices
from selector import evaluate
from selector.files import write_case_file, write_text
from tests.cli.running import Ran, run_here
from tests.references.tender import offer, tender

BIDS = [offer("acme/a", 1_000, "a:it"), offer("firm/a", 1_500, "a:it"), offer("third/a", 2_000, "a:it")]
CASE = tender({"a": 100_000}, ["it"], BIDS, places={"a": {"vetoes": ["acme"], "budget": {"2013-14": 9_000}}})
Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_case_file(tmp_path / "case.json", CASE)
    return tmp_path / "case.json"


def flowing(ran: Ran) -> str:
    return " ".join(ran.out.split())


def test_what_each_rule_costs(run: Run, path: Path) -> None:
    ran = run("prices", str(path))

    assert ran.code == 0
    assert "veto[a, acme] £500.00 £500.00" in flowing(ran)
    assert "It costs £500.00: without it the best award would be so much better (money-valued)." in flowing(ran)
    assert "1 rule no award could break: it costs nothing." in flowing(ran)


def test_as_json(run: Run, path: Path) -> None:
    ran = run("prices", str(path), "--json", "--no-pairs")
    found = Prices.model_validate_json(ran.out)

    assert ran.code == 0
    assert [(each.rule, each.at_least, each.at_most) for each in found.rules] == [
        ("veto[a, acme]", Decimal(500), Decimal(500))
    ]
    assert [each.rule for each in found.unbinding] == ["budget[a, 2013-14]"]
    assert found.paired == ()


def test_of_one_rule_alone(run: Run, path: Path) -> None:
    ran = run("prices", str(path), "--rule", "budget[a, 2013-14]")

    assert ran.code == 0
    assert "veto" not in ran.out


def test_of_no_such_rule(run: Run, path: Path) -> None:
    ran = run("prices", str(path), "--rule", "veto[a, acne]")

    assert ran.code == 2
    assert "veto[a, acme]" in ran.err


def test_an_award_that_is_known(run: Run, path: Path, tmp_path: Path) -> None:
    write_text(tmp_path / "award.json", evaluate(CASE, isolated=False).to_json())

    assert run("prices", str(path), str(tmp_path / "award.json"), "--workers", "1").code == 0


def test_without_any_award(run: Run, tmp_path: Path) -> None:
    case = tender({"a": 100_000}, ["it"], BIDS, places={"a": {"budget": {"2013-14": 10}}})
    write_case_file(tmp_path / "case.json", case)
    ran = run("prices", str(tmp_path / "case.json"))

    assert ran.code == 3
    assert "selector conflict CASE" in flowing(ran)
