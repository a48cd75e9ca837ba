"""Whatever a package holds, it is read or refused, and nothing else."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import Case, CaseInvalid
from models.json_text import NotJsonError, parse
from selector.files.ocds import case_of_package, is_ocds
from selector.files.ocds.moments import moment, months_between, months_of_days
from tests.files.ocds.packages import KEY, faults, package, release

_SCALARS: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(),
    st.decimals(allow_nan=True, allow_infinity=True),
    st.text(max_size=20),
    st.sampled_from(
        [
            "__proto__", "constructor", "__class__", "id", "LOT-1", "B-01", "GB-NHS-0XA", "", " ", "\x00", "\ud800", "in-house:x",
            "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2014-02-30", "1e999", "pending", "valid", "ratio",
            "cancelled", "percentageExact", 10**400, -1, 0,
        ]
    ),
)  # fmt: skip
_KEYS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(["id", KEY, "lots", "buyer", "bidder", "value", "awardCriteria", "__proto__", "scores", "status"]),
)
_VALUES: st.SearchStrategy[Any] = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_KEYS, inner, max_size=3)),
    max_leaves=6,
)


def _places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, inner in entries for place in _places(inner, (*path, key)))]


_DOCUMENTS = (package(), release())
_PLACES = tuple(_places(document)[1:] for document in _DOCUMENTS)


@st.composite
def _spoilt(draw: st.DrawFn) -> Any:
    which = draw(st.integers(0, 1))
    document = copy.deepcopy(_DOCUMENTS[which])
    for _ in range(draw(st.integers(1, 4))):
        *above, last = draw(st.sampled_from(_PLACES[which]))
        holder: Any = document
        try:
            for key in above:
                holder = holder[key]
            match draw(st.sampled_from(["replace", "remove", "repeat", "add"])):
                case "remove":
                    del holder[last]
                case "repeat" if isinstance(holder, list):
                    holder += copy.deepcopy(holder)
                case "add" if isinstance(holder, dict):
                    holder[draw(_KEYS)] = draw(_VALUES)
                case _:
                    holder[last] = draw(_VALUES)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took it away
    return document


def _outcome(document: Any) -> Case | CaseInvalid:
    try:
        return case_of_package(document)[0]
    except CaseInvalid as refused:
        return refused


@settings(max_examples=150, deadline=None)
@given(_spoilt())
def test_a_spoilt_package_is_read_or_refused(document: Any) -> None:
    before = copy.deepcopy(document)
    outcome = _outcome(document)
    assert repr(document) == repr(before)
    if isinstance(outcome, CaseInvalid):
        assert outcome.faults
        str(outcome).encode()  # it can be printed
        for fault in outcome.faults:
            assert fault.pointer == "" or fault.pointer.startswith("/")


@pytest.mark.deep
@settings(max_examples=5000, deadline=None)
@given(_spoilt())
def test_many_spoilt_packages_are_read_or_refused(document: Any) -> None:
    _outcome(document)


@settings(max_examples=150, deadline=None)
@given(_VALUES)
def test_any_value_is_read_or_refused(value: Any) -> None:
    is_ocds(value)
    assert isinstance(_outcome(value), CaseInvalid)
    for document in (
        {"releases": value},
        {"records": value},
        {"ocid": "x", "tender": value},
        {"ocid": "x", KEY: value},
    ):
        assert isinstance(_outcome(document), CaseInvalid)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.datetimes().map(lambda when: when.isoformat() + "Z")), st.integers())
def test_any_text_is_a_moment_or_none(text: str, days: int) -> None:
    found = moment(text)
    if found is not None:
        assert months_between(found, found) is None
    months_of_days(days)


def test_nested_deeply() -> None:
    deep: Any = {}
    for _ in range(300):
        deep = {KEY: deep, "a": [deep] if not deep else []}
    both = [release() | {"tender": deep, KEY: deep}, release() | {"id": "2", "tender": deep, KEY: deep}]
    assert isinstance(_outcome({"releases": both}), CaseInvalid)
    text = '{"releases":[{"ocid":"x","tender":' + '{"a":' * 100_000 + "1" + "}" * 100_000 + "}]}"
    with pytest.raises(NotJsonError, match="nested too deeply"):
        parse(text)


def test_two_releases_nested_as_deep_as_can_be_parsed() -> None:
    text = '{"ocid":"x","date":"2014-01-01","tender":' + '{"tender":' * 450 + "1" + "}" * 451
    assert isinstance(_outcome(parse(f'{{"releases":[{text},{text}]}}')), CaseInvalid)


def test_long_lists() -> None:
    document = release()
    first = document["bids"]["details"][0]
    document["bids"]["details"] = [first | {"id": str(at)} for at in range(5_000)] + [
        document["bids"]["details"][1] | {"id": "other"}
    ]
    case, _ = case_of_package(document)
    assert len(case.bids) == 5_001
    document["parties"] *= 2000
    document["tender"]["lots"] *= 2000
    outcome = _outcome(document)
    assert isinstance(outcome, CaseInvalid)
    assert len(outcome.faults) <= 1001


def test_keys_that_mean_something_elsewhere_mean_nothing_here() -> None:
    document = json.loads(json.dumps(release(), default=float))
    document["__proto__"] = {"ocid": "other"}
    document[KEY]["__class__"] = "Case"
    document["bids"]["details"][0][KEY]["model_config"] = {}
    document["parties"][0][KEY]["buyer"]["__dict__"] = {}
    assert set(faults(document)) == {
        "/supplierSelection/__class__",
        "/bids/details/0/supplierSelection/model_config",
        "/parties/0/supplierSelection/buyer/__dict__",
    }


def test_ids_that_could_be_taken_for_others() -> None:
    document = release()
    for at, each in enumerate(document["bids"]["details"]):
        each["id"] = at  # OCDS allows whole numbers
    case, _ = case_of_package(document)
    assert [each.id for each in case.bids] == ["0", "1", "2", "3", "4", "5"]
    document["bids"]["details"][1]["id"] = "0"
    assert set(faults(document)) == {"/bids/details/1/id"}
