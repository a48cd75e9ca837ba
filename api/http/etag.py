"""Entity tags: a client that holds what there is need not fetch it again (RFC 9110)."""

import re

from starlette.requests import Request

_TAG = re.compile(r'(?:W/)?("[^"]*")')


def etag(digest: str) -> str:
    """The tag of what has a digest."""
    return f'"{digest}"'


def is_held(request: Request, tag: str) -> bool:
    """Whether the client says that it holds what has a tag."""
    stated = ",".join(request.headers.getlist("if-none-match"))
    return stated.strip() == "*" or tag in _TAG.findall(stated)
