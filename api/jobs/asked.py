"""What may be asked of each kind of run."""

from typing import Annotated

from pydantic import Field

from api.routes.limits import Limits, LimitsOfAll
from models import ShareMethod
from models.base import Model
from selector.scenarios import AS_STATED

_MOST_NAMES = 1000


class EvaluateAsked(Limits):
    """What an evaluation is asked."""

    scenario: Annotated[
        str, Field(description="Id of a scenario of the case, or name of a built-in one; the case itself if left out.")
    ] = AS_STATED


class CompareAsked(LimitsOfAll):
    """What a comparison is asked."""

    scenarios: Annotated[
        tuple[str, ...],
        Field(
            max_length=100,
            description="Ids of scenarios of the case, or names of built-in ones. If left out: all of the case, or the built-in ones where it has none.",
        ),
    ] = ()
    baseline: Annotated[str, Field(description="The scenario that the others are held against.")] = AS_STATED


class WithoutAsked(LimitsOfAll):
    """What is asked of the worth of bids."""

    bids: Annotated[
        tuple[str, ...],
        Field(
            max_length=_MOST_NAMES,
            description="Ids of bids. If left out: every package that the best award accepts.",
        ),
    ] = ()


class ChoiceAsked(LimitsOfAll):
    """What is asked of the freedom of choice."""

    coalitions: Annotated[
        int | None,
        Field(
            ge=1, description="Most buyers of a coalition that is looked at. If left out: 2 up to 12 buyers, 1 above."
        ),
    ] = None
    shares: Annotated[ShareMethod, Field(description="How charges less discounts are shared.")] = "volume"


class TiesAsked(LimitsOfAll):
    """What is asked of the awards that come next to the best one."""

    within: Annotated[
        float,
        Field(
            ge=0,
            le=10**12,
            description="How far behind the best an award may be, in the board's first objective: £, or points.",
        ),
    ] = 0.0
    most: Annotated[int, Field(ge=0, le=1000, description="How many awards to look for, besides the best.")] = 10


class MarketAsked(Model):
    """What is asked of the market: nothing but the case."""
