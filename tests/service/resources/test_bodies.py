"""Bodies that many clients send at once."""

import select
import socket
from contextlib import ExitStack
from urllib.parse import urlsplit

import httpx2

from tests.service.resources.house import PATIENCE, House, eventually

_LARGEST = 2**20


def test_what_is_in_memory_at_once_is_limited(service: House) -> None:
    with service.wire("hoarder") as wire:
        _fill(service, wire)


def _fill(service: House, wire: httpx2.Client) -> None:
    head = (
        "POST /v1/cases HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
        f"Authorization: {wire.headers['Authorization']}\r\nContent-Length: {_LARGEST}\r\n\r\n"
    ).encode()
    place = urlsplit(service.url)
    with ExitStack() as stack:
        hoards = [stack.enter_context(socket.create_connection((place.hostname, place.port))) for _ in range(17)]
        for hoard in hoards:
            hoard.sendall(head + b" " * (_LARGEST - 1))
        refused, _, _ = select.select(hoards, [], [], PATIENCE)
        told = [each.recv(10_000).lower() for each in refused]
        assert [each.split()[1] for each in told] == [b"503"]
        assert b"retry-after: 5\r\nconnection: close\r\n" in told[0]
        assert wire.get("/v1/cases").status_code == 200
    eventually(lambda: wire.post("/v1/cases", json={"much": "more than was left"}).status_code == 422)
