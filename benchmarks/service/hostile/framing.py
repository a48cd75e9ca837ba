"""Requests that are no HTTP, or are two things at once."""

from collections.abc import Sequence

from benchmarks.service.hostile.kind import Got, Kind, all_of
from benchmarks.service.hostile.raw import Raw, exchange, head
from benchmarks.service.hostile.target import PATIENCE, Target

_WAIT = 5 * PATIENCE
_JSON = "Content-Type: application/json"
_CHUNKED = "Transfer-Encoding: chunked"
_SMUGGLED = b"GET /v1/cases HTTP/1.1\r\nHost: localhost\r\n\r\n"


def _sent(target: Target, lines: Sequence[str], body: bytes = b"", path: str = "/v1/evaluate") -> list[Raw]:
    first = head("POST", path, target.authorization, _JSON, *lines)
    return exchange(target.port, first + body, timeout=_WAIT)


def _lengths(target: Target) -> list[Got]:
    each = (
        ["Content-Length: 3", "Content-Length: 30"],
        ["Content-Length: 3, 30"],
        ["Content-Length: -1"],
        ["Content-Length: +3"],
        ["Content-Length: 0x3"],
        ["Content-Length: many"],
        [f"Content-Length: {'9' * 5000}"],
    )
    return [found for lines in each for found in all_of(_sent(target, lines, b"{}\n"))]


def _lying(target: Target) -> list[Got]:
    # More than was announced: what is left over is no request. And less, held open.
    longer = _sent(target, ["Content-Length: 2"], b"{}" + b"x" * 100)
    shorter = _sent(target, ["Content-Length: 1000"], b"{}")
    return [*all_of(longer), *all_of(shorter)]


def _smuggled(target: Target) -> list[Got]:
    """Shapes that a proxy before the service may take for one request, and the service for two."""
    length = f"Content-Length: {len(_SMUGGLED) + 5}"
    shapes = (
        [length, _CHUNKED],
        [_CHUNKED, length],
        [_CHUNKED, "Transfer-Encoding: identity"],
        ["Transfer-Encoding: identity, chunked"],
        ["Transfer-Encoding: xchunked"],
        ["Transfer-Encoding : chunked"],
        ["Transfer-Encoding:\x0bchunked"],
        [" Transfer-Encoding: chunked"],
    )
    found: list[Got] = []
    for lines in shapes:
        came = _sent(target, lines, b"0\r\n\r\n" + _SMUGGLED)
        found += all_of(came)
        # An answer to what was hidden would be one of 401: it has no key.
        found += [Got(each.status, sound=False) for each in came[1:] if each.status == 401]
    return found


def _chunks(target: Target) -> list[Got]:
    bodies = (
        b"ZZ\r\n{}\r\n0\r\n\r\n",
        b"-2\r\n{}\r\n0\r\n\r\n",
        b"2\r\n{}XX0\r\n\r\n",
        b"2;" + b"e" * 100_000 + b"\r\n{}\r\n0\r\n\r\n",
        b"f" * 17 + b"\r\n{}",
        b"0\r\nA: b\r\n" * 2000,
    )
    return [found for body in bodies for found in all_of(_sent(target, [_CHUNKED], body))]


def _heads(target: Target) -> list[Got]:
    many = [f"X-{number}: {'x' * 60}" for number in range(3000)]
    found = [
        *_sent(target, many),
        *_sent(target, ["X: " + "x" * 1_000_000]),
        *_sent(target, ["Content-Length: 0", "Cookie: " + "a=b; " * 2500]),
    ]
    return all_of(found)


def _long(target: Target) -> list[Got]:
    paths = ("/v1/cases/" + "a" * 1_000_000, "/v1/cases?cursor=" + "a" * 500_000, "/v1/cases/" + "a/" * 5000)
    came = [
        exchange(target.port, head("GET", path, target.authorization, "Connection: close"), timeout=_WAIT)
        for path in paths
    ]
    return [found for each in came for found in all_of(each)]


def _no_http(target: Target) -> list[Got]:
    texts = (
        b"GET /v1/cases\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500),
        b"GET /v1/cases HTTP/1.1\r\n\r\n",
        b"GET /v1/cases HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET /v1/cases HTTP/9.9\r\nHost: localhost\r\n\r\n",
        b"GET /v1/ca\x00ses HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /v1/cases HTTP/1.1\r\nHost: localhost\r\nX: a\x00b\r\n\r\n",
        b"GET /v1/cases HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n",
        b"\r\n" * 5000,
        bytes(range(256)) * 40,
    )
    return [found for text in texts for found in all_of(exchange(target.port, text, timeout=_WAIT))]


FRAMING = (
    Kind("lengths that are none", "several, negative, in words", frozenset({400, 413}), _lengths),
    Kind("lengths that lie", "more than was announced, and less", frozenset({400, 408, 422}), _lying),
    Kind("smuggling", "a length and chunks, encodings of encodings", frozenset({400, 415, 501}), _smuggled),
    Kind("bad chunks", "sizes that are none, endless extensions", frozenset({400, 408, 422, 431}), _chunks),
    Kind("floods of headers", "thousands, and one of a megabyte", frozenset({400, 422, 431}), _heads),
    Kind("long addresses", "a path of a megabyte", frozenset({404, 422, 431}), _long),
    Kind("no HTTP", "HTTP/0.9, HTTP/2, TLS, no host, noise", frozenset({400, 401, 404, 431}), _no_http),
)
