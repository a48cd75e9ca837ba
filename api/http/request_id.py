"""A name for each request, in its answer and in the log."""

import logging
import re
import time
import uuid
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADER = "X-Request-ID"
_ACCEPTABLE = re.compile(r"[A-Za-z0-9._-]{1,128}")
_KEY = "selector.request_id"
_TENANT = "selector.tenant"

_log = logging.getLogger("api.requests")


def request_id(scope: Scope) -> str:
    """The name of the request that a scope belongs to."""
    name: str = scope[_KEY]
    return name


def note_tenant(scope: Scope, tenant: str) -> None:
    """Have the log name the tenant that a request comes from."""
    scope[_TENANT][:] = [tenant]


class RequestId:
    """Middleware that takes the client's ``X-Request-ID``, or makes one, and logs the request under it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.monotonic()
        # Whatever it holds goes into a header and into the log: nothing that could break out of either.
        given = Headers(scope=scope).get(HEADER, "")
        name = scope[_KEY] = given if _ACCEPTABLE.fullmatch(given) else uuid.uuid4().hex
        # Routers hand on copies of the scope, with the same list in them.
        tenant: list[str] = []
        scope[_TENANT] = tenant
        status = 0

        async def named(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = name
            await send(message)

        try:
            await self._app(scope, receive, named)
        finally:
            # The path without its query, and no headers: neither is ours to keep.
            told = {
                "request_id": name,
                "tenant": tenant[0] if tenant else None,
                "method": scope["method"],
                "path": quote(scope["path"]),
                "status": status,
                "ms": round((time.monotonic() - began) * 1000, 1),
            }
            _log.info("request", extra=told)
