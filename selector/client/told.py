"""What the service tells of what it keeps. Fields that a later service adds are left aside."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from models import Scenario


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class CaseTold(_Told):
    """A case that is kept."""

    id: str
    """SHA-256 of its canonical JSON."""
    name: str
    lots: int
    bids: int
    created_at: datetime
    remarks: tuple[str, ...] = ()
    """What was left aside or assumed as it was read."""


class ScenarioTold(_Told):
    """A scenario that is kept beside a case."""

    id: str
    scenario: Scenario
    created_at: datetime


class ExampleTold(_Told):
    """A case that comes with the service."""

    name: str
    title: str
    about: str
    buyers: int
    lots: int
    bids: int


class DecisionTold(_Told):
    """A decision that is on record."""

    id: str
    run: str
    by: str
    because: str
    at: datetime
    actor: str
    """Whose key has put it on record."""
    seal: str
    """SHA-256 of the record."""


class Progress(_Told):
    """How far a run has come."""

    objective: str | None = None
    incumbent: str | None = None
    bound: str | None = None
    gap: float | None = None
    seconds: float | None = None


class RunTold(_Told):
    """A run."""

    id: str
    kind: str
    case: str
    asked: dict[str, Any]
    status: Literal["queued", "running", "finished", "failed", "cancelled"]
    cancel_requested: bool
    progress: Progress | None
    result_status: str | None
    problem: dict[str, Any] | None
    """Why it failed, as problem details."""
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None

    @property
    def ended(self) -> bool:
        """Whether nothing of it changes any more."""
        return self.status not in ("queued", "running")


class Event(_Told):
    """What became of a run."""

    id: str
    """By which to go on after it."""
    name: str
    """``progress``, or the status in which it has ended."""
    run: RunTold
