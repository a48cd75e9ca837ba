"""What a paper reads of the answer of ``selector pareto``: its points, and what they are measured by."""

from pydantic import BaseModel, ConfigDict

from models.award import Amount, Totals
from models.without import BestAward


class Read(BaseModel):
    """A part of an answer: what the paper does not tell is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class OfCase(Read):
    """The case that an answer is of."""

    case_sha256: str


class FrontObjective(Read):
    """An objective of a front."""

    name: str
    unit: str
    more_is_better: bool


class FrontPoint(Read):
    """A point of a front."""

    values: tuple[Amount, ...]
    totals: Totals
    best: bool


class Front(Read):
    """The awards that no other award is at least as good as in every objective."""

    objectives: tuple[FrontObjective, ...]
    points: tuple[FrontPoint, ...]
    complete: bool
    best: BestAward
    provenance: OfCase
