"""Where a page of a list ends and the next begins."""

import base64
import binascii
import json
from typing import Annotated

from pydantic import Field

from api.http.problem import ErrorItem, Refused
from models.base import Model

# Numbers beyond what the database holds are nobody's times.
_MOST = 2**63


class Paging(Model):
    """Which part of a list."""

    limit: Annotated[int, Field(ge=1, le=200, description="Most entries of a page.")] = 50
    cursor: Annotated[
        str | None,
        Field(max_length=2000, description="From the `next` link of the page before; the first page if left out."),
    ] = None


def cursor_after(*place: int | str) -> str:
    """The cursor of what comes after a place."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def time_and_id(cursor: str | None) -> tuple[int, str] | None:
    """The place that a cursor of a list by time stands for; None for the start.

    Raises
    ------
    Refused
        with 422 if it is none.
    """
    match _place(cursor):
        case None:
            return None
        case [int() as time, str() as name] if -_MOST <= time < _MOST:
            return time, name
    raise _no_cursor()


def id_alone(cursor: str | None) -> str | None:
    """The place that a cursor of a list by id stands for; None for the start.

    Raises
    ------
    Refused
        with 422 if it is none.
    """
    match _place(cursor):
        case None:
            return None
        case [str() as name]:
            return name
    raise _no_cursor()


def _place(cursor: str | None) -> list[object] | None:
    if cursor is None:
        return None
    try:
        place = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        raise _no_cursor() from None
    if not isinstance(place, list) or not all(_is_sound(each) for each in place):
        raise _no_cursor()
    return place


def _is_sound(each: object) -> bool:
    # No database holds half a character, and PostgreSQL no character 0.
    return not isinstance(each, str) or not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in each)


def _no_cursor() -> Refused:
    item = ErrorItem(parameter="cursor", detail="It is no cursor of this list: take it from a `next` link.")
    return Refused(422, "The query has faults.", errors=[item])
