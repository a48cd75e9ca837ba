"""Where the body of a request ends, in one way only."""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.http.problem import Refused, answer

_BOTH = frozenset({b"transfer-encoding", b"content-length"})


class Framing:
    """Middleware that refuses a request which states a length and comes in chunks (RFC 9112, 6.1).

    A proxy before the service may go by the one and the service by the other: what is one request to the proxy would then
    be two to the service, the second of them under nobody's eyes.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] == "http" and {name for name, _ in scope["headers"]} >= _BOTH:
            detail = "The request has both a Content-Length and a Transfer-Encoding."
            refused = Refused(400, detail, headers={"Connection": "close"})
            await answer(Request(scope), refused)(scope, receive, send)
            return
        await self._app(scope, receive, send)
