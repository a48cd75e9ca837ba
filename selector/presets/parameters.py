"""What may be stated of a preset."""

from abc import abstractmethod
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, TypedDict

from pydantic import Field

from models import Case
from models.base import Model
from models.quantities import Id, Money, Name, Priority
from selector.presets.changes import Changes

Ids = Annotated[tuple[Id, ...], Field(description="Ids, each of a row of the case.")]
Tags = Annotated[tuple[Name, ...], Field(description="Tags that bidders of the case have.")]


class Stated(TypedDict, total=False):
    """All that any preset takes; None and what is empty count as left out."""

    services: Sequence[str] | None
    buyers: Sequence[str] | None
    bidders: Sequence[str] | None
    tags: Sequence[str] | None
    share: Decimal | None
    number: int | None
    least: int | None
    most: int | None
    penalty: Decimal | None
    priority: int | None
    quality_standard: Decimal | None


class Parameters(Model):
    """What one preset takes: its fields are all there is to state, by the names of ``Stated``."""

    @abstractmethod
    def changes(self, case: Case) -> Changes:
        """What the preset puts into a case.

        Raises
        ------
        CaseInvalid
            if the preset does not fit the case.
        """


class Softened(Parameters):
    """What a preset takes whose rules may be made soft."""

    penalty: Annotated[Money | None, Field(description="Makes its rules soft, at so much a unit beyond the limit.")] = (
        None
    )
    priority: Annotated[Priority | None, Field(description="Makes its rules soft, to be kept in this order.")] = None
