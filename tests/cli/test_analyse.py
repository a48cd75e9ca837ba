"""``selector analyse``: every answer stands beside the award, as JSON and as text."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.audit import Audit
from models.base import Model
from models.explain import Explanation
from models.front import Front
from models.market import SupplyMarket
from models.prices import Prices
from models.resilience import Resilience
from models.stability import Stability
from models.ties import NearTies
from selector import (
    audit,
    evaluate,
    explain,
    market,
    pareto,
    prices,
    read_award_file,
    read_case_file,
    resilience,
    stability,
    ties,
)
from selector.decide.letters import letters
from selector.files import write_case_file, write_text
from tests.cli.running import Ran, run_here
from tests.references.tender import offer, supplier, tender

BIDS = [
    offer("firm/n", 80, "north:it"),
    offer("csu/s", 90, "south:it"),
    offer("csu/n", 100, "north:it"),
    offer("third/n", 120, "north:it"),
]
_ANSWERS: dict[str, type[Model]] = {
    "market": SupplyMarket,
    "explain": Explanation,
    "prices": Prices,
    "ties": NearTies,
    "resilience": Resilience,
    "audit": Audit,
    "pareto": Front,
    "stability": Stability,
}
Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, *arguments)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    case = tender({"north": 200_000, "south": 100_000}, ["it"], BIDS)
    write_case_file(tmp_path / "case.json", case)
    write_text(tmp_path / "award.json", evaluate(case, isolated=False).to_json())
    return tmp_path / "case.json"


def test_every_answer_is_that_of_its_own_question(run: Run, path: Path) -> None:
    folder = path.with_name("answers")
    ran = run("analyse", path, path.with_name("award.json"), "--out", folder, "--standstill-ends", "2014-04-11")

    assert (ran.code, ran.err) == (0, "")
    case, award = read_case_file(path), read_award_file(path.with_name("award.json"))
    asked: dict[str, Callable[..., Any]] = {
        "explain": explain,
        "prices": prices,
        "ties": ties,
        "resilience": resilience,
        "audit": audit,
        "pareto": pareto,
        "stability": stability,
    }
    for name, model in _ANSWERS.items():
        found: Any = model.model_validate_json((folder / f"{name}.json").read_text(encoding="utf-8"))
        if name == "market":
            assert found == market(case, award=award)
        else:
            # How long it took is all that may differ.
            alone = asked[name](case, award=award, isolated=False)
            assert _timeless(found.to_json()) == _timeless(alone.to_json())
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        assert case.name in text
        assert all(line == line.rstrip() and len(line) <= 100 for line in text.splitlines())
        assert name in ran.out
    drafts = letters(case, award, standstill_ends=date(2014, 4, 11))
    written = sorted((folder / "letters").iterdir())
    assert [each.read_text(encoding="utf-8") for each in written] == [draft.text for draft in drafts]
    assert [each.name for each in written] == ["001-csu.md", "002-third.md"]


def test_beside_the_award_unless_told_otherwise(run: Run, path: Path) -> None:
    assert run("analyse", path, path.with_name("award.json"), "--time-limit", "60").code == 0
    assert {f"{name}.json" for name in _ANSWERS} <= {each.name for each in path.parent.iterdir()}


def test_within_no_time_it_says_what_is_open(run: Run, path: Path) -> None:
    assert run("analyse", path, path.with_name("award.json"), "--time-limit", "0.001").code == 0
    found = Prices.model_validate_json(path.with_name("prices.json").read_text(encoding="utf-8"))
    assert found.best.status == "optimal"


def test_of_no_award_there_is_nothing_to_tell(run: Run, path: Path) -> None:
    case = tender(
        {"north": 200_000}, ["it"], [offer("firm/n", 80, "north:it")], bidders=[supplier("firm", capacity={"it": 1})]
    )
    write_case_file(path, case)
    none = path.with_name("none.json")
    write_text(none, evaluate(case, isolated=False).to_json())
    ran = run("analyse", path, none)
    assert (ran.code, ran.out) == (3, "")
    assert "holds no award" in ran.err


def test_an_award_of_another_case_is_refused(run: Run, path: Path) -> None:
    write_case_file(path, tender({"north": 200_000}, ["it"], [offer("firm/n", 80, "north:it")]))
    ran = run("analyse", path, path.with_name("award.json"))
    assert ran.code == 2
    assert "Traceback" not in ran.err


def _timeless(text: str) -> list[str]:
    return [line for line in text.splitlines() if '"seconds"' not in line and '"time_limit"' not in line]
