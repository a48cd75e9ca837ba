"""The server that carries the application: it listens, and it ends in good order."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

import uvicorn

from api.app import Service
from api.connection import connections_of
from api.descriptors import allow_descriptors
from api.ending import end_at_next_signal

_SECONDS_TO_END = 10
_KEPT = 5
"""Seconds that a connection is kept after an answer, for the next request."""


class Server(uvicorn.Server):
    """A server that ends the application's solves before it waits for their answers to be fetched.

    Parameters
    ----------
    app
        The application.
    asked
        Whether the process was asked to end before the server was there to hear it.
    """

    def __init__(self, app: Service, asked: Callable[[], bool]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=connections_of(app.parts.settings),
                log_config=None,
                access_log=False,
                server_header=False,
                ws="none",
                lifespan="on",
                timeout_keep_alive=max(1, min(_KEPT, round(app.parts.settings.patience))),
                timeout_graceful_shutdown=_SECONDS_TO_END,
            )
        )
        self._app = app
        self._asked = asked

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End; at once where that was asked for before."""
        if self.should_exit:
            end_at_next_signal()
            signal.raise_signal(sig)
        super().handle_exit(sig, frame)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen."""
        allow_descriptors(self._app.parts.settings.connections)
        await super().startup(sockets)
        self.should_exit = self.should_exit or self._asked()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the solves, each with the best it has found, and then the connections."""
        self._app.solves.close()
        await super().shutdown(sockets)
