"""A record that was changed since, by accident or by somebody who knows how records are sealed."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import RecordInvalid
from tests.decide.record.made import Path_, at, checked, document, kept, places, put, resealed, scalars, text, with_case

CONTENT = text().encode()
# What follows from nothing else in the record, and so rests on the seal alone: who, when and why; the files; what only a
# solver can tell of its search; and words of the award that its check leaves to readers.
ON_THE_SEAL = {
    *(("recorded", name) for name in ("at", "by", "because")),
    *((file, name) for file in ("case_file", "award_file") for name in ("name", "bytes", "sha256")),
    *(("overrides", row, "by") for row in (0, 1)),
    ("check", "version"),
    *(
        ("award", "certificate", name)
        for name in ("seconds", "method", "feasibility_tolerance", "integrality_tolerance")
    ),
    *(("award", "disqualified", row, "reasons", 0, "sentence") for row in (0, 1, 2)),
}
LEAVES = sorted(set(scalars(document())), key=str)


def test_a_record_that_nobody_changed_holds() -> None:
    assert places(checked(CONTENT)) == set()
    assert places(checked(resealed(document()))) == set()


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_any_change_of_one_byte_is_noticed(place: int, by: int) -> None:
    changed = CONTENT[:place] + bytes([CONTENT[place] ^ by]) + CONTENT[place + 1 :]
    _assert_noticed(changed)


@pytest.mark.parametrize("more", [b"\n", b" ", b"{}", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [True, False])
def test_anything_added_is_noticed(more: bytes, end: bool) -> None:
    _assert_noticed(CONTENT + more if end else more + CONTENT)


def test_other_line_ends_are_noticed_and_nothing_else_is_wrong() -> None:
    assert places(checked(CONTENT.replace(b"\n", b"\r\n"))) == {"/sha256"}


def _assert_noticed(content: bytes) -> None:
    try:
        check = checked(content)
    except RecordInvalid:
        return
    assert "/sha256" in places(check)


def _another(value: Any) -> Any:
    match value:
        case None:
            return 1
        case bool():
            return not value
        case int() | float():
            return value + 1
    try:
        return f"{float(value) + 1:.2f}"
    except ValueError:
        return value + "x"


def test_any_other_value_is_noticed_though_the_record_was_sealed_again() -> None:
    unnoticed = {path for path in LEAVES if _holds(put(document(), path, _another(at(document(), path))))}

    assert unnoticed <= ON_THE_SEAL


def _holds(changed: Any) -> bool:
    try:
        return checked(resealed(changed)).valid
    except RecordInvalid:
        return False


@pytest.mark.parametrize(
    "gone",
    [
        ("overrides",),
        ("overrides", 0),
        ("rules",),
        ("rules", 1),
        ("rules", 1, "because"),
        ("program", "options", "gap"),
        ("check", "totals"),
        ("check", "given_way", 0),
        ("scenario",),
        ("award", "rules", 0),
        ("award", "by_hand", 0),
        ("case", "exclusions"),
        ("case", "exclusions", 0),
    ],
)
def test_what_is_left_out_is_missed(gone: Path_) -> None:
    changed = document()
    del at(changed, gone[:-1])[gone[-1]]

    assert not _holds(changed)


def test_a_dearer_bid_is_found_though_every_sum_was_done_again() -> None:
    bids = tuple(
        bid.model_copy(update={"price": bid.price + 1}) if bid.id == "analytics/northside/data" else bid
        for bid in kept().case.bids
    )
    changed = with_case(document(), kept().case.model_copy(update={"bids": bids}))

    found = places(checked(resealed(changed)))
    assert {"awards[2].cost", "totals.cost", "certificate.objective", "/check/totals/cost"} <= found
    assert not found & {"/sha256", "/case_sha256", "/in_force_sha256", "provenance"}


def test_an_award_of_another_case_is_never_accepted() -> None:
    case = kept().case.model_copy(update={"notes": "Another case."})
    changed = with_case(document(), case)
    changed["award"]["provenance"]["case_sha256"] = kept().in_force_sha256

    assert places(checked(resealed(changed))) == {"provenance"}


def test_an_award_under_another_scenario_is_never_accepted() -> None:
    changed = document()
    changed["scenario"] = None
    changed["in_force_sha256"] = changed["case_sha256"]

    assert {"/scenario", "provenance"} <= places(checked(resealed(changed)))


def test_a_scenario_that_is_another_one_in_the_case_is_noticed() -> None:
    changed = document()
    changed["scenario"]["because"] = "Something else."
    assert places(checked(resealed(changed))) == {"/scenario"}

    changed = document()
    changed["scenario"]["id"] = changed["award"]["provenance"]["scenario"] = "timid"
    assert places(checked(resealed(changed))) == {"/scenario/id"}


def test_a_scenario_that_does_not_fit_the_case_is_told_with_its_place() -> None:
    changed = document()
    changed["scenario"]["patch"]["rules"] = changed["case"]["scenarios"][0]["patch"]["rules"] = {"gone": None}
    check = checked(resealed(changed))

    assert "/scenario" in places(check)
    assert any("there is no row" in finding.message for finding in check.findings)
    assert [step.part for step in check.steps] == ["seal", "case", "scenario"]
