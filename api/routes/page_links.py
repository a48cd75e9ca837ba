"""The header of a page of a list: where its first and its next page are."""

from api.http.links import href, link_header


def page_links(*steps: str, limit: int, after: str | None, **query: str | None) -> tuple[str | None, dict[str, str]]:
    """Where the next page is, None on the last, and the header that says so."""
    links = [("first", href(*steps, **query, limit=limit))]
    following = None
    if after is not None:
        following = href(*steps, **query, limit=limit, cursor=after)
        links.append(("next", following))
    return following, link_header(links)
