"""The decision record: all it takes to defend a decision, and to check it again years later."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from models.award import Amount, Totals
from models.base import Model
from models.case import Case
from models.evaluation import Evaluation
from models.quantities import Name, Reason
from models.scenario import Scenario

RECORD_FORMAT = 1
"""The newest format of records that is known."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


def _digest(text: str) -> str:
    if not _DIGEST.fullmatch(text):
        raise PydanticCustomError("digest_text", "is not a SHA-256, which is 64 hexadecimal digits in small letters")
    return text


def _moment(text: str) -> str:
    try:
        if _MOMENT.fullmatch(text):
            datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
            return text
    except ValueError:
        pass  # the form of a moment, of no calendar
    raise PydanticCustomError("moment_text", "is not a time in UTC written like 2014-03-31T16:30:00Z")


Digest = Annotated[str, AfterValidator(_digest)]
Moment = Annotated[str, AfterValidator(_moment)]


class RecordedFile(Model):
    """A file as it was read."""

    name: Annotated[Name, Field(description="Its name, without the folder.")]
    bytes: Annotated[int, Field(strict=True, ge=0, description="How long it is; of a folder, all its files together.")]
    sha256: Annotated[
        Digest, Field(description="Of its bytes; of a folder, of the list that `sha256sum *` gives of its files.")
    ]


class Recorded(Model):
    """Who recorded a decision, when and why: what nothing can be recomputed from."""

    at: Annotated[Moment, Field(description="When, in UTC.")]
    by: Annotated[Name | None, Field(description="Who decided; null where nobody is named.")] = None
    because: Annotated[Reason | None, Field(description="Why.")] = None


class RecordedRule(Model):
    """A rule of the board as it stood."""

    rule: Annotated[str, Field(description="Its id.")]
    state: Literal["hard", "soft", "switched off"]
    sentence: Annotated[str, Field(description="It in words.")]
    because: Annotated[str, Field(description="Why the board has it.")]


class Override(Model):
    """What was decided by hand: a pick or an exclusion."""

    name: Annotated[str, Field(description="`pick[id]` or `exclusion[id]`.")]
    sentence: str
    reason: str
    by: Annotated[Name | None, Field(description="Who decided it; null where nobody is named.")]


class RecordedProgram(Model):
    """What found the award."""

    version: Annotated[str, Field(description="Version of this program.")]
    solver: Annotated[str, Field(description="Name and version of the solver.")]
    options: Annotated[dict[str, float | str | None], Field(description="Options in force.")]


class RecordedCheck(Model):
    """What the solver-free check found when the decision was recorded. What it does not accept is not recorded."""

    version: Annotated[str, Field(description="Version of the program that checked and recorded it.")]
    rules: Annotated[int, Field(strict=True, ge=0, description="Limits and rules that concern the award.")]
    kept: Annotated[int, Field(strict=True, ge=0, description="How many of them the award keeps.")]
    given_way: Annotated[tuple[str, ...], Field(description="Names of the soft rules that it does not keep.")]
    totals: Annotated[Totals | None, Field(description="Recomputed from the case; null where there is no award.")]
    objective: Annotated[Amount | None, Field(description="Of the certificate, recomputed from the case.")]


class RecordHead(Model):
    """All of a record but the case and the award.

    What follows from these two must be there: what is left out would escape the check.
    """

    record: Annotated[Literal[1], Field(description="Version of this format: 1.")]
    recorded: Recorded
    case_file: Annotated[RecordedFile | None, Field(description="The file that held the case.")] = None
    award_file: Annotated[RecordedFile | None, Field(description="The file that held the award.")] = None
    case_sha256: Annotated[Digest, Field(description="Of the case as stated, in canonical JSON.")]
    scenario: Annotated[
        Scenario | None, Field(description="The scenario in force with its patch; null for the case as stated.")
    ]
    in_force_sha256: Annotated[
        Digest, Field(description="Of the case under the scenario, in canonical JSON: that which the award is of.")
    ]
    objective: Annotated[str, Field(description="What the board sought, in words.")]
    # A million bad rows must not cost a million error records.
    rules: Annotated[
        tuple[RecordedRule, ...], Field(fail_fast=True, description="The board's rules as the scenario leaves them.")
    ]
    overrides: Annotated[tuple[Override, ...], Field(fail_fast=True, description="What was decided by hand.")]
    program: RecordedProgram
    check: RecordedCheck


class DecisionRecord(RecordHead):
    """A decision with all that it rests on. In a file its seal follows."""

    case: Case
    award: Evaluation

    def head(self) -> dict[str, Any]:
        """All but the case and the award, as JSON has it."""
        return self.model_dump(mode="json", exclude={"case", "award"})


@dataclass(frozen=True)
class SealedRecord:
    """A record as a file holds it."""

    record: DecisionRecord
    stated: str
    """The seal that the file states."""
    found: str | None
    """The seal that its text should have; None where the file does not end as one that was sealed."""
