"""What a bid is worth to the board: the best award of a case beside the best award had the bid never been made."""

from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field

from models.award import Amount, Figure, Totals
from models.base import Model
from models.evaluation import Certificate, Evaluation, Provenance, Status
from models.quantities import SignedMoney


class BestAward(Model):
    """The best award that was found, and what was proven of it."""

    status: Annotated[Status, Field(description="As of an evaluation.")]
    certificate: Annotated[
        Certificate | None,
        Field(description="As of an evaluation; null where nothing had to be, or could be, searched."),
    ]
    totals: Annotated[Totals | None, Field(description="Null where there is no award.")]

    @classmethod
    def of(cls, evaluation: Evaluation) -> Self:
        """That of an evaluation."""
        return cls(status=evaluation.status, certificate=evaluation.certificate, totals=evaluation.totals)


class Difference(Model):
    """By how much the best award without the bid differs in one objective: its best less the best with the bid."""

    objective: Annotated[str, Field(description="`money_valued`, or the objective of the level.")]
    at_least: Annotated[
        Amount | None, Field(description="Proven: the difference is not below this; null where nothing is proven.")
    ]
    at_most: Annotated[
        Amount | None,
        Field(
            description="Proven: the difference is not above this; equal to `at_least` where both awards are proven."
        ),
    ]


class TotalsDifference(Model):
    """Totals of the award found without the bid, less those of the award found with it."""

    cost: SignedMoney
    quality: Figure
    liability: SignedMoney
    disruption: Figure
    penalty: Annotated[SignedMoney, Field(description="What soft rules that are broken count for.")] = Decimal(0)
    proven: Annotated[
        bool,
        Field(
            description="Whether both awards are proven the best to the penny, ties settled; otherwise this is the difference of the two awards that were found, and no more."
        ),
    ]


class Handover(Model):
    """A lot that another bid wins once the bid is gone."""

    lot: str
    buyer: str
    service: str
    from_bid: str
    from_bidder: str
    to_bid: str
    to_bidder: Annotated[str, Field(description="May be the bidder it had before, by another of its bids.")]


class WithoutBid(Model):
    """The best award of the case had one bid never been made."""

    bid: str
    bidder: str
    lots: Annotated[tuple[str, ...], Field(description="What it is for.")]
    accepted: Annotated[bool, Field(description="Whether the best award with every bid accepts it.")]
    without: BestAward
    levels: Annotated[
        tuple[Difference, ...],
        Field(
            description="Difference in the board's objective; one for each level of a lexicographic one, as far as the levels before it are proven. Empty where there is no award without the bid."
        ),
    ] = ()
    totals: Annotated[TotalsDifference | None, Field(description="Null where no award without the bid was found.")] = (
        None
    )
    handovers: Annotated[tuple[Handover, ...], Field(description="Its lots, where the best award accepts it.")] = ()
    others: Annotated[tuple[Handover, ...], Field(description="Other lots that another bid wins then.")] = ()
    uncovered: Annotated[
        tuple[str, ...],
        Field(description="Lots for which no other bid can be accepted; then there is no award without it."),
    ] = ()
    sentence: Annotated[str, Field(description="The answer in words.")]


class Without(Model):
    """The best award of a case, and the best award without each of some bids."""

    name: Annotated[str, Field(description="Name of the case.")]
    best: Annotated[BestAward, Field(description="With every bid.")]
    bids: Annotated[
        tuple[WithoutBid, ...],
        Field(
            description="One for each bid asked about; if none was named, for each package that the best award accepts. Empty where there is no award with every bid."
        ),
    ]
    seconds: Annotated[
        float, Field(description="Wall-clock time of it all; like those in certificates, it differs between like runs.")
    ]
    provenance: Provenance

    @property
    def answered(self) -> bool:
        """Whether it is known of each bid that there is an award without it, or that there is none."""
        return self.best.status != "unknown" and all(each.without.status != "unknown" for each in self.bids)

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
