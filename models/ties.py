"""Awards that are as good as the best one, or nearly so."""

from typing import Annotated

from pydantic import Field

from models.award import Amount, Totals
from models.base import Model
from models.evaluation import Level, Provenance, Status, Ties
from models.without import BestAward, Handover, TotalsDifference


class OtherAward(Model):
    """An award that is not the best one, or the best one's equal."""

    behind: Annotated[
        Amount,
        Field(
            description="How far it is behind the best award in the board's first objective: £, or points; 0 where it is ahead there, and behind in what comes later."
        ),
    ]
    equal: Annotated[bool, Field(description="Whether it is as good at every level, to the penny.")]
    levels: Annotated[tuple[Level, ...], Field(description="As of a certificate.")]
    totals: Totals
    difference: Annotated[
        TotalsDifference, Field(description="Its totals, less those of the best award; never marked as proven.")
    ]
    bids: Annotated[tuple[str, ...], Field(description="What it accepts, in the order of the case.")]
    handovers: Annotated[tuple[Handover, ...], Field(description="The lots that another bid wins.")]
    sentence: Annotated[str, Field(description="What distinguishes it, in words.")]


class NearTies(Model):
    """The best award of a case and the awards near it, the best first."""

    name: Annotated[str, Field(description="Name of the case.")]
    status: Annotated[Status, Field(description="Of the best award, as of an evaluation.")]
    within: Annotated[Amount, Field(description="How far behind the best award was asked for: £, or points.")]
    most: Annotated[int, Field(description="How many awards were asked for at most, besides the best.")]
    best: BestAward
    ties: Annotated[Ties, Field(description="Whether another award is as good, to the penny.")]
    awards: tuple[OtherAward, ...]
    complete: Annotated[
        bool, Field(description="Whether it is proven that no award that is not listed lies within what was asked for.")
    ]
    beyond: Annotated[
        Amount | None,
        Field(
            description="Proven: every award that is not listed is at least so far behind the best one; null where nothing is proven, or where rules of a higher priority tell them apart."
        ),
    ]
    seconds: Annotated[float, Field(description="Wall-clock time of it all.")]
    provenance: Provenance

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
