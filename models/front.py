"""The awards that no other award is at least as good as in every objective: a Pareto front."""

from typing import Annotated

from pydantic import Field

from models.award import Amount, Totals
from models.base import Model
from models.evaluation import Provenance
from models.objective import ObjectiveName
from models.without import BestAward


class FrontObjective(Model):
    """An objective of a front, and between what the points lie."""

    name: ObjectiveName
    unit: Annotated[str, Field(description="`£`, `points`, `lots` or `WTE`.")]
    step: Annotated[
        Amount, Field(description="What values are rounded to, the nearest: £1, 0.001 point, 0.001 of a lot or WTE.")
    ]
    more_is_better: bool
    best: Annotated[Amount | None, Field(description="Among the points; null where there are none.")]
    worst: Annotated[Amount | None, Field(description="Among the points.")]
    bound: Annotated[
        Amount | None, Field(description="Proven: no award is better than this; null where nothing is proven.")
    ]


class FrontPoint(Model):
    """A point of a front, and an award that has it."""

    values: Annotated[tuple[Amount, ...], Field(description="Of each objective, in their order, rounded to its step.")]
    totals: Annotated[Totals, Field(description="Of the award, exact to the penny.")]
    bids: Annotated[tuple[str, ...], Field(description="What it accepts, in the order of the case.")]
    best: Annotated[bool, Field(description="Whether it is the best award of the case by the board's own objective.")]


class Front(Model):
    """The nondominated points of a case."""

    name: Annotated[str, Field(description="Name of the case.")]
    best: Annotated[BestAward, Field(description="By the board's own objective.")]
    objectives: tuple[FrontObjective, ...]
    points: Annotated[
        tuple[FrontPoint, ...], Field(description="By their values, the best in the first objective first.")
    ]
    complete: Annotated[
        bool,
        Field(
            description="Whether it is proven that there are no other points, or with an epsilon, that the points stand for all awards."
        ),
    ]
    epsilon: Annotated[float, Field(description="What was asked for, as `gap` is told; 0 for the whole front.")]
    gap: Annotated[
        float | None,
        Field(
            description="Proven: whatever award there is, it is better than some point in no objective by more than such a share of the point's own value. 0 where the front is whole, null where nothing is proven."
        ),
    ]
    on_front: Annotated[
        bool | None,
        Field(
            description="Whether the best award of the case is on the front; null where there is none, or where that is open."
        ),
    ]
    regions: Annotated[int, Field(description="Regions of values that are left where points may be.")]
    searches: int
    seconds: Annotated[float, Field(description="Wall-clock time of it all.")]
    provenance: Provenance

    @property
    def answered(self) -> bool:
        """Whether there is a point, or it is proven that there is none."""
        return bool(self.points) or self.complete

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
