"""The body of a request, as far as it may go."""

import asyncio
from collections.abc import Mapping
from typing import TypeVar

from starlette.requests import Request

from api.http.problem import Refused

MEDIA_TYPE = "application/json"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The media type of a workbook."""
OCTETS = "application/octet-stream"
"""That of a file of which nothing is said."""

_SLOWEST = 4096
"""Bytes a second that a body comes in at least, on average."""

T = TypeVar("T")


async def read_body(request: Request, limit: int) -> bytes:
    """The body of a request that says it is JSON.

    Raises
    ------
    Refused
        with 415 if it says it is something else, with 413 once it is known to have more than ``limit`` bytes, and with
        408 if it comes too slowly.
    """
    _, body = await read_body_of(request, limit, {MEDIA_TYPE: None})
    return body


async def read_body_of(request: Request, limit: int, types: Mapping[str, T]) -> tuple[T, bytes]:
    """What a request says its body is, of several media types, and the body.

    Raises
    ------
    Refused
        as ``read_body`` does.
    """
    kind = _checked_type(request, types)
    if _announced(request) > limit:
        raise _too_large(limit)
    return kind, await _arrived(request, limit)


async def _arrived(request: Request, limit: int) -> bytes:
    patience = request.app.state.patience
    body = bytearray()
    clock = asyncio.get_running_loop().time
    began = clock()
    try:
        async with asyncio.timeout(patience) as allowed:
            # What is announced need not come true, and nothing is announced of a body in chunks.
            async for chunk in request.stream():
                body += chunk
                if len(body) > limit:
                    raise _too_large(limit)
                # A byte now and then is no way to hold a connection.
                allowed.reschedule(min(clock(), began + len(body) / _SLOWEST) + patience)
    except TimeoutError:
        detail = "The body came too slowly: it paused, or had less than 4 KiB a second."
        raise Refused(408, detail, headers={"Connection": "close"}) from None
    return bytes(body)


def _checked_type(request: Request, types: Mapping[str, T]) -> T:
    stated, _, parameters = request.headers.get("content-type", "").partition(";")
    name, _, charset = parameters.strip().partition("=")
    media_type = stated.strip().lower()
    if media_type not in types:
        raise Refused(415, f"The body must be sent with Content-Type: {' or '.join(types)}.")
    if name.strip().lower() == "charset" and charset.strip().strip('"').lower() not in ("utf-8", "utf8"):
        raise Refused(415, "The body must be in UTF-8.")
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise Refused(
            415, "The body must be sent as it is, without a Content-Encoding.", headers={"Accept-Encoding": "identity"}
        )
    return types[media_type]


def _announced(request: Request) -> int:
    try:
        return int(request.headers.get("content-length", "0"))
    except ValueError:
        return 0


def _too_large(limit: int) -> Refused:
    return Refused(413, f"The body has more than {limit:,} bytes, which is the most this service reads.")
