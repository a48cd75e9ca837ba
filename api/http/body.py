"""The body of a request, as far as it may go."""

from starlette.requests import Request

from api.http.problem import Refused

MEDIA_TYPE = "application/json"


async def read_body(request: Request, limit: int) -> bytes:
    """The body of a request that says it is JSON.

    Raises
    ------
    Refused
        with 415 if it says it is something else, and with 413 once it is known to have more than ``limit`` bytes.
    """
    _check_type(request)
    if _announced(request) > limit:
        raise _too_large(limit)
    body = bytearray()
    # What is announced need not come true, and nothing is announced of a body in chunks.
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise _too_large(limit)
    return bytes(body)


def _check_type(request: Request) -> None:
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    name, _, charset = parameters.strip().partition("=")
    if media_type.strip().lower() != MEDIA_TYPE:
        raise Refused(415, f"The body must be a case in JSON, sent with Content-Type: {MEDIA_TYPE}.")
    if name.strip().lower() == "charset" and charset.strip().strip('"').lower() not in ("utf-8", "utf8"):
        raise Refused(415, "The body must be in UTF-8.")
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise Refused(
            415, "The body must be sent as it is, without a Content-Encoding.", headers={"Accept-Encoding": "identity"}
        )


def _announced(request: Request) -> int:
    try:
        return int(request.headers.get("content-length", "0"))
    except ValueError:
        return 0


def _too_large(limit: int) -> Refused:
    return Refused(413, f"The body has more than {limit:,} bytes, which is the most this service reads.")
