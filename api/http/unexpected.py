"""The last resort: an error of ours is logged in full, and told without its insides."""

import logging

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.problem import Refused, answer
from api.http.request_id import request_id

_log = logging.getLogger("api")


class Unexpected:
    """Middleware that answers for what nothing further in has caught.

    The framework's own last resort stands outside all other middleware, so its answers would go without their headers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        started = False

        async def noted(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception:
            if scope["type"] != "http" or started:
                raise  # nothing can be said any more; the server ends the connection
            _log.exception("unexpected error, request %s", request_id(scope))
            refused = Refused(500, "The service failed; its log tells why, under the X-Request-ID of this answer.")
            await answer(Request(scope), refused)(scope, receive, send)
