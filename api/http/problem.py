"""The one shape of every error: problem details (RFC 9457)."""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from api.http.request_id import request_id
from models.base import Model

MEDIA_TYPE = "application/problem+json"

MOST_ERRORS = 1000
"""Errors listed in one answer; a body can hold millions."""

# Names of RFC 9110, which Python has since 3.13.
_NAMES: Mapping[int, str] = {413: "Content Too Large", 422: "Unprocessable Content"}


class ErrorItem(Model):
    """One of the errors of a request: in the body at ``pointer``, and in its ``cell``, or in the query at ``parameter``."""

    pointer: Annotated[str | None, Field(description="Place in the body, a JSON pointer (RFC 6901).")] = None
    parameter: Annotated[str | None, Field(description="Name of the query parameter.")] = None
    sheet: Annotated[str | None, Field(description="Sheet of the workbook, or file of the archive.")] = None
    cell: Annotated[str | None, Field(description="Cell there, such as D7, or row, such as 7:7.")] = None
    detail: Annotated[str, Field(description="What is wrong there.")]


class Problem(Model):
    """What went wrong with a request, as RFC 9457 has it."""

    type: Annotated[str, Field(description="Always `about:blank`: the status says what kind of problem it is.")] = (
        "about:blank"
    )
    title: Annotated[str, Field(description="The status in words.")]
    status: Annotated[int, Field(description="The HTTP status.")]
    detail: Annotated[str, Field(description="What is wrong with this request, in a sentence.")]
    instance: Annotated[str, Field(description="This request: its path and, after `#`, its `X-Request-ID`.")]
    errors: Annotated[
        tuple[ErrorItem, ...] | None,
        Field(
            description=f"Each fault of the body or the query, the first {MOST_ERRORS:,}; left out where there are none."
        ),
    ] = None


class Refused(Exception):
    """A request that gets a problem for an answer."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        errors: Sequence[ErrorItem] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = tuple(errors)
        self.headers = headers


def answer(request: Request, refused: Refused) -> Response:
    """The response that tells of a refusal."""
    problem = Problem(
        title=_NAMES.get(refused.status) or HTTPStatus(refused.status).phrase,
        status=refused.status,
        detail=refused.detail,
        instance=f"{quote(request.scope['path'])}#{request_id(request.scope)}",
        errors=refused.errors[:MOST_ERRORS] or None,
    )
    text = json.dumps(problem.model_dump(exclude_none=True), indent=2, ensure_ascii=False) + "\n"
    # What a client sent may hold half a character, which no encoding has.
    content = text.encode("utf-8", "replace")
    return Response(content, refused.status, refused.headers, MEDIA_TYPE)
