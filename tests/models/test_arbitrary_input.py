"""Whatever stands anywhere in a case: it reads, or it is refused as a case is refused."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import AwardInvalid, CaseInvalid, Fault, read_award, read_case
from tests.models.cases import a_case, text_of
from tests.models.messages import assert_reads_well

Path = tuple[str | int, ...]


def paths_of(node: Any, path: Path = ()) -> Iterator[Path]:
    """The path of every value within a JSON value, itself included."""
    yield path
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in children:
        yield from paths_of(value, (*path, key))


def with_value(path: Path, value: Any) -> Any:
    document = a_case()
    if not path:
        return value
    here: Any = document
    for part in path[:-1]:
        here = here[part]
    here[path[-1]] = value
    return document


def assert_read_well(faults: Sequence[Fault]) -> None:
    assert faults
    for fault in faults:
        assert_reads_well(fault)


PATHS = sorted(paths_of(a_case()), key=str)
TEXT = st.text(st.characters(), max_size=12) | st.sampled_from(
    ["north", "hr", "acme", "[key]", "mode", "2013-14", "1e9"]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXT
KEYS = TEXT | st.sampled_from(["id", "lots", "kind", "levels", "objective", "share", "bidder"])
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4))
CASES = st.builds(with_value, st.sampled_from(PATHS), VALUES)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CASES)
def test_any_value_in_place_of_any_other(document: Any) -> None:
    try:
        case = read_case(text_of(document))
    except CaseInvalid as error:
        assert_read_well(error.faults)
    else:
        again = read_case(case.canonical_json())
        assert again == case
        assert again.sha256 == case.sha256
        assert again.tendered == case.tendered


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=40) | st.text(max_size=40))
def test_any_bytes(text: bytes | str) -> None:
    try:
        read_case(text)
    except CaseInvalid as error:
        assert_read_well(error.faults)


@settings(max_examples=100, deadline=None)
@given(VALUES)
def test_any_value_for_an_award(value: Any) -> None:
    try:
        read_award(json.dumps(value))
    except AwardInvalid as error:
        assert_read_well(error.faults)
