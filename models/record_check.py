"""What was found when a decision record was checked again."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import RuleState
from models.base import Model

RecordPart = Literal["seal", "case", "scenario", "award", "contents"]


class RecordStep(Model):
    """One thing that was checked."""

    part: RecordPart
    holds: bool
    sentence: Annotated[str, Field(description="What was done, and what came of it.")]


class RecordFinding(Model):
    """One thing wrong with a record."""

    rule: Annotated[
        str, Field(description="Where: a JSON pointer, or of the award what is broken, as `selector verify` names it.")
    ]
    message: Annotated[str, Field(description="What is stated, and what was expected.")]


class RecordCheck(Model):
    """Whether a decision record holds good, and what was done to find out. Nothing was searched."""

    valid: Annotated[bool, Field(description="Whether there are no findings.")]
    findings: tuple[RecordFinding, ...]
    rules: Annotated[tuple[RuleState, ...], Field(description="Every limit that concerns the award, recomputed.")]
    steps: Annotated[tuple[RecordStep, ...], Field(description="What was checked, in order.")]
    notes: Annotated[
        tuple[str, ...], Field(description="What is no fault, and a reader should know, such as another version.")
    ]
    sha256: Annotated[str, Field(description="The seal that the record states.")]
    version: Annotated[str, Field(description="Version of the program that checked it now.")]

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
