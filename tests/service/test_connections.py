"""Connections to a real service, whose clients do not do their part."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.service.resources.house import House, eventually, house

PATIENCE = 1.0
MOST = 20
HEAD = b"POST /v1/evaluate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n"
LARGE = b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("connections"), workers=0, patience=PATIENCE, connections=MOST) as found:
        yield found


def connected(service: House) -> socket.socket:
    host, _, port = service.url.removeprefix("http://").partition(":")
    return socket.create_connection((host, int(port)), timeout=10 * PATIENCE)


def to_the_end(wire: socket.socket) -> bytes:
    """What comes until the service ends the connection."""
    found = bytearray()
    while True:
        try:
            chunk = wire.recv(1 << 16)
        except ConnectionResetError:
            return bytes(found)
        if not chunk:
            return bytes(found)
        found += chunk


def is_ended(wire: socket.socket) -> bool:
    """Whether the service has ended a connection, as sending on it shows."""
    try:
        wire.sendall(b"X: y\r\n")
    except OSError:
        return True
    return False


def test_a_head_that_never_ends_is_not_waited_for(service: House) -> None:
    with connected(service) as wire:
        wire.sendall(b"GET /livez HTTP/1.1\r\nHost: localhost\r\n")
        began = time.monotonic()
        while not is_ended(wire):
            assert time.monotonic() - began < 8 * PATIENCE
            time.sleep(PATIENCE / 5)
        assert to_the_end(wire) == b""


def test_a_body_that_pauses_is_not_waited_for(service: House) -> None:
    with connected(service) as wire:
        wire.sendall(HEAD + b"{")
        text = to_the_end(wire)
    head, _, body = text.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 408 ")
    assert b"application/problem+json" in head
    assert b"came too slowly" in body


def test_a_body_that_nobody_reads_does_not_hold_its_connection(service: House) -> None:
    with connected(service) as wire:
        wire.sendall(HEAD.replace(b"/v1/evaluate", b"/nowhere", 1))
        assert wire.recv(1 << 16).startswith(b"HTTP/1.1 404 ")
        began = time.monotonic()
        while not is_ended(wire):
            assert time.monotonic() - began < 8 * PATIENCE
            time.sleep(PATIENCE / 5)


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="this system has no limit for a reader's pause")
def test_an_answer_that_is_never_read_is_let_go_of(service: House) -> None:
    with connected(service) as wire:
        # More than the system keeps for a reader that does not read.
        wire.sendall(LARGE * 200)
        time.sleep(4 * PATIENCE)
        found = to_the_end(wire)
    assert 0 < found.count(b"HTTP/1.1 200 OK") < 200


def test_an_answer_that_is_read_slowly_comes_whole(service: House) -> None:
    with connected(service) as wire:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
        wire.sendall(LARGE * 19 + LARGE.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        found = bytearray()
        began = time.monotonic()
        while chunk := wire.recv(1 << 16):
            found += chunk
            if time.monotonic() - began < 3 * PATIENCE:
                time.sleep(PATIENCE / 20)
    assert found.count(b"HTTP/1.1 200 OK") == 20


def test_clients_that_send_nothing_make_room_for_one_that_does(service: House) -> None:
    with ExitStack() as stack:
        for _ in range(2 * MOST):
            stack.enter_context(connected(service))
        with connected(service) as wire:
            wire.sendall(b"GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            assert to_the_end(wire).startswith(b"HTTP/1.1 200 ")


def test_one_client_more_than_there_may_be_is_told_so(service: House) -> None:
    with ExitStack() as stack:
        busy = [stack.enter_context(connected(service)) for _ in range(MOST)]
        for wire in busy:
            wire.sendall(HEAD + b"{")
        time.sleep(PATIENCE / 5)
        with connected(service) as wire:
            text = to_the_end(wire)
        assert text.startswith(b"HTTP/1.1 503 ")
        assert b"Retry-After: 1" in text
        assert b'"status": 503' in text
        assert all(to_the_end(wire).startswith(b"HTTP/1.1 408 ") for wire in busy)

    def is_free() -> bool:
        with connected(service) as wire:
            wire.sendall(b"GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            return to_the_end(wire).startswith(b"HTTP/1.1 200 ")

    eventually(is_free)


def test_what_is_no_http_is_a_problem_too(service: House) -> None:
    for text, status in ((b"noise\r\n\r\n", 400), (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 300_000, 431)):
        with connected(service) as wire:
            wire.sendall(text)
            found = to_the_end(wire)
        assert found.startswith(f"HTTP/1.1 {status} ".encode())
        assert b"application/problem+json" in found


def test_a_body_that_ends_in_two_ways_is_refused(service: House) -> None:
    hidden = b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"
    head = HEAD.replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: chunked\r\n\r\n")
    with connected(service) as wire:
        wire.sendall(head + b"0\r\n\r\n" + hidden)
        found = to_the_end(wire)
    assert found.startswith(b"HTTP/1.1 400 ")
    assert found.count(b"HTTP/1.1 ") == 1
