"""What comes back of a piece of work."""

from dataclasses import dataclass
from typing import Any

from models import SelectorError


@dataclass(frozen=True)
class Value:
    """What it came to."""

    value: Any


@dataclass(frozen=True)
class Raised:
    """The error that it raised: one that it would raise anywhere."""

    error: SelectorError


@dataclass(frozen=True)
class Ended:
    """Its process ended before it was done, most likely for want of memory: it may fare better elsewhere."""

    exit_status: int | None


@dataclass(frozen=True)
class Lacking:
    """A worker has yet to be sent some of what the piece shares with others: it has just come, or has let go of it."""

    worker: str


@dataclass(frozen=True)
class Refused:
    """A worker on which results could differ did not begin it."""

    worker: str
    difference: str


Outcome = Value | Raised | Ended | Lacking | Refused
