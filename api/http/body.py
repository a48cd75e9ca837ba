"""The body of a request, as far as it may go."""

from collections.abc import Mapping
from typing import TypeVar

from starlette.requests import Request

from api.http.problem import Refused

MEDIA_TYPE = "application/json"

T = TypeVar("T")


async def read_body(request: Request, limit: int) -> bytes:
    """The body of a request that says it is JSON.

    Raises
    ------
    Refused
        with 415 if it says it is something else, and with 413 once it is known to have more than ``limit`` bytes.
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
    body = bytearray()
    # What is announced need not come true, and nothing is announced of a body in chunks.
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise _too_large(limit)
    return kind, bytes(body)


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
