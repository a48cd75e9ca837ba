"""The server that carries the application: it listens, and it ends in good order."""

import socket
from collections.abc import Callable

import uvicorn

from api.app import Service

_SECONDS_TO_END = 10


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
                log_config=None,
                access_log=False,
                server_header=False,
                ws="none",
                lifespan="on",
                timeout_graceful_shutdown=_SECONDS_TO_END,
            )
        )
        self._app = app
        self._asked = asked

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen."""
        await super().startup(sockets)
        self.should_exit = self.should_exit or self._asked()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the solves, each with the best it has found, and then the connections."""
        self._app.solves.close()
        await super().shutdown(sockets)
