"""How evaluators mark bids, and how their marks become scores."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from models.base import Model
from models.quantities import Id, Name, Points, Reason


class Evaluator(Model):
    """Someone who marks bids."""

    id: Annotated[Id, Field(description="Unique among evaluators.")]
    name: Annotated[Name, Field(description="Name as printed.")]


class Moderation(Model):
    """The mark that evaluators agreed upon, in place of what their marks come to."""

    mark: Annotated[Points, Field(description="On the scale of the criterion.")]
    reason: Annotated[Reason, Field(description="Why this mark; it is kept with the record.")]


class Marking(Model):
    """Which mark counts where several evaluators marked a bid."""

    by: Annotated[
        Literal["mean", "median"], Field(description="What counts of several marks that were not moderated.")
    ] = "mean"
    moderate_beyond: Annotated[
        Points | None,
        Field(
            description="Marks on one criterion of one bid that are farther apart than this must be moderated; in points of 100, whatever the criterion is marked out of."
        ),
    ] = None


OUT_OF = Decimal(100)
"""What a criterion is marked out of unless it says otherwise."""
