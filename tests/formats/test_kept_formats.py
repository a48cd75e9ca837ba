"""What docs/stability.md promises: every file of an earlier format still reads, and to the same case."""

import json
from pathlib import Path

import pytest

from models import FORMAT, Case, CaseInvalid, Evaluation, read_case
from models.reference import SMALLEST
from selector.files import read_case_file
from tests.formats.fields import broken, fields

KEPT = Path(__file__).with_name("kept")

# By kept file, the SHA-256 of the case that it has been from the day it was kept.
CASES = {
    "case-1.json": "dc233f339bb56c0ea3a2a137ea3268ecd129986e61b5960a6fcfcfbd68aede10",
    "case-1-first-day.json": "63e2880c086bc3d36f0a370181b04bcb4527380b8a9f524ef01a6623fbf9922f",
}


@pytest.mark.parametrize("name", CASES)
def test_a_kept_case_is_still_the_same_case(name: str) -> None:
    assert read_case_file(KEPT / name).sha256 == CASES[name]


def test_there_is_a_kept_case_for_every_format() -> None:
    kept = {json.loads((KEPT / name).read_text())["format"] for name in CASES}

    assert kept == set(range(1, FORMAT + 1))


def test_nothing_is_kept_that_is_not_tested() -> None:
    assert {path.name for path in KEPT.glob("case-*.json")} == set(CASES)


def test_the_kept_case_of_the_latest_format_states_every_field_it_can() -> None:
    stated = _named(json.loads((KEPT / f"case-{FORMAT}.json").read_text()))
    known = {line.split(":")[0].rstrip("?").partition(".")[2] for line in fields(Case)}
    # A bid is picked or left out, an objective has one mode: what belongs to another stands in other tests.
    elsewhere = {"levels", "objective", "formula", "price_weight", "quality_weight", "tolerance"}

    assert known - stated - elsewhere == set()


@pytest.mark.parametrize(("kept", "model"), [("case-1.fields", Case), ("award-1.fields", Evaluation)])
def test_fields_that_were_promised_are_still_there(kept: str, model: type[Case] | type[Evaluation]) -> None:
    promised = (KEPT / kept).read_text().splitlines()

    assert promised
    assert broken(promised, fields(model)) == []


def test_a_field_that_is_gone_or_asks_for_more_breaks_the_promise() -> None:
    promised = ["Bid.price: number", "Bid.form?: null | string", "Bid.id: string"]
    now = ["Bid.form: null | string", "Bid.id: integer"]

    assert [line.partition("  ")[2] for line in broken(promised, now)] == [
        "is gone",
        "must now be there",
        "is now integer",
    ]


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        (FORMAT + 1, f"{FORMAT + 1} is newer than this program, which reads formats up to {FORMAT}"),
        (0, "0 is not allowed: it must be 1"),
        (True, "true is not a number"),
        ("1", '"1" is not allowed: it must be 1'),
        (None, "null is not allowed: it must be 1"),
    ],
)
def test_a_format_that_is_not_known_is_refused(stated: object, told: str) -> None:
    with pytest.raises(CaseInvalid) as refused:
        read_case(json.dumps(SMALLEST | {"format": stated}))

    assert [(fault.pointer, fault.message) for fault in refused.value.faults] == [("/format", told)]


def test_a_case_without_a_format_is_refused() -> None:
    with pytest.raises(CaseInvalid, match="/format: is missing"):
        read_case(json.dumps({key: value for key, value in SMALLEST.items() if key != "format"}))


def _named(value: object) -> set[str]:
    """Every key that stands anywhere in a JSON value."""
    if isinstance(value, dict):
        return set(value).union(*(_named(inner) for inner in value.values()))
    if isinstance(value, list):
        return set().union(*map(_named, value))
    return set()
