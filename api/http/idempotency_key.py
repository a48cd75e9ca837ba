"""The key under which a client may send a request again (draft-ietf-httpapi-idempotency-key-header)."""

import hashlib

from starlette.requests import Request

from api.http.problem import Refused

HEADER = "Idempotency-Key"
_LONGEST = 255


def idempotency_key(request: Request) -> str | None:
    """The key that a request states; None where it states none.

    Raises
    ------
    Refused
        with 400 if it is none.
    """
    stated = request.headers.get(HEADER)
    if stated is None:
        return None
    # The draft has it as a string in quotes; most clients send it without.
    key = stated[1:-1] if len(stated) > 1 and stated[0] == stated[-1] == '"' else stated
    if not key or len(key) > _LONGEST or not key.isascii() or not key.isprintable():
        raise Refused(400, f"The {HEADER} must have 1 to {_LONGEST} printable characters of ASCII.")
    return key


def fingerprint(request: Request, body: bytes) -> str:
    """By what a request is known to be the same: its method, path, query, type and body."""
    digest = hashlib.sha256()
    stated = (request.method, request.url.path, request.url.query, request.headers.get("content-type", ""))
    for part in (*(each.encode() for each in stated), body):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
