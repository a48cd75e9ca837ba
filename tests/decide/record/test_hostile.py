"""Whatever stands in a record: it reads or is refused as a record is refused, and a check of it always ends."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors import RecordInvalid
from models.read_record import read_record
from selector.decide.record import check_record, difference
from tests.decide.record.made import document, put, resealed, scalars, text
from tests.models.messages import assert_reads_well

PATHS = sorted(
    {path[:depth] for path in scalars(document()) for depth in range(len(path) + 1)},
    key=lambda path: (len(path), str(path)),
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=12)
KEYS = st.sampled_from(["", "id", "lots", "bids", "rules", "mode", "a/b~", "\N{SNOWMAN}", "[key]"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
)


def _told_or_checked(content: bytes) -> None:
    try:
        found = read_record(content)
    except RecordInvalid as error:
        _assert_told(error)
        return
    check = check_record(found)
    assert check.valid == (not check.findings)
    assert difference(found, found).is_empty
    assert difference(found, read_record(text().encode())).later.sha256 == found.stated


def _assert_told(error: RecordInvalid) -> None:
    assert error.faults
    for fault in error.faults:
        assert_reads_well(fault)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PATHS), VALUES)
def test_any_value_in_place_of_any_other(path: tuple[str | int, ...], value: Any) -> None:
    changed = put(document(), path, value)
    content = resealed(changed) if isinstance(changed, dict) and changed else json.dumps(changed).encode()
    _told_or_checked(content)


def test_an_award_that_names_a_lot_twice_does_not_differ_from_itself() -> None:
    changed = document()
    changed["award"]["awards"][2]["lot"] = changed["award"]["awards"][1]["lot"]
    found = read_record(resealed(changed))
    assert not check_record(found).valid
    assert difference(found, found).is_empty


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes(content: bytes) -> None:
    _told_or_checked(content)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("award", "totals", "cost"), "9" * 24),
        (("award", "totals", "quality"), 1e99),
        (("award", "awards", 0, "quality"), -1e-99),
        (("check", "totals", "quality"), 1e99),
        (("check", "objective"), "1" + "0" * 90),
        (("award", "certificate", "bound"), "1" + "0" * 90),
        (("award", "certificate", "gap"), 1e300),
        (("case_file", "bytes"), 10**99),
        (("program", "options", "gap"), 1e308),
    ],
)
def test_figures_beyond_all_bounds(path: tuple[str | int, ...], value: Any) -> None:
    _told_or_checked(resealed(put(document(), path, value)))


def test_tables_within_the_case_and_the_award_may_be_long_and_no_others() -> None:
    for table in ("case", "award"):
        changed = document()
        changed[table] = {"bids": [{}] * 10_001}
        with pytest.raises(RecordInvalid) as refused:
            read_record(resealed(changed))
        assert not any("more than 10,000" in fault.message for fault in refused.value.faults)
    changed = document()
    changed["recorded"]["by"] = [1] * 10_001
    with pytest.raises(RecordInvalid) as refused:
        read_record(resealed(changed))
    assert [str(fault) for fault in refused.value.faults] == ["/recorded/by: has more than 10,000 entries"]
