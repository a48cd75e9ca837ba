"""Awards that are best when some bidders turn out dearer than their bids say, and what such insurance costs."""

from typing import Annotated

from pydantic import Field

from models.award import Figure
from models.base import Model
from models.evaluation import Provenance, Status
from models.quantities import SignedMoney
from models.without import BestAward, Handover, TotalsDifference


class WorstBidder(Model):
    """A bidder that turns out dearer in the worst case of an award."""

    bidder: str
    rise: Annotated[SignedMoney, Field(description="What the award costs more for it, as the board counts cost.")]


class WorstCase(Model):
    """What becomes of an award where the bidders that hurt it most turn out dearer."""

    counted: Annotated[
        SignedMoney, Field(description="The board's objective as bids stand: what the award counts for, £.")
    ]
    worst: Annotated[SignedMoney, Field(description="The same in the worst case, £.")]
    bidders: Annotated[tuple[WorstBidder, ...], Field(description="Those that turn out dearer, the dearest first.")]
    uncertain: Annotated[int, Field(description="How many of its bidders may turn out dearer at all.")]
    exceeded: Annotated[
        Figure,
        Field(
            description="Probability, at most, that it comes out dearer than `worst`, should each bidder deviate by itself, as likely up as down: Bertsimas and Sim (2004), theorem 3. Six decimals, rounded up."
        ),
    ]
    over_budget: Annotated[
        tuple[str, ...],
        Field(
            description="Buyers whose budget of some year could be exceeded were so many bidders dearer: limits hold at the prices of the bids."
        ),
    ] = ()


class RobustAward(Model):
    """The award whose worst case is best, for one budget of uncertainty."""

    budget: Annotated[int, Field(description="How many bidders turn out dearer at once, at most.")]
    status: Annotated[
        Status, Field(description="`optimal` where no award has a better worst case, within the gap in force.")
    ]
    bound: Annotated[
        SignedMoney | None,
        Field(description="Proven: no award comes to less in its worst case, £; null where nothing is proven."),
    ]
    robust: Annotated[WorstCase | None, Field(description="The award itself; null where none was found.")] = None
    best: Annotated[WorstCase | None, Field(description="The award that is best as bids stand, in its worst case.")] = (
        None
    )
    price: Annotated[
        SignedMoney | None,
        Field(description="The price of robustness: what the robust award counts for more as bids stand, £."),
    ] = None
    saves: Annotated[
        SignedMoney | None,
        Field(description="How much less it comes to in its worst case than the best award does in its own, £."),
    ] = None
    saves_at_most: Annotated[
        SignedMoney | None, Field(description="Proven: no award saves more than this in its worst case.")
    ] = None
    difference: Annotated[
        TotalsDifference | None, Field(description="Its totals, less those of the best award; never marked as proven.")
    ] = None
    bids: Annotated[tuple[str, ...], Field(description="What it accepts, in the order of the lots.")] = ()
    handovers: Annotated[tuple[Handover, ...], Field(description="The lots that another bid wins.")] = ()
    sentence: Annotated[str, Field(description="The answer in words.")] = ""


class Robust(Model):
    """Robust awards of a case."""

    name: Annotated[str, Field(description="Name of the case.")]
    prices: Annotated[Figure, Field(description="By how much a dearer bidder's prices are higher, a fraction.")]
    transfer: Annotated[
        Figure, Field(description="By how much of itself the share of staff that it takes over is lower, a fraction.")
    ]
    best: Annotated[BestAward, Field(description="The award that is best as bids stand.")]
    awards: Annotated[
        tuple[RobustAward, ...],
        Field(description="One for each budget of uncertainty asked for. Empty where there is no award."),
    ]
    seconds: Annotated[float, Field(description="Wall-clock time of it all.")]
    provenance: Provenance

    @property
    def answered(self) -> bool:
        """Whether an award was found for every budget asked for, and something proven of it."""
        known = all(each.robust is not None and each.bound is not None for each in self.awards)
        return self.best.status == "infeasible" or (self.best.status != "unknown" and known)

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
