"""A POST to an address that was looked at before."""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

_SECONDS, _IN_ALL = 10.0, 30.0
"""To connect, and without a word from there; and for all of it, as a word may be one byte."""


@dataclass(frozen=True)
class Place:
    """Where a message goes."""

    host: str
    """As its URL has it, and its certificate."""
    port: int
    address: str
    """To connect to."""
    tls: bool

    @contextmanager
    def connect(self) -> Iterator[socket.socket]:
        """A connection to the very address that was looked at; it is cut off when it has taken too long in all."""
        with (
            socket.create_connection((self.address, self.port), _SECONDS) as plain,
            plain.dup() as same,
            _cut_off(same),
        ):
            if self.tls:
                with ssl.create_default_context().wrap_socket(plain, server_hostname=self.host) as secure:
                    yield secure
            else:
                yield plain


def post(place: Place, target: str, body: bytes, headers: dict[str, str]) -> int:
    """The status of the answer to a POST, be it a redirect.

    Raises
    ------
    OSError
        if there is no connection, or the place is not what its certificate should say.
    http.client.HTTPException
        if the answer is none.
    """
    connection = http.client.HTTPConnection(place.host, place.port, timeout=_SECONDS)
    connection.default_port = 443 if place.tls else 80  # of the header Host, which leaves it out
    with place.connect() as connection.sock:
        connection.request("POST", target, body, headers)
        return connection.getresponse().status


@contextmanager
def _cut_off(connected: socket.socket) -> Iterator[None]:
    def cut() -> None:
        with suppress(OSError):  # it has ended by itself
            connected.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(_IN_ALL, cut)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
