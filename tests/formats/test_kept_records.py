"""What docs/record.md promises: every one of an earlier format is still accepted."""

import json
from pathlib import Path

import pytest

from models import Case, Evaluation
from models.read_record import read_record
from models.record import RECORD_FORMAT, RecordHead
from selector.decide.record import check_record
from tests.formats.fields import broken, fields

KEPT = Path(__file__).with_name("kept")

# By kept file, its seal and the SHA-256 of the case in it, from the day it was kept.
RECORDS = {
    "record-1.json": (
        "4c85533c5f8eb5ce81840f330116ec17df80f1be98c25491beac8c8bc19f7b19",
        "6206c7d1d836249a6c47d59671acc6b63aa48c57665f1ca831e3ef3456e940be",
    )
}


@pytest.mark.parametrize("name", RECORDS)
def test_a_kept_record_still_holds(name: str) -> None:
    found = read_record((KEPT / name).read_bytes())
    check = check_record(found)

    assert check.findings == ()
    assert check.valid
    assert (found.stated, found.record.case.sha256) == RECORDS[name]


def test_there_is_a_kept_record_for_every_format_and_none_that_is_not_tested() -> None:
    assert {json.loads((KEPT / name).read_text())["record"] for name in RECORDS} == set(range(1, RECORD_FORMAT + 1))
    assert {path.name for path in KEPT.glob("record-*.json")} == set(RECORDS)


def test_fields_that_were_promised_are_still_there() -> None:
    promised = (KEPT / "record-1.fields").read_text().splitlines()

    assert promised
    assert broken(promised, fields(RecordHead)) == []


def test_every_field_of_its_own_was_promised() -> None:
    held = {*fields(Case), *fields(Evaluation)}
    promised = (KEPT / "record-1.fields").read_text().splitlines()

    assert [line for line in fields(RecordHead) if line not in held and line not in promised] == []
