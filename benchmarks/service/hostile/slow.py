"""Clients that take their time, or go away."""

import socket
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack

from benchmarks.service.hostile.kind import ENDED, Got, Kind, all_of, got
from benchmarks.service.hostile.raw import Raw, answers, connected, exchange, head, received, reset, send
from benchmarks.service.hostile.target import BODY_LIMIT, CONNECTIONS, PATIENCE, Target
from benchmarks.service.wire import Reply

_WAIT = 6 * PATIENCE
_JSON = "Content-Type: application/json"
_BYTES = [b"x"] * 30


def _post(target: Target, *lines: str) -> bytes:
    return head("POST", "/v1/evaluate", target.authorization, _JSON, *lines)


def _slow_head(target: Target) -> list[Got]:
    parts = [b"GET /v1/cases HTTP/1.1\r\n", *[b"X: y\r\n"] * 20]
    return all_of(exchange(target.port, *parts, timeout=_WAIT, apart=PATIENCE / 5))


def _slow_body(target: Target) -> list[Got]:
    dripped = exchange(target.port, _post(target, "Content-Length: 100"), *_BYTES, timeout=_WAIT, apart=PATIENCE / 5)
    paused = exchange(target.port, _post(target, "Content-Length: 100") + b"{", timeout=_WAIT)
    # Of one that is refused at once, nobody waits for the body: the connection is ended all the same.
    refused = head("POST", "/v1/nothing", "Content-Length: 100")
    left = exchange(target.port, refused, *_BYTES, timeout=_WAIT, apart=PATIENCE / 5)
    return [*all_of(dripped), *all_of(paused), *all_of(left)]


def _endless(target: Target) -> list[Got]:
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    parts = [_post(target, "Transfer-Encoding: chunked"), *[chunk] * (4 * BODY_LIMIT // 0x10000)]
    announced = _post(target, f"Content-Length: {10**12}")
    waiting = _post(target, f"Content-Length: {10**12}", "Expect: 100-continue")
    return [
        found
        for each in (parts, [announced], [waiting])
        for found in all_of(exchange(target.port, *each, timeout=_WAIT))
    ]


def _aborted(target: Target) -> list[Got]:
    """Uploads that stop halfway, and clients that go away while their case is solved."""
    for number in range(40):
        with connected(target.port, _WAIT) as wire:
            whole = number % 4 == 0
            send(wire, [_post(target, f"Content-Length: {len(target.case)}"), target.case[: None if whole else 100]])
            time.sleep(0.01)
            reset(wire)
    return [Got(ENDED, sound=True)]


def _silent(target: Target) -> list[Got]:
    return _held(target, 100, lambda _: None)


def _half_open(target: Target) -> list[Got]:
    """Connections of which one side is closed, with half a request on them."""

    def half(wire: socket.socket) -> None:
        send(wire, [_post(target, "Content-Length: 100")[:-10]])
        wire.shutdown(socket.SHUT_WR)

    return _held(target, 50, half)


def _crowd(target: Target) -> list[Got]:
    """More connections than there may be.

    Those that send nothing make room for a client that does; where all have a request under way, one more is refused.
    """
    with ExitStack() as stack:
        silent = [stack.enter_context(connected(target.port, _WAIT)) for _ in range(CONNECTIONS + 50)]
        found = [got(_ordinary(target)) for _ in range(5)]
        for wire in silent:
            wire.close()
    with ExitStack() as stack:
        busy = [stack.enter_context(connected(target.port, _WAIT)) for _ in range(CONNECTIONS + 50)]
        for wire in busy:
            send(wire, [_post(target, "Content-Length: 100") + b"{"])
        ends = [each for wire in busy for each in all_of(answers(received(wire, 3 * PATIENCE)))]
    return [*found, *ends]


def _ordinary(target: Target) -> Reply:
    with target.wire() as wire:
        return wire.ask("GET", "/v1/cases?limit=1")


def _unread(target: Target) -> list[Got]:
    """Events that are never read, and answers that are never read: none that is held for ever."""
    events = head("GET", f"/v1/runs/{target.run_id}/events", target.authorization)
    ask = head("GET", "/openapi.json") * 200
    with ExitStack() as stack:
        wires = [stack.enter_context(connected(target.port, _WAIT)) for _ in range(60)]
        readers = [stack.enter_context(connected(target.port, _WAIT)) for _ in range(10)]
        for wire in wires:
            send(wire, [events])
        for wire in readers:
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            wire.settimeout(PATIENCE)
            send(wire, [ask])
        time.sleep(3 * PATIENCE)
        found = [_first(wire) for wire in wires]
    return [each for raw in found for each in all_of(raw)]


def _first(wire: socket.socket) -> Sequence[Raw]:
    return answers(received(wire, 0.05))


def _pipelined(target: Target) -> list[Got]:
    """A hundred requests in one go, answered one after another."""
    ask = head("GET", "/v1/cases?limit=1", target.authorization)
    last = head("GET", "/v1/cases?limit=1", target.authorization, "Connection: close")
    found = all_of(exchange(target.port, ask * 99 + last, timeout=2 * _WAIT))
    return [*found, *([] if len(found) == 100 else [Got(len(found), sound=False)])]


def _held(target: Target, number: int, begin: Callable[[socket.socket], None]) -> list[Got]:
    """What becomes of connections on which no more comes: each must end in time."""
    with ExitStack() as stack:
        wires = [stack.enter_context(connected(target.port, _WAIT)) for _ in range(number)]
        for wire in wires:
            begin(wire)
        last = time.monotonic() + _WAIT
        found: list[Got] = []
        for wire in wires:
            came = answers(received(wire, max(0.01, last - time.monotonic())))
            ended = time.monotonic() < last
            found += all_of(came) if ended else [Got(-1, sound=False)]
    return found


SLOW = (
    Kind("slow heads", "a header now and then", frozenset({ENDED}), _slow_head),
    Kind("slow bodies", "a byte now and then, or none", frozenset({408, 404, 401}), _slow_body),
    Kind("endless bodies", "without a length, and of a terabyte", frozenset({413}), _endless),
    Kind("aborted uploads", "ended halfway, and during the solve", frozenset({ENDED}), _aborted),
    Kind("silence", "100 connections that send nothing", frozenset({ENDED}), _silent),
    Kind("half-open connections", "half a request, and no more", frozenset({ENDED, 400}), _half_open),
    Kind("crowds", "more connections than there may be", frozenset({200, 408, 503, ENDED}), _crowd),
    Kind("answers never read", "events and documents", frozenset({200, 429}), _unread),
    Kind("pipelines", "a hundred requests in one go", frozenset({200}), _pipelined),
)
