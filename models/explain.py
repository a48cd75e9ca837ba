"""Why an award is what it is: what each losing bid would have had to be, and how far each winning bid is ahead."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import Amount, Figure, Reason
from models.base import Model
from models.break_even import BreakEvenBidder
from models.evaluation import Provenance
from models.quantities import SignedMoney
from models.without import BestAward, Difference, WithoutBid

Proof = Literal["exact", "interval", "first_found", "never", "none_found", "always", "open"]


class Threshold(Model):
    """The figure at which a bid begins, or ceases, to win, all else as it is."""

    proof: Annotated[
        Proof,
        Field(
            description="`exact`: proven. `interval`: it is proven to lie between the two figures. `first_found`: the bid wins here and not one step nearer to its own figure, but winning is not monotone in this figure and nearer ones were not all tried. `never`: proven that no figure will do. `none_found`: it wins at none of the figures tried, the last of all among them, but winning is not monotone in this figure and others were not all tried. `always`: proven that every figure does. `open`: nothing is known."
        ),
    ]
    at_least: Annotated[
        Amount | None, Field(description="It is not below this; null where nothing is proven, or none exists.")
    ] = None
    at_most: Annotated[Amount | None, Field(description="It is not above this; equal to `at_least` where exact.")] = (
        None
    )

    @property
    def figure(self) -> Amount | None:
        """The figure where it is one, and not an interval; None otherwise."""
        return self.at_least if self.proof in ("exact", "first_found") else None


class Bar(Model):
    """A rule that keeps a bid from winning."""

    rule: Annotated[str, Field(description="Name of the rule, as a conflict has it.")]
    sentence: Annotated[str, Field(description="The rule in words, with its figures.")]


class CriterionBeside(Model):
    """What a criterion comes to for a bid and for the winner."""

    criterion: str
    points: Figure
    winner: Annotated[Figure | None, Field(description="Null for a fallback, whose quality is stated.")]


class LotBeside(Model):
    """A losing bid on one lot beside the bid that won it. Of packages the shares on this lot."""

    lot: str
    buyer: str
    service: str
    winner_bid: str
    winner: Annotated[str, Field(description="The winning bidder; may be the same that made the losing bid.")]
    quality: Figure
    winner_quality: Figure
    criteria: Annotated[tuple[CriterionBeside, ...], Field(description="Those that apply, in the order of the case.")]
    cost: Annotated[SignedMoney, Field(description="Present value.")]
    winner_cost: SignedMoney
    liability: Annotated[SignedMoney, Field(description="Before redeployment.")]
    winner_liability: SignedMoney
    score: Annotated[Amount | None, Field(description="Null where bids are not scored, or the bid is barred.")] = None
    winner_score: Amount | None = None


class LosingBid(Model):
    """A bid that the award does not accept."""

    bid: str
    bidder: str
    lots: Annotated[tuple[str, ...], Field(description="What it is for.")]
    price: Annotated[Amount, Field(description="Its list price, on its own basis.")]
    price_basis: str
    disqualified: Annotated[tuple[Reason, ...], Field(description="Why it may not be accepted at all.")] = ()
    winning_price: Annotated[
        Threshold | None,
        Field(
            description="The highest whole-penny list price at which some optimal award contains it, and below which every one does; where no price puts it in every one, the highest at which it is in some. `never`: at none, £0 among them. Null where it is disqualified."
        ),
    ] = None
    winning_quality: Annotated[
        Threshold | None,
        Field(
            description="The least points, added to its quality on each of its lots but not beyond 100, with which some optimal award contains it at its price, and beyond which every one does; where no points put it in every one, the least with which it is in some. `never`: not even with 100 on each. Null where it is disqualified."
        ),
    ] = None
    behind: Annotated[
        Difference | None,
        Field(
            description="The first level of the best award with it, less that of the best award; null where it is disqualified, or no award contains it at its price."
        ),
    ] = None
    bars: Annotated[
        tuple[Bar, ...],
        Field(description="Where no award contains it at any price: the rules that cannot hold with it."),
    ] = ()
    beside: Annotated[tuple[LotBeside, ...], Field(description="Its lots, beside the bids that won them.")]
    sentence: Annotated[str, Field(description="The answer in words.")]


class WinningBid(Model):
    """A bid that the award accepts."""

    bid: str
    bidder: str
    lots: tuple[str, ...]
    price: Annotated[
        Amount | None,
        Field(description="Its list price, on its own basis; null for a buyer that falls back on itself."),
    ]
    price_basis: str | None
    wins_up_to: Annotated[
        Threshold | None,
        Field(
            description="The highest whole-penny list price at which some optimal award contains it. `always`: no award is possible without it, or none that price decides. Null for a fallback."
        ),
    ]
    ahead: Annotated[
        Difference | None,
        Field(
            description="The first level of the best award without it, less that of the best award; null where no award is possible without it, or nothing is known."
        ),
    ] = None
    without: Annotated[
        WithoutBid | None, Field(description="The next best award without it; null where it was not sought.")
    ] = None
    must_be_cheaper: Annotated[
        SignedMoney | None,
        Field(
            description="What makes up for its redundancy beside the best-valued bids of the NHS family for its lots; null for a bid of that family, or where it has no such bid to stand beside."
        ),
    ] = None
    is_cheaper: Annotated[SignedMoney | None, Field(description="How much cheaper it is than these.")] = None
    sentence: Annotated[str, Field(description="The answer in words.")]


class Letter(Model):
    """A draft of the letter to a bidder that has lost something."""

    bidder: str
    text: Annotated[str, Field(description="Markdown.")]


class Explanation(Model):
    """Why an award is what it is, bid by bid."""

    name: Annotated[str, Field(description="Name of the case.")]
    best: BestAward
    losing: Annotated[
        tuple[LosingBid, ...], Field(description="In the order of the case. Empty where there is no award.")
    ] = ()
    winning: Annotated[tuple[WinningBid, ...], Field(description="In the order of the award.")] = ()
    break_even: Annotated[
        tuple[BreakEvenBidder, ...],
        Field(description="What redundancy asks of bidders outside the NHS family; as `break-even` tells it."),
    ] = ()
    seconds: Annotated[float, Field(description="Wall-clock time of it all.")]
    provenance: Provenance

    @property
    def open(self) -> int:
        """Bids of which nothing is known: neither a winning price, nor what bars them, nor how far they may rise."""
        unknown = [each for each in self.losing if each.winning_price is not None and not each.bars]
        return sum(each.winning_price is not None and each.winning_price.proof == "open" for each in unknown) + sum(
            each.wins_up_to is not None and each.wins_up_to.proof == "open" for each in self.winning
        )

    @property
    def answered(self) -> bool:
        """Whether something is known of every bid."""
        return not self.open

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
