"""``selector rules``: the rules of a case in sentences, and what is decided by hand."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from models import Case, Exclusion, Pick
from selector import apply_preset
from selector.files import write_case_file
from tests.cli.running import Ran, run_here
from tests.references.tender import offer, tender

Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, "rules", *arguments)


@pytest.fixture
def plain() -> Case:
    bids = [offer(f"{bidder}/{buyer}", 1, f"{buyer}:it") for bidder in ("x", "y") for buyer in "ab"]
    return tender(dict.fromkeys("ab", 1000), ["it"], bids)


@pytest.fixture
def case(plain: Case) -> Case:
    """A rule that is hard, one that is soft and one that is off; a pick and an exclusion."""
    case = apply_preset("plurality", plain, share=Decimal("0.6")).case
    case = apply_preset("min-providers", case, penalty=Decimal(500), priority=2).case
    case = apply_preset("lots-per-bidder", case, number=1).case
    hard, soft, off = case.rules
    by_hand = {
        "rules": (hard, soft, off.model_copy(update={"active": False})),
        "picks": (Pick(id="first", bid="x/a", reason="It is already being set up."),),
        "exclusions": (Exclusion(id="late", bid="y/a", reason="It came after the deadline."),),
    }
    return case.model_copy(update=by_hand)


def told(ran: Ran) -> list[str]:
    """The paragraphs that were printed, each on one line."""
    return " ".join(ran.out.split()).split(" - ")


def test_each_is_a_sentence(case: Case, tmp_path: Path, run: Run) -> None:
    write_case_file(tmp_path / "case.json", case)
    ran = run(tmp_path / "case.json")
    assert ran.code == 0
    heading, hard, soft, off, pick, exclusion = told(ran)
    assert heading == "3 rules (1 soft, 1 switched off), 1 pick, 1 exclusion."
    assert hard == (
        "hard: Plurality (plurality): each bidder wins at most 60 % of the yearly spend on all services."
        " (So that no bidder dominates.)"
    )
    assert soft.startswith("soft: Least number of providers (min-providers): for each service, at least 2 bidders win")
    assert "priority 2: broken as little as can be, and each bidder short counts for £500." in soft
    assert off.startswith("switched off: Lots of one bidder (lots-per-bidder): each bidder wins at most 1 lot.")
    assert pick.startswith("pick[first]:")
    assert "x/a" in pick
    assert pick.endswith("(It is already being set up.)")
    assert exclusion.startswith("exclusion[late]:")
    assert exclusion.endswith("(It came after the deadline.)")


def test_as_json(case: Case, tmp_path: Path, run: Run) -> None:
    write_case_file(tmp_path / "case.json", case)
    document = json.loads(run(tmp_path / "case.json", "--json").out)
    assert [(each["id"], each["state"], each["penalty"], each["priority"]) for each in document["rules"]] == [
        ("plurality", "hard", None, None),
        ("min-providers", "soft", "500.00", 2),
        ("lots-per-bidder", "switched off", None, None),
    ]
    assert document["rules"][0]["sentence"].startswith("Plurality (plurality): each bidder")
    assert document["rules"][0]["because"] == "So that no bidder dominates."
    assert [(each["name"], each["reason"]) for each in document["by_hand"]] == [
        ("pick[first]", "It is already being set up."),
        ("exclusion[late]", "It came after the deadline."),
    ]


def test_a_case_without_any(plain: Case, tmp_path: Path, run: Run) -> None:
    write_case_file(tmp_path / "case.json", plain)
    assert run(tmp_path / "case.json").out == "0 rules, 0 picks, 0 exclusions.\n"
    assert json.loads(run(tmp_path / "case.json", "--json").out) == {"rules": [], "by_hand": []}


def test_a_file_that_is_none(tmp_path: Path, run: Run) -> None:
    ran = run(tmp_path / "none.json")
    assert ran.code == 2
    assert "there is no file" in ran.err
