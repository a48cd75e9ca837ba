"""What changed from one decision record to a later one."""

from typing import Annotated

from pydantic import Field

from models.award import Amount
from models.base import Model
from models.evaluation import Status
from models.record import Recorded
from models.without import Handover


class Changed(Model):
    """One place that differs."""

    pointer: Annotated[
        str, Field(description="JSON pointer to it in the later record; to what is gone, in the earlier one.")
    ]
    before: Annotated[str | None, Field(description="As JSON, cut where it is long; null where it was not there.")]
    after: Annotated[str | None, Field(description="As JSON, cut where it is long; null where it is gone.")]
    sentence: str


class ChangedPart(Model):
    """A table or a field of the case that differs."""

    part: Annotated[str, Field(description="Its name, such as `bids`.")]
    added: Annotated[int, Field(description="Rows that were not there.")] = 0
    removed: Annotated[int, Field(description="Rows that are gone.")] = 0
    changed: Annotated[int, Field(description="Rows of the same id that differ.")] = 0
    reordered: Annotated[bool, Field(description="Whether rows that are in both stand in another order.")] = False
    changes: Annotated[tuple[Changed, ...], Field(description="The first of them.")] = ()
    more: Annotated[int, Field(description="How many further changes are not listed.")] = 0


class ChangedTotal(Model):
    """A total of both awards."""

    total: str
    before: Amount
    after: Amount
    difference: Annotated[Amount, Field(description="After less before.")]


class RecordedAs(Model):
    """One of the two records."""

    sha256: Annotated[str, Field(description="Its seal.")]
    name: Annotated[str, Field(description="Name of its case.")]
    recorded: Recorded
    status: Status


class RecordDifference(Model):
    """What changed since an earlier record. Nothing was searched."""

    earlier: RecordedAs
    later: RecordedAs
    same_case: Annotated[bool, Field(description="Whether the case as stated is the same, to the last figure.")]
    case: Annotated[tuple[ChangedPart, ...], Field(description="What differs in the case as stated.")]
    scenario: Annotated[tuple[Changed, ...], Field(description="What differs in the scenario in force.")]
    goal: Annotated[tuple[Changed, ...], Field(description="What the board sought, where it seeks another thing.")]
    rules: Annotated[tuple[Changed, ...], Field(description="Rules in force that came, went or differ, in words.")]
    overrides: Annotated[tuple[Changed, ...], Field(description="Decisions by hand that came, went or differ.")]
    program: Annotated[tuple[Changed, ...], Field(description="Version, solver and options that differ.")]
    totals: Annotated[
        tuple[ChangedTotal, ...], Field(description="Totals that differ; none where one of the two has no award.")
    ]
    handovers: Annotated[tuple[Handover, ...], Field(description="Lots that another bidder wins.")]
    other_bids: Annotated[tuple[Handover, ...], Field(description="Lots that the same bidder wins by another bid.")]
    new_lots: Annotated[tuple[str, ...], Field(description="Lots awarded now and not before, by id.")]
    gone_lots: Annotated[tuple[str, ...], Field(description="Lots awarded before and not now, by id.")]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs but who recorded it, when and why."""
        return self.earlier.status == self.later.status and not any(
            getattr(self, name) for name in type(self).model_fields if name not in ("earlier", "later", "same_case")
        )

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
