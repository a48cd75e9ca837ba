"""A decision, as answers tell of it."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from api.http.links import href
from api.http.moment import moment
from api.store.decisions import DecisionRow
from models.base import Model


class DecisionEntry(Model):
    """A decision that is on record."""

    id: Annotated[str, Field(description="Its name.")]
    run: Annotated[str, Field(description="Id of the run whose award was decided on.")]
    by: Annotated[str, Field(description="Who decided.")]
    because: Annotated[str, Field(description="Why.")]
    at: Annotated[datetime, Field(description="When it was put on record.")]
    actor: Annotated[str, Field(description="Whose key has put it on record, as the audit log names it.")]
    seal: Annotated[str, Field(description="SHA-256 of the record, to be minuted or published.")]
    record: Annotated[str, Field(description="Where the record is.")]

    @classmethod
    def of(cls, row: DecisionRow) -> Self:
        """That of a row."""
        return cls(
            id=row.id,
            run=row.run_id,
            by=row.decided_by,
            because=row.because,
            at=moment(row.created_at),
            actor=row.actor,
            seal=row.seal,
            record=href("runs", row.run_id, "decisions", row.id),
        )


class DecisionList(Model):
    """The decisions on an award."""

    items: Annotated[tuple[DecisionEntry, ...], Field(description="The first first.")]
