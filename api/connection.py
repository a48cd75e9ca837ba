"""A client's connection: HTTP/1.1, for as long as the client does its part."""

import asyncio
import json
import socket
import sys
from http import HTTPStatus
from typing import Any

import h11
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from api.http.headers import HEADERS
from api.http.problem import MEDIA_TYPE
from api.settings import Settings


class Connection(H11Protocol):
    """A connection that ends where its client takes too long over the head of a request, or over an answer.

    The framework's own sees to clients between two requests alone. How long a body may take is for who reads it.
    """

    patience: float
    """Seconds that a client may take over the head of a request, and pause before it takes more of an answer."""
    most: int
    """Connections there may be."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.since = 0.0
        """When its client began to owe something."""
        self._admitted = False
        self._late: asyncio.TimerHandle | None = None

    @property
    def owes(self) -> bool:
        """Whether its client has sent no request, or not the head of one, and has had no answer before."""
        return self._late is not None and self.conn.their_state is h11.IDLE and self.cycle is None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take the connection, unless there are too many."""
        self._admitted = len(self.connections) < self.most or self._make_room()
        if not self._admitted:
            self.transport = transport
            transport.write(_whole(503, "As many clients are connected as may be at once.", "Retry-After: 1"))
            transport.close()
            return
        super().connection_made(transport)
        self._expect()
        wire = transport.get_extra_info("socket")
        if wire is not None and hasattr(socket, "TCP_USER_TIMEOUT"):
            # Only the system knows whether a client takes what was sent: much of it lies in the system's hands.
            wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, round(1000 * self.patience))

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._expect_nothing()
        if self._admitted:
            super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what has come."""
        if not self._admitted:
            return
        super().data_received(data)
        self._look()

    def on_response_complete(self) -> None:
        """Go on after an answer."""
        super().on_response_complete()
        # Otherwise nothing has come of the next request yet, and the wait for that is seen to.
        if self.conn.their_state is not h11.IDLE:
            self._look()

    def send_400_response(self, msg: str) -> None:
        """Tell that this is no HTTP, unless an answer was given, and end the connection."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            error = sys.exception()
            status = error.error_status_hint if isinstance(error, h11.RemoteProtocolError) else 400
            self.transport.write(_whole(status, msg))
            self.conn.send_failed()
        if self.cycle is not None:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self.transport.close()

    def _make_room(self) -> bool:
        """End the connection that has owed a request for longest; whether there was one."""
        silent = [each for each in self.connections if isinstance(each, Connection) and each.owes]
        if not silent:
            return False
        longest = min(silent, key=lambda each: each.since)
        longest.transport.abort()
        self.connections.discard(longest)
        return True

    def _look(self) -> None:
        """Have an eye on a client that owes the rest of something that nobody waits for."""
        theirs, ours = self.conn.their_state, self.conn.our_state
        if theirs is h11.IDLE or (theirs is h11.SEND_BODY and ours is h11.DONE):
            self._expect()
        else:
            self._expect_nothing()

    def _expect(self) -> None:
        # From the first on: a byte now and then gains nobody time.
        if self._late is None:
            self.since = self.loop.time()
            self._late = self.loop.call_later(self.patience, self.transport.close)

    def _expect_nothing(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None


def connections_of(settings: Settings) -> type[Connection]:
    """Connections as the settings have them."""

    class Ours(Connection):
        patience = settings.patience
        most = settings.connections

    return Ours


def _whole(status: int, detail: str, *more: str) -> bytes:
    """An answer that ends the connection, before there is a request that it could name."""
    title = HTTPStatus(status).phrase
    problem = {"type": "about:blank", "title": title, "status": status, "detail": detail, "instance": ""}
    body = json.dumps(problem, indent=2).encode() + b"\n"
    lines = (
        f"HTTP/1.1 {status} {title}",
        f"Content-Type: {MEDIA_TYPE}",
        f"Content-Length: {len(body)}",
        "Connection: close",
        *(f"{name}: {value}" for name, value in HEADERS.items()),
        *more,
    )
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode() + body
