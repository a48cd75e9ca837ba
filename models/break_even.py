"""What redundancy asks of bidders outside the NHS family: how much cheaper each must be to make up for it."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import Figure
from models.base import Model
from models.evaluation import Provenance
from models.quantities import SignedMoney
from models.without import BestAward


class ComparedLot(Model):
    """A lot on which a bid is compared with another; figures are those of the lot, of packages the share on it."""

    lot: str
    buyer: str
    service: str
    bid: str
    cost: Annotated[SignedMoney, Field(description="Present value, without charges and discounts.")]
    liability: Annotated[SignedMoney, Field(description="Expected redundancy cost, before redeployment.")]
    other_bid: Annotated[str, Field(description="What it is compared with.")]
    other_bidder: str
    other_cost: SignedMoney
    other_liability: SignedMoney


class BreakEvenBidder(Model):
    """A bidder outside the NHS family: what its bids cost and cause, beside those it is compared with."""

    bidder: str
    wins: Annotated[
        bool,
        Field(
            description="Whether the award accepts any of its bids. Then these are compared; else, for each lot, its best-valued open bid."
        ),
    ]
    beside: Annotated[
        Literal["nhs_family", "award"],
        Field(
            description="With what: a winner's bids with the best-valued open bid of the NHS family for each lot, a loser's with those of the award."
        ),
    ]
    lots: Annotated[tuple[ComparedLot, ...], Field(description="The lots compared.")]
    without_alternative: Annotated[
        tuple[str, ...],
        Field(description="Lots it wins for which no bid of the NHS family is open; they are in no sum."),
    ] = ()
    liability: Annotated[SignedMoney, Field(description="Of its bids on the lots compared.")]
    other_liability: SignedMoney
    must_be_cheaper: Annotated[
        SignedMoney,
        Field(
            description="What makes up for redundancy: its liability less that of the others; below 0 where they cause more."
        ),
    ]
    is_cheaper: Annotated[SignedMoney, Field(description="Cost of the others less that of its bids.")]
    makes_up: Annotated[
        bool | None,
        Field(
            description="Whether it is at least as much cheaper as it must be; null where there is nothing to compare."
        ),
    ]
    sentence: Annotated[str, Field(description="The answer in words.")]


class Redundancy(Model):
    """People made redundant, and what they are paid."""

    people: Annotated[Figure, Field(description="Heads, to 0.001.")]
    cost: SignedMoney
    mean: Annotated[
        SignedMoney | None,
        Field(
            description="A head, of all of them, entitled or not; null where there is nobody.",
            json_schema_extra={"unit": "£ a head"},
        ),
    ]


class PublishedRedundancy(Redundancy):
    """What was published of the same."""

    source: Annotated[str, Field(description="Where.")]
    difference: Annotated[str, Field(description="Why the case's own figure differs.")]


class IfAllLeave(Model):
    """What becomes of all staff on the tendered lots if every buyer leaves the NHS family."""

    staff: Annotated[Figure, Field(description="Heads on the lots, to 0.001.")]
    nobody_transfers: Annotated[Redundancy, Field(description="If none of them transferred.")]
    private_terms: Annotated[
        Redundancy, Field(description="If they transferred on the terms of the case for kind `private`.")
    ]
    published: Annotated[
        tuple[PublishedRedundancy, ...], Field(description="Published figures of the same, with why they differ.")
    ] = ()


class BreakEven(Model):
    """How much cheaper bidders outside the NHS family must be to make up for redundancy."""

    name: Annotated[str, Field(description="Name of the case.")]
    best: Annotated[BestAward, Field(description="The award that winners and losers are told apart by.")]
    bidders: Annotated[
        tuple[BreakEvenBidder, ...],
        Field(
            description="Each bidder outside the NHS family that has made a bid, in the order of the case. Empty where there is no award."
        ),
    ] = ()
    if_all_leave: Annotated[IfAllLeave | None, Field(description="Null where the case has no staff groups.")] = None
    seconds: Annotated[float, Field(description="Wall-clock time of it all.")]
    provenance: Provenance

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
