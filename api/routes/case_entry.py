"""A case, as lists and acceptances tell of it."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from api.http.links import href
from api.http.moment import moment
from api.store.cases import CaseRow
from models.base import Model


class CaseEntry(Model):
    """A case that is kept."""

    id: Annotated[str, Field(description="SHA-256 of the case in canonical JSON: the same case has the same id.")]
    name: Annotated[str, Field(description="Name as printed.")]
    lots: Annotated[int, Field(description="How many lots are tendered.")]
    bids: Annotated[int, Field(description="How many bids there are.")]
    created_at: Annotated[datetime, Field(description="When it was sent first.")]
    href: Annotated[str, Field(description="Where the case is.")]
    remarks: Annotated[
        tuple[str, ...], Field(description="What was left aside or assumed as it was read; only told to who sent it.")
    ] = ()

    @classmethod
    def of(cls, row: CaseRow, remarks: tuple[str, ...] = ()) -> Self:
        """That of a row."""
        return cls(
            id=row.id,
            name=row.name,
            lots=row.lots,
            bids=row.bids,
            created_at=moment(row.created_at),
            href=href("cases", row.id),
            remarks=remarks,
        )


class CasePage(Model):
    """Some of the cases."""

    items: Annotated[tuple[CaseEntry, ...], Field(description="The newest first.")]
    next: Annotated[str | None, Field(description="Where the next page is; null on the last.")] = None
