"""What came of a run, and how it is written down."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from sqlalchemy import Connection

from api.store.claims import Claim, end_cancelled, fail, finish
from models import AwardInvalid, CaseInvalid, SelectorError, SolverFailed

_MOST_FAULTS = 100


@dataclass(frozen=True)
class Finished:
    """There is an answer."""

    result: bytes
    status: str | None

    def write(self, connection: Connection, held: Claim) -> bool:
        """Whether the run has ended with this."""
        # A run that was cancelled meanwhile is not finished.
        return finish(connection, held, self.result, self.status) or end_cancelled(connection, held)


@dataclass(frozen=True)
class Failed:
    """There is none, and there will be none."""

    status: int
    """The HTTP status that says what kind of problem it is."""
    detail: str
    errors: Sequence[dict[str, str]] = ()

    def write(self, connection: Connection, held: Claim) -> bool:
        """Whether the run has ended with this."""
        problem: dict[str, Any] = {
            "type": "about:blank",
            "title": "Unprocessable Content" if self.status == 422 else HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors:
            problem["errors"] = list(self.errors)
        return fail(connection, held, json.dumps(problem, ensure_ascii=False))


@dataclass(frozen=True)
class Cancelled:
    """Its owner does not want it any more."""

    def write(self, connection: Connection, held: Claim) -> bool:
        """Whether the run has ended with this."""
        return end_cancelled(connection, held)


Outcome = Finished | Failed | Cancelled


def refused(error: SelectorError) -> Failed:
    """The outcome of a run whose question has no answer."""
    if isinstance(error, CaseInvalid):
        faults = error.faults[:_MOST_FAULTS]
        errors = [{"pointer": fault.pointer, "detail": fault.message} for fault in faults]
        return Failed(422, "The case has faults under what was asked.", errors)
    if isinstance(error, AwardInvalid):
        # Its scenario was deleted and stated anew, otherwise.
        errors = [{"pointer": "/award", "detail": fault.message} for fault in error.faults[:_MOST_FAULTS]]
        return Failed(422, "The award is none of the case, as it is now under its scenario.", errors)
    if isinstance(error, SolverFailed):
        return Failed(500, f"The solve failed: {error}.")
    return Failed(422, str(error))
