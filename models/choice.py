"""Each buyer's freedom of choice: its part of an award beside what it would choose alone."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import Figure
from models.base import Model
from models.evaluation import Provenance, Status
from models.quantities import SignedMoney
from models.without import BestAward

ShareMethod = Literal["volume", "shapley", "nucleolus"]
Leaving = Literal["gains", "may_gain", "does_not_gain"]
ValuedBy = Literal["own", "board", "cost_and_liability"]

_GAIN = "`gains`: proven by an award that was found; `does_not_gain`: proven; `may_gain`: neither."


class BuyerFigures(Model):
    """What an award comes to for one buyer."""

    value: Annotated[SignedMoney, Field(description="By what the buyer values, charges included; less is better.")]
    cost: Annotated[SignedMoney, Field(description="Present value of its lots + its charges less discounts.")]
    charges: Annotated[
        SignedMoney, Field(description="Its share of charges less discounts; of an award of its own, all of them.")
    ]
    quality: Annotated[Figure, Field(description="Mean quality of its lots, to six decimal places.")]
    liability: Annotated[SignedMoney, Field(description="Of its lots, whoever pays, before redeployment.")]
    disruption: Annotated[
        Figure, Field(description="Of its lots: those that change supplier, or the WTE of their staff.")
    ]


class ChosenLot(Model):
    """A lot of a buyer, and who wins it."""

    lot: str
    service: str
    bid: str
    bidder: str


class Alone(Model):
    """The best award for a buyer that buys by itself, by what it values."""

    status: Annotated[Status, Field(description="As of an evaluation; `infeasible` is a proof.")]
    bound: Annotated[
        SignedMoney | None, Field(description="No award of its own is worth less; null where nothing is proven.")
    ] = None
    figures: Annotated[BuyerFigures | None, Field(description="Null where no award was found.")] = None
    lots: Annotated[tuple[ChosenLot, ...], Field(description="Who wins its lots then.")] = ()
    reason: Annotated[str | None, Field(description="Where there is none: why, in a sentence.")] = None


class Regret(Model):
    """What a buyer has in the award less what it would have alone: above 0 it would rather be alone, of quality below."""

    at_least: Annotated[
        SignedMoney | None, Field(description="Of the value: what it would gain alone; null where nothing is proven.")
    ]
    at_most: Annotated[
        SignedMoney | None, Field(description="Equal to `at_least` where the award of its own is proven the best.")
    ]
    cost: Annotated[SignedMoney | None, Field(description="Null, as those below, where no award of its own was found.")]
    quality: Figure | None
    liability: SignedMoney | None
    disruption: Figure | None


class FavouriteLot(ChosenLot):
    """A lot of a buyer in the award, beside the bid that the buyer would choose for it if nothing else counted."""

    favourite: Annotated[str, Field(description="Of the bids open to it, the one of least value to the buyer.")]
    favourite_bidder: str
    given: Annotated[bool, Field(description="Whether the bid that wins is as good to the buyer.")]
    forgone: Annotated[SignedMoney, Field(description="By how much it is worse.")]


class BuyerChoice(Model):
    """One buyer's part of the award, beside its own best choice."""

    buyer: str
    valued_by: Annotated[
        ValuedBy,
        Field(
            description="Whose weights: its own preference, those of a board that values in money, or neither: cost and liability alone."
        ),
    ]
    award: BuyerFigures
    alone: Alone
    regret: Annotated[Regret | None, Field(description="Null where it can not buy alone.")]
    leaving: Annotated[Leaving, Field(description=f"Whether it gains by buying alone. {_GAIN}")]
    others_pay: Annotated[
        SignedMoney,
        Field(
            description="What the others' lots would bear of charges less discounts beyond their shares, if its lots went."
        ),
    ]
    lots: Annotated[tuple[FavouriteLot, ...], Field(description="Its lots, in the order of the case.")]
    favourites: Annotated[int, Field(description="How many of them the award gives to its favourite.")]
    sentence: Annotated[str, Field(description="The answer in words.")]


class Coalition(Model):
    """Buyers that gain, or may gain, by buying together without the others."""

    buyers: tuple[str, ...]
    leaving: Annotated[Leaving, Field(description=_GAIN)]
    award: Annotated[SignedMoney, Field(description="The value of the award to all of them.")]
    alone: Annotated[
        SignedMoney | None, Field(description="That of the best award of their own; null where none was found.")
    ]
    gain_at_least: SignedMoney | None
    gain_at_most: SignedMoney | None
    others_pay: Annotated[
        SignedMoney,
        Field(
            description="What the others' lots would bear of charges less discounts beyond their shares, if these lots went."
        ),
    ]
    sentence: str


class Coalitions(Model):
    """What was asked of coalitions of two buyers and more."""

    most: Annotated[int, Field(description="Buyers in the largest.")]
    number: Annotated[int, Field(description="How many there are up to that size.")]
    examined: Annotated[
        int, Field(description="Of how many an award of their own was found, or is proven not to exist.")
    ]
    blocking: Annotated[
        tuple[Coalition, ...],
        Field(description="Those examined that gain or may gain, the smallest first, then in the order of the case."),
    ] = ()


class Choice(Model):
    """Each buyer's freedom of choice."""

    name: Annotated[str, Field(description="Name of the case.")]
    best: Annotated[BestAward, Field(description="The award of the pool.")]
    shares: Annotated[ShareMethod, Field(description="How its charges less discounts are shared.")]
    charges: Annotated[SignedMoney, Field(description="What they come to: the sum of the buyers' shares.")]
    buyers: Annotated[
        tuple[BuyerChoice, ...],
        Field(description="Each buyer that tenders anything, in the order of the case. Empty where there is no award."),
    ] = ()
    coalitions: Coalitions
    seconds: Annotated[float, Field(description="Wall-clock time of it all.")]
    provenance: Provenance

    @property
    def answered(self) -> bool:
        """Whether it is known of each buyer, and each coalition asked about, what it can have alone, or that it cannot."""
        return (
            self.best.status != "unknown"
            and all(each.alone.status != "unknown" for each in self.buyers)
            and self.coalitions.examined == self.coalitions.number
        )

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
