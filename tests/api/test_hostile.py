"""Bodies meant to do harm."""

import pytest
from starlette.testclient import TestClient

from tests.api.cases import edited, smallest
from tests.api.live import JSON
from tests.api.problems import problem

BODIES = {
    "deep lists": b"[" * 90_000,
    "deep lists that end": b"[" * 45_000 + b"]" * 45_000,
    "deep objects": b'{"buyers":' * 9_000,
    "a vast exponent": edited().replace(b'"120000.00"', b"1e999999999"),
    "a vast exponent where nobody looks": edited(colour=0).replace(b'"colour": 0', b'"colour": 1e999999999'),
    "a vast exponent in text": edited().replace(b"120000.00", b"1e999999999"),
    "an exponent beyond all": edited().replace(b'"120000.00"', b"1e" + b"9" * 50_000),
    "a number of many digits": edited().replace(b'"120000.00"', b"9" * 90_000),
    "NaN": edited().replace(b'"120000.00"', b"NaN"),
    "infinity": edited().replace(b'"120000.00"', b"-Infinity"),
    "a key twice": smallest()[:-1] + b', "format": 1}',
    "a key twice further in": edited().replace(b'"years": 3', b'"years": 3, "years": 4'),
    "a long name": edited(name="n" * 90_000),
    "a long id": edited(buyers=[{"id": "n" * 90_000, "name": "North", "population": 1}]),
    "a long key": edited(**{"k" * 90_000: 1}),
    "half a character": edited(name="\ud800"),
    "half a character as a key": edited(**{"\udfff": 1}),
    "half a character as an id": edited(buyers=[{"id": "\ud800", "name": "North", "population": 1}]),
    "a null character": edited(buyers=[{"id": "a\0b", "name": "North", "population": 1}]),
    "a line break in an id": edited(buyers=[{"id": "a\r\nX-Injected: 1", "name": "North", "population": 1}]),
    "null": b"null",
    "a list": b"[]",
    "a string": b'"case"',
    "true": b"true",
    "only a byte order mark": b"\xef\xbb\xbf",
    "many empty rows": b'{"buyers": [' + b"{}," * 5_000 + b"{}]}",
    "a price that no penny can be told of": edited().replace(b'"120000.00"', b'1e12, "price_basis": "head"'),
    "a format of tomorrow": edited(format=10**30),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_it_is_refused_with_a_problem(client: TestClient, body: bytes) -> None:
    answer = client.post("/v1/evaluate", content=body, headers=JSON)
    assert answer.status_code in (400, 422)
    found = problem(answer.status_code, answer.headers, answer.content)
    assert found["errors"]
    assert len(answer.content) < 200_000
