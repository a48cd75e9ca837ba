"""``selector preset`` as a board or a script uses it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from models import Case
from selector import PRESETS, apply_preset, read_case_file
from selector.files import write_case_file
from selector.presets import Stated
from tests.cli.running import Ran, run_here
from tests.references.tender import offer, tender

Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(monkeypatch, capfd, "preset", *arguments)


@pytest.fixture
def case() -> Case:
    services = [{"id": "bi", "name": "Business intelligence", "max_providers": 3, "quality_standard": 55}]
    return tender({"a": 3_000_000, "b": 4_000_000}, services, [offer(f"firm/{name}", 1, f"{name}:bi") for name in "ab"])


@pytest.fixture
def path(case: Case, tmp_path: Path) -> Path:
    write_case_file(tmp_path / "case.json", case)
    return tmp_path / "case.json"


def test_it_writes_the_case_and_says_what_it_replaced(case: Case, path: Path, tmp_path: Path, run: Run) -> None:
    before, target = path.read_bytes(), tmp_path / "new" / "ten.json"
    ran = run("ten-bodies", path, "--service", "bi", "--out", target)
    assert ran.code == 0
    assert ran.out.splitlines()[:3] == [
        "- scale: national (was: local)",
        "- shape: plural (was: not stated)",
        "- floor: 5,000,000 (was: 0)",
    ]
    assert "7,000,000 people" in ran.out
    assert "served_elsewhere_by_service" in ran.out
    assert ran.err == f"Written: {target}\n"
    assert path.read_bytes() == before
    assert read_case_file(target) == apply_preset("ten-bodies", case, services=["bi"]).case
    again = run("ten-bodies", target, "--service", "bi", "--out", tmp_path / "again.json")
    assert "The case states all of it already." in again.out
    assert read_case_file(tmp_path / "again.json") == read_case_file(target)


def test_a_standard_of_the_boards_own(path: Path, tmp_path: Path, run: Run) -> None:
    target = tmp_path / "ten.json"
    ran = run("ten-bodies", path, "--service", "bi", "--out", target, "--quality-standard", "62.5")
    assert ran.code == 0
    assert "- quality_standard: 62.5 (was: 55)" in ran.out
    assert str(read_case_file(target).services[0].quality_standard) == "62.5"


def test_the_presets_there_are(run: Run) -> None:
    ran = run("--list")
    assert ran.code == 0
    assert ran.out.startswith("ten-bodies  About ten bodies of five million people each")
    assert set(PRESETS) == {line.split("  ")[0] for line in ran.out.splitlines() if not line.startswith(" ")}
    assert "--share 0.4, --penalty, --priority)" in " ".join(ran.out.split())


def test_a_rule_and_what_it_replaces(case: Case, path: Path, tmp_path: Path, run: Run) -> None:
    once, twice = tmp_path / "once.json", tmp_path / "twice.json"
    ran = run("plurality", path, "--out", once, "--share", "0.6", "--service", "bi", "--buyer", "a", "--buyer", "b")
    assert ran.code == 0
    assert "rule[plurality]: each bidder wins at most 60 % of the yearly spend" in " ".join(ran.out.split())
    asked: Stated = {"share": Decimal("0.6"), "services": ["bi"], "buyers": ["a", "b"]}
    assert read_case_file(once) == apply_preset("plurality", case, **asked).case
    ran = run("plurality", once, "--out", twice, "--penalty", "1000.50")
    assert "(was: each bidder wins at most 60 %" in " ".join(ran.out.split())
    (rule,) = read_case_file(twice).rules
    assert (rule.limit, rule.penalty, rule.priority) == (Decimal("0.4"), Decimal("1000.50"), None)


def test_every_option(path: Path, tmp_path: Path, run: Run) -> None:
    target = tmp_path / "out.json"
    for arguments in (
        ("csu-count", "--least", "1", "--most", "2", "--priority", "3"),
        ("lots-per-bidder", "--number", "1"),
        ("conflict-of-interest", "--bidder", "firm", "--buyer", "a"),
    ):
        ran = run(arguments[0], path, "--out", target, *arguments[1:])
        assert ran.code == 0, ran.err
        assert len(read_case_file(target).rules) == (2 if arguments[0] == "csu-count" else 1)


def test_the_case_is_never_written_over(path: Path, run: Run) -> None:
    before = path.read_bytes()
    ran = run("ten-bodies", path, "--service", "bi", "--out", path)
    assert ran.code == 2
    assert "never written over" in ran.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ten-bodeis", "CASE", "--service", "bi", "--out", "OUT"), 'did you mean "ten-bodies"?'),
        (("ten-bodies", "CASE", "--service", "bj", "--out", "OUT"), 'there is no service "bj"'),
        (("ten-bodies", "NONE", "--service", "bi", "--out", "OUT"), "there is no file"),
        (("ten-bodies", "CASE", "--service", "bi", "--out", "OUT", "--quality-standard", "101"), "--quality-standard"),
        (("ten-bodies", "CASE", "--service", "bi"), "--out"),
        (("ten-bodies", "CASE", "--out", "OUT"), "--service: is missing"),
        (("plurality", "CASE", "--out", "OUT", "--number", "2"), "plurality does not take it: it takes --service,"),
        (
            ("plurality", "CASE", "--out", "OUT", "--penalty", "0.001"),
            "--penalty: 0.001 has more than 2 decimal places",
        ),
        (("plurality", "CASE", "--out", "OUT", "--share", "nan"), "--share"),
        (("lots-per-bidder", "CASE", "--out", "OUT"), "--number: is missing"),
        (("conflict-of-interest", "CASE", "--out", "OUT", "--bidder", "firm"), "state buyers, or services"),
        (("small-and-voluntary", "CASE", "--out", "OUT"), 'no bidder is tagged "sme" or voluntary'),
    ],
)
def test_what_cannot_be_done(arguments: tuple[str, ...], words: str, path: Path, tmp_path: Path, run: Run) -> None:
    files = {"CASE": path, "NONE": tmp_path / "none.json", "OUT": tmp_path / "out.json"}
    ran = run(*(files.get(each, each) for each in arguments))
    assert ran.code == 2
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "out.json").exists()
