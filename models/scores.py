"""What every bid scores on every lot, with all that it takes to work it out again (``selector scores``)."""

from typing import Annotated

from pydantic import Field

from models.award import Amount, Figure, Reason
from models.base import Model
from models.evaluation import Provenance
from models.marks import Marking
from models.objective import Ratio
from models.quantities import SignedMoney


class AppliedCriterion(Model):
    """A criterion that applies to a lot."""

    criterion: str
    name: str
    parent: Annotated[str | None, Field(description="The criterion that it is a part of.")]
    weight: Annotated[Figure, Field(description="Weight among the parts of its parent that apply.")]
    out_of: Annotated[Figure | None, Field(description="What it is marked out of; null where it has parts.")]
    minimum: Annotated[Figure | None, Field(description="A bid that comes to less is barred.")]


class Marks(Model):
    """How evaluators marked a bid on a criterion."""

    marks: Annotated[dict[str, Figure], Field(description="By evaluator, on the scale of the criterion.")]
    agreed: Annotated[Figure | None, Field(description="The mark that they agreed upon; null where they did not.")]
    reason: Annotated[str | None, Field(description="Why that mark.")]


class CriterionScore(Model):
    """What a criterion comes to for a bid."""

    criterion: str
    points: Annotated[
        Figure,
        Field(description="Its score or, where it has parts, what these come to, here rounded to a millionth."),
    ]
    marked: Annotated[Marks | None, Field(description="Null where the bid states its score.")] = None


class Low(Model):
    """What makes a bid abnormally low on a lot: the list prices of the other bidders' bids for it."""

    mean: Annotated[SignedMoney, Field(description="£ a year, to a penny.")]
    next: Annotated[SignedMoney, Field(description="The lowest, £ a year.")]


class BidScores(Model):
    """What a bid scores on a lot."""

    bid: str
    bidder: str
    criteria: Annotated[
        tuple[CriterionScore, ...],
        Field(description="In the order of those of the lot; empty for a fallback, whose quality is stated."),
    ]
    quality: Annotated[Figure, Field(description="Points, to 0.001.")]
    list_price: Annotated[SignedMoney, Field(description="£ a year, on this lot.")]
    cost: Annotated[SignedMoney, Field(description="Present value, on this lot.")]
    liability: Annotated[SignedMoney, Field(description="Expected redundancy cost, on this lot.")]
    evaluated_price: Annotated[
        SignedMoney | None, Field(description="The price that is scored; null where the objective has no scores.")
    ] = None
    price_score: Annotated[
        Figure | None,
        Field(
            description="Points of the price, here rounded to a millionth; null where the bid is barred, or the formula scores price and quality in one."
        ),
    ] = None
    score: Annotated[
        Amount | None, Field(description="Points, rounded once to 0.001; null where the bid is barred.")
    ] = None
    reasons: Annotated[tuple[Reason, ...], Field(description="Why it is barred; empty where it is not.")] = ()
    abnormally_low: Annotated[Low | None, Field(description="Null where it is not abnormally low.")] = None


class ScoredPrices(Model):
    """What prices are scored against on a lot: figures of the bids that qualify."""

    bids: Annotated[int, Field(description="How many qualify.")]
    least: SignedMoney
    most: SignedMoney
    total: Annotated[SignedMoney, Field(description="Their sum; the mean is this by the number of bids.")]
    benchmark: Annotated[Amount | None, Field(description="£; null where none is needed.")] = None
    point_value: Annotated[
        Amount | None, Field(description="£ that a point of quality is worth; null where none is needed.")
    ] = None


class LotScores(Model):
    """What every bid for a lot scores."""

    lot: str
    buyer: str
    service: str
    criteria: Annotated[tuple[AppliedCriterion, ...], Field(description="Those that apply, in the order of the case.")]
    min_quality: Annotated[Figure | None, Field(description="A bid of less quality is barred.")]
    prices: Annotated[
        ScoredPrices | None, Field(description="Null where the objective has no scores, or no bid qualifies.")
    ]
    bids: Annotated[tuple[BidScores, ...], Field(description="In the order of the case, fallbacks last.")]


class ScoreSheet(Model):
    """What every bid scores on some lots of a case."""

    name: Annotated[str, Field(description="Name of the case.")]
    marking: Marking
    objective: Annotated[Ratio | None, Field(description="Null where the case's objective has no scores.")]
    lots: tuple[LotScores, ...]
    provenance: Provenance

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
