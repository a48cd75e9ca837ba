"""What a client would rather have (RFC 7240)."""

from starlette.requests import Request


def is_async(request: Request) -> bool:
    """Whether it would rather be told at once where the answer will be."""
    stated = ",".join(request.headers.getlist("prefer")).split(",")
    return any(each.partition(";")[0].strip().lower() == "respond-async" for each in stated)
