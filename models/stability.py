"""How far weights and figures may move before another award is best."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import Amount, Figure
from models.base import Model
from models.evaluation import Provenance
from models.without import BestAward, Handover, TotalsDifference

WeightName = Literal["cost", "liability_weight", "disruption_value", "quality_value", "price_weight", "quality_weight"]
TurnProof = Literal["exact", "interval", "never", "open"]


class OtherBest(Model):
    """An award that is best at other weights, checked against the case."""

    bids: Annotated[tuple[str, ...], Field(description="What it accepts, in the order of the case.")]
    difference: Annotated[
        TotalsDifference | None,
        Field(description="Its totals, less those of the best award; null where it was not come to."),
    ] = None
    handovers: Annotated[tuple[Handover, ...], Field(description="The lots that another bid wins.")] = ()


class TurningPoint(Model):
    """Where, as weights move away from those of today, another award becomes the best."""

    proof: Annotated[
        TurnProof,
        Field(
            description="`exact`: at `stays` another becomes as good, and beyond it better. `interval`: somewhere between `stays` and `ends`, or beyond `stays` where no better award was found. `never`: however far it moves in this direction. `open`: nothing is known beyond `stays`."
        ),
    ]
    stays: Annotated[
        Amount | None,
        Field(
            description="Proven: the award stays the best to here; null where it is not proven the best today, or it stays so without end."
        ),
    ] = None
    ends: Annotated[
        Amount | None, Field(description="Beyond this another award is better; null where none was found.")
    ] = None
    then: Annotated[OtherBest | None, Field(description="That award; null where none was found.")] = None


class WeightRange(Model):
    """One weight moved, all others as they are: where the best award stays the best."""

    weight: Annotated[
        WeightName,
        Field(description="Of `objective`, by the name of its field; `price_weight` of scores as a share of both."),
    ]
    unit: str
    stated: Annotated[Amount, Field(description="The weight in force.")]
    below: TurningPoint
    above: TurningPoint
    sentence: Annotated[str, Field(description="The range in words.")] = ""


class CriterionRange(Model):
    """The weight of one criterion moved, its siblings in proportion: where the best award stays the best."""

    criterion: str
    name: str
    stated: Annotated[
        Amount, Field(description="Its share of the weights of the criteria that it is weighed with, a fraction.")
    ]
    below: TurningPoint
    above: TurningPoint
    sentence: Annotated[str, Field(description="The range in words.")] = ""


class FixedCriterion(Model):
    """A criterion whose weight was not moved."""

    criterion: str
    why: str


class OrderChange(Model):
    """Objectives in an order, stated otherwise."""

    changed: Annotated[str, Field(description="How, in words.")]
    same: Annotated[
        bool | None,
        Field(description="Whether today's award is then the best, or as good as any; null where that is open."),
    ]
    then: Annotated[OtherBest | None, Field(description="The best award then, where it is another.")] = None
    sentence: str


class SmallestChange(Model):
    """The smallest change of weights, in any direction, that makes another award the best."""

    measure: Annotated[
        Literal["largest_relative_change", "points_of_share"],
        Field(
            description="`largest_relative_change`: by which fraction the values of liability, disruption and quality are off, the most of any, each in its own direction. `points_of_share`: by how many of 100 points the shares of price and quality move."
        ),
    ]
    at: TurningPoint
    weights: Annotated[
        dict[str, Amount], Field(description="The weights at `ends`, to nine figures; empty where there is none.")
    ] = {}
    sentence: Annotated[str, Field(description="The change in words.")] = ""


class WeightRegion(Model):
    """Where on the map of weights one award is the best."""

    award: OtherBest
    is_best: Annotated[bool, Field(description="Whether it is the best award of today.")]
    corners: Annotated[
        tuple[tuple[Figure, ...], ...],
        Field(
            description="Corners of the region, in order around it: the share of each weight of the map, nine decimals. Of two weights the two ends."
        ),
    ]
    share: Annotated[Figure, Field(description="Of the whole map, six decimals.")]
    proven: Annotated[
        bool, Field(description="Whether no award is better at any corner, and so nowhere in the region.")
    ]


class WeightMap(Model):
    """Which award is best at which weights: shares of two or three of them, the rest as they are at 0."""

    weights: Annotated[tuple[WeightName, ...], Field(description="In the order of the corners' shares.")]
    at_equal_shares: Annotated[
        tuple[Amount, ...],
        Field(
            description="What each is where the shares are equal: the weights in force, so that today is the middle of the map; of scores 0.5 each, and today is where the shares are those in force."
        ),
    ]
    regions: Annotated[
        tuple[WeightRegion, ...],
        Field(description="The largest first. Neighbours share a border, on which both are the best."),
    ]
    complete: Annotated[bool, Field(description="Whether every region is proven, and together they are the whole map.")]


class Acceptance(Model):
    """How often something came out in the samples, with its 95 % interval (Wilson)."""

    count: int
    share: Figure
    low: Figure
    high: Figure


class AcceptedAward(Model):
    """An award that was the best in some samples."""

    bids: tuple[str, ...]
    is_best: Annotated[bool, Field(description="Whether it is the best award of today.")]
    lots_apart: Annotated[int, Field(description="Lots that another bid wins than in the best award of today.")]
    acceptance: Acceptance
    central: Annotated[
        dict[str, Figure],
        Field(description="Mean share of each weight over those samples; empty where weights were not drawn."),
    ] = {}


class AcceptedBid(Model):
    """How often a bid wins a lot."""

    lot: str
    bid: str
    bidder: str
    is_best: Annotated[bool, Field(description="Whether it does so in the best award of today.")]
    acceptance: Acceptance


class AcceptedBidder(Model):
    """How often a bidder wins anything, and how much."""

    bidder: str
    is_best: Annotated[bool, Field(description="Whether it does so in the best award of today.")]
    acceptance: Acceptance
    mean_lots: Annotated[Figure, Field(description="Mean of the lots it wins, over all samples with an award.")]


class Acceptability(Model):
    """What is best where figures are drawn at random: stochastic multicriteria acceptability analysis."""

    prices: Annotated[Figure, Field(description="Each bid's prices, up to this fraction up or down.")]
    volumes: Annotated[Figure, Field(description="Each lot's volume, likewise.")]
    transfer: Annotated[
        Figure, Field(description="The share of staff that transfers, by kind of bidder, likewise; at most all.")
    ]
    weights: Annotated[
        tuple[WeightName, ...], Field(description="Weights drawn, uniformly over the map; empty where they were not.")
    ]
    seed: int
    gap: Annotated[
        float,
        Field(description="The award of a sample is proven the best within this gap, a fraction; 0 to the penny."),
    ]
    asked: Annotated[int, Field(description="Samples asked for.")]
    examined: Annotated[int, Field(description="Samples whose best award is known: shares are of these.")]
    infeasible: Annotated[int, Field(description="Samples in which no award keeps every rule.")]
    open: Annotated[int, Field(description="Samples not come to, or not proven, within the limits.")]
    same: Annotated[Acceptance, Field(description="The best award of today, to the last bid.")]
    awards: Annotated[tuple[AcceptedAward, ...], Field(description="The most frequent first, at most twenty.")]
    different: Annotated[int, Field(description="How many different awards came out.")]
    lots: Annotated[
        tuple[AcceptedBid, ...],
        Field(description="By lot, in their order, the bids that won it, the most often first."),
    ]
    bidders: Annotated[tuple[AcceptedBidder, ...], Field(description="Those that won anything, the most often first.")]


class Stability(Model):
    """How stable the best award of a case is."""

    name: Annotated[str, Field(description="Name of the case.")]
    best: BestAward
    no_weights: Annotated[
        str | None, Field(description="Why there are no weights to be moved; null where there are some.")
    ] = None
    within: Annotated[
        Amount | None,
        Field(
            description="An award counts as the best where none is better by more than this at the weights of today: £, or points. Of a sum of money it is more at larger ones, in proportion."
        ),
    ] = None
    smallest: Annotated[SmallestChange | None, Field(description="Null where there are no weights to be moved.")] = None
    ranges: tuple[WeightRange, ...] = ()
    criteria: Annotated[
        tuple[CriterionRange, ...],
        Field(
            description="Of criteria that are weighed with others, where quality counts: to `within` and what 0.001 point counts for."
        ),
    ] = ()
    fixed_criteria: Annotated[
        tuple[FixedCriterion, ...], Field(description="Criteria whose weights were not moved.")
    ] = ()
    orders: Annotated[
        tuple[OrderChange, ...],
        Field(
            description="Of objectives in an order: with each two that follow one another changed over, and each tolerance at nothing or doubled."
        ),
    ] = ()
    map: Annotated[WeightMap | None, Field(description="Null where not two or three weights count today.")] = None
    acceptability: Annotated[
        Acceptability | None, Field(description="Null where no sample was asked for, or nothing is drawn.")
    ] = None
    seconds: Annotated[float, Field(description="Wall-clock time of it all.")]
    provenance: Provenance

    @property
    def answered(self) -> bool:
        """Whether nothing that was asked for is wholly open."""
        turns = [each for row in self.ranges for each in (row.below, row.above)]
        turns += [each for row in self.criteria for each in (row.below, row.above)]
        if self.smallest is not None:
            turns.append(self.smallest.at)
        drawn = self.acceptability is None or self.acceptability.examined or self.acceptability.infeasible
        return self.best.status == "infeasible" or (
            self.best.status != "unknown"
            and all(each.proof != "open" for each in turns)
            and all(each.same is not None for each in self.orders)
            and bool(drawn)
        )

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
