"""Links in the header (RFC 8288): where to go from here."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode


def href(*steps: str, **query: str | int | None) -> str:
    """The path of these steps below ``/v1``, with what of the query is not None."""
    path = "/".join(quote(step, safe="") for step in ("v1", *steps))
    stated = urlencode({name: value for name, value in query.items() if value is not None})
    return f"/{path}?{stated}" if stated else f"/{path}"


def link_header(links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The header of links, each a relation and where it leads; nothing where there are none."""
    text = ", ".join(f'<{target}>; rel="{relation}"' for relation, target in links)
    return {"Link": text} if text else {}
