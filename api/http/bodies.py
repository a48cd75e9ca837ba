"""How much of the bodies of all requests together is in memory."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.problem import Refused

_TIMES = 16
"""How many bodies of the largest size there is room for."""


class Bodies:
    """Middleware that refuses to read on where the bodies that are being read or worked on would be too much for memory.

    Parameters
    ----------
    largest
        Bytes that one body may have.
    """

    def __init__(self, app: ASGIApp, largest: int) -> None:
        self._app = app
        self._left = _TIMES * largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        held = 0

        async def counted() -> Message:
            nonlocal held
            message = await receive()
            size = len(message.get("body", b""))
            if size > self._left:
                detail = "As much is being read as there is room for; try again later."
                raise Refused(503, detail, headers={"Retry-After": "5", "Connection": "close"})
            self._left -= size
            held += size
            return message

        try:
            await self._app(scope, counted, send)
        finally:
            self._left += held
