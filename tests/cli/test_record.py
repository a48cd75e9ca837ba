"""``selector record`` and ``selector verify RECORD`` as a board's secretary and an auditor use them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from models import AwardInvalid
from models.errors import RecordInvalid
from selector.cli import record, verify
from tests.decide.record.made import KEPT, award, document, kept, resealed, text

APP = typer.Typer()
APP.command("record")(record.command)
APP.command("verify")(verify.command)
RUNNER = CliRunner(env={"COLUMNS": "200", "TERM": "dumb"})


def _run(*arguments: str | Path) -> Any:
    return RUNNER.invoke(APP, [str(each) for each in arguments])


def _flowing(ran: Any) -> str:
    """What was printed, however wide the terminal is."""
    return " ".join(ran.output.split())


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    case, decided = tmp_path / "case.json", tmp_path / "award.json"
    case.write_text(json.dumps(document()["case"]), encoding="utf-8")
    decided.write_text(award().to_json(), encoding="utf-8")
    return case, decided


def test_a_decision_is_recorded_and_accepted(tmp_path: Path, files: tuple[Path, Path]) -> None:
    out = tmp_path / "record.json"
    ran = _run(
        "record", *files, "--out", out, "--by", "A. Patel", "--because", "Item 7.", "--at", "2014-03-31T16:30:00Z",
        "--override-by", "pick[care-north]=Bea = Low", "--scenario", "bold",
    )  # fmt: skip
    assert ran.exit_code == 0, ran.output
    written = json.loads(out.read_text(encoding="utf-8"))
    assert written["recorded"] == {"at": "2014-03-31T16:30:00Z", "by": "A. Patel", "because": "Item 7."}
    assert [each["by"] for each in written["overrides"]] == ["Bea = Low", "A. Patel"]
    assert written["case_file"]["name"] == "case.json"
    assert written["award_file"]["bytes"] == files[1].stat().st_size
    assert f"SHA-256 {written['sha256']}" in _flowing(ran)

    ran = _run("verify", out)
    assert ran.exit_code == 0, ran.output
    for said in (
        "Recorded 2014-03-31T16:30:00Z by A. Patel.",
        "Because: Item 7.",
        f"Case: case.json, {files[0].stat().st_size:,} bytes, SHA-256 {written['case_file']['sha256']}.",
        "Scenario: bold (Bold): What if quality counted twice as much? It changes: objective, rules.",
        "switched off: few: ",
        "Decided by Bea = Low.",
        "Example Care Charity wins 2 lots.",
        f"holds: The text is as it was sealed: SHA-256 {written['sha256']}.",
        "4 of 5 rules kept; what gives way is soft.",
        "The record holds.",
    ):
        assert said in _flowing(ran)


def test_json_is_the_typed_answer(tmp_path: Path, files: tuple[Path, Path]) -> None:
    out = tmp_path / "record.json"
    ran = _run("record", *files, "--out", out, "--json")
    assert ran.stdout == out.read_text(encoding="utf-8")

    answer = json.loads(_run("verify", out, "--json").stdout)
    assert answer["valid"]
    assert answer["findings"] == []
    assert {rule["rule"] for rule in answer["rules"]} >= {"rule[mix]"}
    assert [step["part"] for step in answer["steps"]] == ["seal", "case", "scenario", "award", "contents"]
    assert "since" not in answer

    answer = json.loads(_run("verify", out, "--since", KEPT, "--json").stdout)
    assert answer["since"]["earlier"]["valid"]
    assert answer["since"]["difference"]["same_case"]


def test_what_changed_since_an_earlier_record(tmp_path: Path) -> None:
    path = tmp_path / "now.json"
    path.write_text(text(), encoding="utf-8")
    ran = _run("verify", path, "--since", KEPT)
    assert ran.exit_code == 0, ran.output
    assert (
        "What changed since the record of 2013-05-03T16:30:00Z by A. Patel, chair of the joint committee"
        in _flowing(ran)
    )
    assert "The case as stated is the same, to the last figure." in _flowing(ran)
    assert "version: 0.1.0.dev0 became " in _flowing(ran)
    assert "No lot changed supplier." in _flowing(ran)
    assert _flowing(ran).index("The earlier record holds.") < _flowing(ran).index("The record holds.")

    assert "Nothing: case, rules, options, version and award are the same." in _flowing(
        _run("verify", KEPT, "--since", KEPT)
    )


def test_a_record_that_was_changed_is_not_accepted(tmp_path: Path) -> None:
    path = tmp_path / "changed.json"
    path.write_bytes(KEPT.read_bytes().replace(b'"price": "127000"', b'"price": "126000"'))
    ran = _run("verify", path)
    assert ran.exit_code == 1
    assert "The record does not hold" in _flowing(ran)
    assert "FAILS: The text is not as it was sealed" in _flowing(ran)
    assert "awards[2].cost" in _flowing(ran)
    assert not json.loads(_run("verify", path, "--json").stdout)["valid"]
    assert _run("verify", KEPT, "--since", path).exit_code == 1


def test_a_record_cannot_take_the_terminal_over(tmp_path: Path) -> None:
    changed = document()
    changed["recorded"]["because"] = "\x1b]0;owned\x07\x9b31m\nnext [bold]line[/bold]"
    changed["rules"][0]["sentence"] = "\x1b[2J"
    path = tmp_path / "hostile.json"
    path.write_bytes(resealed(changed))
    ran = _run("verify", path)
    assert ran.exit_code == 1
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ran.output)
    assert "next [bold]line[/bold]" in _flowing(ran)


def test_a_file_that_is_there_is_left_alone(tmp_path: Path, files: tuple[Path, Path]) -> None:
    before = files[1].read_bytes()
    ran = _run("record", *files, "--out", files[1])
    assert isinstance(ran.exception, FileExistsError)
    assert files[1].read_bytes() == before


def test_an_award_of_another_case_is_not_recorded(tmp_path: Path, files: tuple[Path, Path]) -> None:
    files[0].write_text(json.dumps(document()["case"] | {"notes": "Another."}), encoding="utf-8")
    ran = _run("record", *files, "--out", tmp_path / "record.json")
    assert isinstance(ran.exception, AwardInvalid)
    assert not (tmp_path / "record.json").exists()


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--at", "yesterday", "written like"),
        ("--by", "", "must not be empty"),
        ("--by", "a\nb", "one line"),
        ("--because", " ", "must not be empty"),
        ("--override-by", "pick[x]", "is not like 'pick[id]=Jane Doe'"),
        ("--override-by", "pick[x]= ", "is not like 'pick[id]=Jane Doe'"),
    ],
)
def test_what_is_said_amiss_is_told(
    tmp_path: Path, files: tuple[Path, Path], option: str, value: str, said: str
) -> None:
    ran = _run("record", *files, "--out", tmp_path / "record.json", option, value)
    assert ran.exit_code == 2
    assert said in _flowing(ran)
    assert option in _flowing(ran)


def test_files_that_do_not_go_together_are_refused(files: tuple[Path, Path]) -> None:
    assert _run("verify", *files).exit_code == 0
    assert _run("verify", *files, "--since", KEPT).exit_code == 2
    assert isinstance(_run("verify", files[0]).exception, RecordInvalid)
    assert isinstance(_run("verify", KEPT, "--since", files[0]).exception, RecordInvalid)
    assert kept().case.sha256 == json.loads(KEPT.read_text())["case_sha256"]
