"""What may be asked of each kind of run."""

from datetime import date
from typing import Annotated

from pydantic import Field

from api.jobs.limits import Limits, LimitsOfAll, LimitsOfMany
from models import PriceFormula, ShareMethod
from models.base import Model
from models.objective import ObjectiveName
from selector.decide.stability.sampling import SAMPLES, SEED
from selector.scenarios import AS_STATED

_MOST_NAMES = 1000
_AWARD = Annotated[
    str | None,
    Field(
        max_length=64,
        description="Id of a finished run of the kind `evaluate` of the same case: its award is asked about, under the scenario that it is of. If left out, the best award is found first.",
    ),
]


class EvaluateAsked(Limits):
    """What an evaluation is asked."""

    scenario: Annotated[
        str, Field(description="Id of a scenario of the case, or name of a built-in one; the case itself if left out.")
    ] = AS_STATED


class ConflictAsked(LimitsOfAll):
    """What is asked of why there is no award."""

    scenario: Annotated[
        str, Field(description="Id of a scenario of the case, or name of a built-in one; the case itself if left out.")
    ] = AS_STATED
    clashes: Annotated[int, Field(ge=1, le=1000, description="Most conflicts to look for.")] = 2
    repairs: Annotated[int, Field(ge=1, le=1000, description="Most repairs to look for.")] = 2


class CompareAsked(LimitsOfMany):
    """What a comparison is asked."""

    scenarios: Annotated[
        tuple[str, ...],
        Field(
            max_length=100,
            description="Ids of scenarios of the case, or names of built-in ones. If left out: all of the case, or the built-in ones where it has none.",
        ),
    ] = ()
    baseline: Annotated[str, Field(description="The scenario that the others are held against.")] = AS_STATED


class OfAward(LimitsOfAll):
    """What may be asked of an award."""

    award: _AWARD = None


class ManyOfAward(LimitsOfMany):
    """What may be asked of an award where that takes many searches."""

    award: _AWARD = None


class WithoutAsked(OfAward):
    """What is asked of the worth of bids."""

    bids: Annotated[
        tuple[str, ...],
        Field(
            max_length=_MOST_NAMES,
            description="Ids of bids. If left out: every package that the best award accepts.",
        ),
    ] = ()


class ChoiceAsked(OfAward):
    """What is asked of the freedom of choice."""

    coalitions: Annotated[
        int | None,
        Field(
            ge=1, description="Most buyers of a coalition that is looked at. If left out: 2 up to 12 buyers, 1 above."
        ),
    ] = None
    shares: Annotated[ShareMethod, Field(description="How charges less discounts are shared.")] = "volume"


class TiesAsked(ManyOfAward):
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


class ExplainAsked(ManyOfAward):
    """What is asked of why bids have lost."""

    bidders: Annotated[
        tuple[str, ...],
        Field(max_length=_MOST_NAMES, description="Ids of the bidders whose bids to explain. If left out: all."),
    ] = ()


class LettersAsked(ExplainAsked):
    """What is asked of the letters to who has lost."""

    bidders: Annotated[
        tuple[str, ...],
        Field(
            max_length=_MOST_NAMES,
            description="Ids of the bidders to be written to. If left out: all that have lost something.",
        ),
    ] = ()
    standstill_ends: Annotated[
        date | None, Field(description="Last day of the standstill; a blank to be filled in if left out.")
    ] = None


class AnalyseAsked(ManyOfAward):
    """What is asked of an award where everything is."""

    standstill_ends: Annotated[
        date | None, Field(description="Last day of the standstill, for the letters; a blank if left out.")
    ] = None


class PricesAsked(ManyOfAward):
    """What is asked of the price of rules."""

    rules: Annotated[
        tuple[str, ...],
        Field(
            max_length=_MOST_NAMES,
            description="Names of rules, floors, caps and thresholds, such as `floor[hr]`, or ids of the board's rules. If left out: all.",
        ),
    ] = ()
    pairs: Annotated[
        bool | None,
        Field(description="Whether to price them two by two as well, at most fifteen; up to board size if left out."),
    ] = None


class ResilienceAsked(ManyOfAward):
    """What is asked of the failure of winners."""

    bidders: Annotated[
        tuple[str, ...],
        Field(
            max_length=_MOST_NAMES,
            description="Ids of the bidders that may fail. If left out: everybody who has won something.",
        ),
    ] = ()
    pairs: Annotated[bool, Field(description="Whether to ask also what becomes of it if two of them fail.")] = False
    free: Annotated[
        tuple[str, ...],
        Field(max_length=_MOST_NAMES, description="Ids of the bidders whose lots a repair may give to others."),
    ] = ()
    free_all: Annotated[bool, Field(description="Whether a repair may give any lot to any bid.")] = False


class AuditAsked(ManyOfAward):
    """What is asked of price formulas, and of bids that win nothing."""

    formulas: Annotated[
        tuple[PriceFormula, ...], Field(max_length=100, description="Price formulas to try. If left out: all.")
    ] = ()


class ParetoAsked(ManyOfAward):
    """What is asked of the awards to which no other is preferable."""

    objectives: Annotated[
        tuple[ObjectiveName, ...],
        Field(
            min_length=1, max_length=10, description="Objectives of the front. If left out: cost, quality, liability."
        ),
    ] = ("cost", "quality", "liability")
    epsilon: Annotated[
        float,
        Field(
            ge=0,
            le=1,
            description="Share of its own values by which a point may stand for others, such as 0.01; every point at 0.",
        ),
    ] = 0.0


class StabilityAsked(ManyOfAward):
    """What is asked of weights that move, and of figures drawn at random."""

    samples: Annotated[int, Field(ge=0, le=100_000, description="How many samples are drawn.")] = SAMPLES
    seed: Annotated[int, Field(ge=0, lt=2**32, description="Of the samples.")] = SEED
    prices: Annotated[
        float | None,
        Field(
            ge=0,
            le=1,
            description="By how much of itself each bid's price is drawn higher or lower. If nothing is said to be drawn: prices are, by 0.05, and transfer shares, by 0.1.",
        ),
    ] = None
    volumes: Annotated[float | None, Field(ge=0, le=1, description="By how much each lot's volume is.")] = None
    transfer: Annotated[
        float | None, Field(ge=0, le=1, description="By how much shares of staff that transfer are.")
    ] = None
    weights: Annotated[bool, Field(description="Whether to draw the weights of the objective.")] = False


class RobustAsked(ManyOfAward):
    """What is asked of an award that bears some bidders turning out dearer."""

    budgets: Annotated[
        tuple[Annotated[int, Field(ge=0, le=1000)], ...],
        Field(max_length=100, description="How many bidders turn out dearer at once: an award for each number."),
    ] = (1,)
    curve: Annotated[
        bool, Field(description="Whether to take every number from 0 to that of the bidders of the best award instead.")
    ] = False
    prices: Annotated[
        float, Field(ge=0, le=10, description="By how much of themselves the prices of a dearer bidder are higher.")
    ] = 0.1
    transfer: Annotated[
        float, Field(ge=0, le=1, description="By how much of itself the share of staff that it takes over is lower.")
    ] = 0.1


class MarketAsked(Model):
    """What is asked of the market: before the decision, or after it."""

    award: Annotated[
        str | None,
        Field(
            max_length=64,
            description="Id of a finished run of the kind `evaluate` of the same case, whose award is looked at too.",
        ),
    ] = None


class ProspectusAsked(Model):
    """What is asked of the prospectus: nothing but the case."""
