"""JSON Patch by the words of RFC 6902 and RFC 6901."""

from typing import Any

import pytest

from tests.oracle.patch import patched

_DOCUMENT: dict[str, Any] = {"a": {"b/c": 1, "~": 2}, "list": ["x", "y"], "none": None}


@pytest.mark.parametrize(
    ("operation", "result"),
    [
        ({"op": "add", "path": "/a/b~1c", "value": 5}, {"a": {"b/c": 5, "~": 2}}),
        ({"op": "remove", "path": "/a/~0"}, {"a": {"b/c": 1}}),
        ({"op": "add", "path": "/list/-", "value": "z"}, {"list": ["x", "y", "z"]}),
        ({"op": "add", "path": "/list/2", "value": "z"}, {"list": ["x", "y", "z"]}),
        ({"op": "add", "path": "/list/0", "value": "z"}, {"list": ["z", "x", "y"]}),
        ({"op": "remove", "path": "/list/0"}, {"list": ["y"]}),
        ({"op": "add", "path": "/new", "value": 0}, {"new": 0}),
    ],
)
def test_operations(operation: dict[str, Any], result: dict[str, Any]) -> None:
    assert patched(_DOCUMENT, [operation]) == _DOCUMENT | result
    assert _DOCUMENT["list"] == ["x", "y"]


def test_operations_are_done_in_order() -> None:
    twice = [{"op": "remove", "path": "/list/0"}, {"op": "remove", "path": "/list/0"}]
    assert patched(_DOCUMENT, twice)["list"] == []
    assert _DOCUMENT["a"] == {"b/c": 1, "~": 2}


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "remove", "path": "/list/2"},
        {"op": "remove", "path": "/list/-"},
        {"op": "remove", "path": "/list/01"},
        {"op": "remove", "path": "/list/-1"},
        {"op": "add", "path": "/list/3", "value": "z"},
        {"op": "remove", "path": "/missing"},
        {"op": "add", "path": "/missing/b", "value": 1},
        {"op": "add", "path": "/none/b", "value": 1},
        {"op": "add", "path": "/a/~2", "value": 1},
        {"op": "remove", "path": "a"},
        {"op": "remove", "path": ""},
        {"op": "replace", "path": "/a", "value": 1},
    ],
)
def test_what_leads_nowhere_is_refused(operation: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"nowhere|no pointer|no operation"):
        patched(_DOCUMENT, [operation])
