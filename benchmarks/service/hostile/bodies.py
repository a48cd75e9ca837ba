"""Bodies that mean harm."""

import io
import json
import zipfile
import zlib
from collections.abc import Iterable

from benchmarks.service.hostile.kind import Got, Kind, got
from benchmarks.service.hostile.target import BODY_LIMIT, Target

_EVALUATE = "/v1/evaluate"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BOMB = 300 << 20
"""Bytes that a bomb becomes once it is unpacked: more than the service unpacks."""
_CHUNK = b" " * (1 << 20)


def _posted(target: Target, bodies: Iterable[bytes], path: str = _EVALUATE, **headers: str) -> list[Got]:
    with target.wire() as wire:
        return [got(wire.ask("POST", path, body, **headers)) for body in bodies]


def _deep(target: Target) -> list[Got]:
    return _posted(target, (b"[" * 400_000, b'{"a":' * 100_000, b"[" * 200_000 + b"]" * 200_000))


def _numbers(target: Target) -> list[Got]:
    figures = (b"NaN", b"-Infinity", b"1e999999999", b"9" * 200_000, b"1e" + b"9" * 50_000)
    return _posted(target, [_with(target, "tier", b'{"t": 0}').replace(b'{"t": 0}', each) for each in figures])


def _twice(target: Target) -> list[Got]:
    return _posted(target, [target.case.rstrip()[:-1] + b', "format": 1}', b'{"name": 1, "name": 2}'])


def _types(target: Target) -> list[Got]:
    fields = [field for field in json.loads(target.case) if field != "format"]
    wrong = (b"7", b'[[["x"]]]', b'{"a": null}')
    bodies = [_with(target, field, value) for field in fields[:6] for value in wrong]
    return _posted(target, [b"null", b"[]", b'"case"', b"true", b"", *bodies])


def _characters(target: Target) -> list[Got]:
    # No UTF-8, UTF-16, half a character, and characters that no id has.
    texts = (b'"\xff\xfe"', b'"\xc0\xaf"', b'"\\ud800"', b'"a\\u0000b"', b'"\xed\xa0\x80"')
    bodies = [_with(target, "colour", text) for text in texts]
    return _posted(target, [*bodies, target.case.decode().encode("utf-16"), b"\xef\xbb\xbf"])


def _packed(target: Target) -> list[Got]:
    bomb = zlib.compress(b" " * _BOMB, 1, wbits=31)
    return [
        *_posted(target, [bomb[:BODY_LIMIT]], Content_Encoding="gzip"),
        *_posted(target, [bomb[:BODY_LIMIT]], Content_Encoding="br, gzip"),
    ]


def _archives(target: Target) -> list[Got]:
    def archive(name: str) -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file, file.open(name, "w") as entry:
            for _ in range(_BOMB // len(_CHUNK)):
                entry.write(_CHUNK)
        return held.getvalue()

    return [
        *_posted(target, [archive("xl/workbook.xml"), b"PK\x03\x04nothing"], "/v1/cases", Content_Type=_WORKBOOK),
        *_posted(
            target,
            [archive("../../../../tmp/bids.csv"), archive("bids.csv") + b"more", b"PK"],
            "/v1/cases",
            Content_Type="application/zip",
        ),
    ]


def _media(target: Target) -> list[Got]:
    kinds = ("text/plain", "application/xml", "application/json; charset=utf-7", "multipart/form-data", "a" * 5000, "")
    return [each for kind in kinds for each in _posted(target, [target.case], Content_Type=kind)]


def _with(target: Target, field: str, value: bytes) -> bytes:
    mark = "the place of a value"
    return json.dumps({**json.loads(target.case), field: mark}).encode().replace(json.dumps(mark).encode(), value)


BODIES = (
    Kind("deep JSON", "hundreds of thousands of brackets", frozenset({400}), _deep),
    Kind("numbers beyond all", "NaN, infinities, a billion digits", frozenset({400, 422}), _numbers),
    Kind("duplicate keys", "an object with the same key twice", frozenset({400}), _twice),
    Kind("wrong types", "each field as what it is not", frozenset({400, 422}), _types),
    Kind("bad characters", "no UTF-8, half a character, the character 0", frozenset({400, 422}), _characters),
    Kind("gzip bomb", "300 MiB in a compressed body", frozenset({415}), _packed),
    Kind("zip bombs", "workbooks and archives of 300 MiB, paths that lead out", frozenset({413, 422}), _archives),
    Kind("wrong media types", "XML, UTF-7, forms", frozenset({415}), _media),
)
