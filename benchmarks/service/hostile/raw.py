"""Bytes sent as they are, and what comes back."""

import socket
import struct
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP

_MOST = 1 << 24


@dataclass(frozen=True)
class Raw:
    """An answer as it came."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def head(method: str, path: str, *lines: str, version: str = "HTTP/1.1") -> bytes:
    """The head of a request, with a host."""
    return "".join(f"{line}\r\n" for line in (f"{method} {path} {version}", "Host: localhost", *lines, "")).encode(
        "latin-1"
    )


@contextmanager
def connected(port: int, timeout: float) -> Iterator[socket.socket]:
    """A connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as wire:
        yield wire


def exchange(port: int, *parts: bytes, timeout: float, apart: float = 0.0, finish: bool = False) -> list[Raw]:
    """The answers to what is sent: until the service ends the connection, or ``timeout`` has passed.

    Parameters
    ----------
    port
        Of the service.
    parts
        What is sent.
    timeout
        Seconds to wait at most.
    apart
        Seconds between two parts.
    finish
        Whether to say that nothing more comes.
    """
    with connected(port, timeout) as wire:
        send(wire, parts, apart)
        if finish:
            with suppress(OSError):
                wire.shutdown(socket.SHUT_WR)
        return answers(received(wire, timeout))


def send(wire: socket.socket, parts: Iterable[bytes], apart: float = 0.0) -> None:
    """Send, as far as the service takes it."""
    # One that has refused what came first may well end the connection before the rest.
    with suppress(OSError):
        for part in parts:
            wire.sendall(part)
            if apart:
                time.sleep(apart)


def received(wire: socket.socket, timeout: float) -> bytes:
    """What comes until the connection is ended, or so many seconds have passed."""
    found = bytearray()
    last = time.monotonic() + timeout
    with suppress(OSError):
        while len(found) < _MOST and (left := last - time.monotonic()) > 0:
            wire.settimeout(left)
            chunk = wire.recv(1 << 16)
            if not chunk:
                break
            found += chunk
    return bytes(found)


def answers(text: bytes) -> list[Raw]:
    """The answers in what came, one after another; those without a length go to the end."""
    found: list[Raw] = []
    while text.startswith(b"HTTP/"):
        start, _, rest = text.partition(b"\r\n")
        block, _, rest = rest.partition(b"\r\n\r\n")
        lines = BytesParser(policy=HTTP).parsebytes(block + b"\r\n\r\n", headersonly=True)
        headers = {name.lower(): str(value) for name, value in lines.items()}
        status = int(start.split()[1])
        length = len(rest) if "content-length" not in headers else int(headers["content-length"])
        length = 0 if status < 200 or status in (204, 304) else length
        found.append(Raw(status, headers, rest[:length]))
        text = rest[length:]
    return found


def reset(wire: socket.socket) -> None:
    """End a connection rudely: with what was sent still on its way."""
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    wire.close()
