"""A run, as answers tell of it."""

import json
from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import Field

from api.http.links import href
from api.http.moment import moment
from api.store.clock import now
from api.store.runs import Run, RunStatus
from models.base import Model

_LONGEST_WAIT = 30


class RunProgress(Model):
    """How far a run has come."""

    objective: Annotated[str | None, Field(description="What is looked for at the moment.")] = None
    incumbent: Annotated[str | None, Field(description="Value of the best award so far.")] = None
    bound: Annotated[str | None, Field(description="What no award can be better than.")] = None
    gap: Annotated[float | None, Field(description="Between the two, a fraction.")] = None
    seconds: Annotated[float | None, Field(description="Since the search began.")] = None


class RunEntry(Model):
    """A run."""

    id: Annotated[str, Field(description="Its name.")]
    kind: Annotated[str, Field(description="What is asked.")]
    case: Annotated[str, Field(description="Id of the case that it is asked of.")]
    asked: Annotated[dict[str, Any], Field(description="What else its kind asks, such as the scenario and limits.")]
    status: Annotated[RunStatus, Field(description="A finished run has a result, whatever that says.")]
    cancel_requested: Annotated[bool, Field(description="Whether it is to end without one.")]
    progress: Annotated[RunProgress | None, Field(description="How far the search has come, where it tells.")]
    result_status: Annotated[
        str | None, Field(description="Status of the award in the result: optimal, feasible, infeasible or unknown.")
    ]
    problem: Annotated[
        dict[str, Any] | None, Field(description="Why it failed, as problem details; null where it did not.")
    ]
    created_at: Annotated[datetime, Field(description="When it was accepted.")]
    started_at: Annotated[datetime | None, Field(description="When it was begun.")]
    finished_at: Annotated[datetime | None, Field(description="When it ended.")]
    href: Annotated[str, Field(description="Where it is.")]
    events: Annotated[str, Field(description="Where its progress is told as it comes.")]
    result: Annotated[str | None, Field(description="Where its result is; null where there is none.")]

    @classmethod
    def of(cls, row: Run) -> Self:
        """That of a row."""
        return cls(
            id=row.id,
            kind=row.kind,
            case=row.case_id,
            asked=json.loads(row.asked),
            status=row.status,
            cancel_requested=row.cancel_requested,
            progress=None if row.progress is None else RunProgress.model_validate_json(row.progress),
            result_status=row.result_status,
            problem=None if row.problem is None else json.loads(row.problem),
            created_at=moment(row.created_at),
            started_at=moment(row.started_at),
            finished_at=moment(row.finished_at),
            href=href("runs", row.id),
            events=href("runs", row.id, "events"),
            result=href("runs", row.id, "result") if row.status == "finished" else None,
        )


class RunPage(Model):
    """Some of the runs."""

    items: Annotated[tuple[RunEntry, ...], Field(description="The newest first.")]
    next: Annotated[str | None, Field(description="Where the next page is; null on the last.")] = None


def seconds_to_wait(row: Run) -> dict[str, str]:
    """The header that says when to ask again of a run that has not ended: the longer it takes, the later."""
    if row.ended:
        return {}
    return {"Retry-After": str(min(max(1, (now() - row.created_at) // 10_000), _LONGEST_WAIT))}
