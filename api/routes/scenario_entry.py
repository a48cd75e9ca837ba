"""A scenario that is kept beside a case, as answers tell of it."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from api.http.links import href
from api.http.moment import moment
from api.store.scenarios import ScenarioRow
from models import Scenario
from models.base import Model


class ScenarioEntry(Model):
    """A scenario that is kept beside a case."""

    id: Annotated[str, Field(description="Unique among the scenarios of the case.")]
    scenario: Annotated[Scenario, Field(description="What it says.")]
    created_at: Annotated[datetime, Field(description="When it was stated.")]
    href: Annotated[str, Field(description="Where it is.")]

    @classmethod
    def of(cls, case_id: str, row: ScenarioRow) -> Self:
        """That of a row."""
        return cls(
            id=row.id,
            scenario=Scenario.model_validate_json(row.content),
            created_at=moment(row.created_at),
            href=href("cases", case_id, "scenarios", row.id),
        )


class ScenarioPage(Model):
    """Some of the scenarios that are kept beside a case."""

    items: Annotated[tuple[ScenarioEntry, ...], Field(description="By their ids.")]
    next: Annotated[str | None, Field(description="Where the next page is; null on the last.")] = None
