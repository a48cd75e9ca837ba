"""An offer."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from models.base import EMPTY, Model
from models.marks import Moderation
from models.quantities import Change, FinancialYear, Id, Money, MonthStart, Name, Points, Price, Share, Term

PriceBasis = Literal["year", "head"]
ContractForm = Literal["agreement", "contract"]


class Bid(Model):
    """An offer by one bidder for one lot or, as a package, for several, all or nothing."""

    # Of 200,000 bids most fields are left out: the defaults below stand as validation would leave them.
    model_config = ConfigDict(validate_default=False)

    id: Annotated[Id, Field(description="Unique among bids.")]
    bidder: Annotated[Id, Field(description="The bidder's id.")]
    lots: Annotated[
        tuple[Id, ...],
        Field(min_length=1, max_length=10_000, description="The lots bid for; several are a package, all or nothing."),
    ]
    price: Annotated[
        Price,
        Field(description="List price of all its lots together; 0 is a price. A yearly price is rounded to a penny."),
    ]
    price_basis: Annotated[
        PriceBasis,
        Field(
            description="`year`: pounds a year. `head`: pounds a year for each person of the buyers of its lots, each buyer counted once."
        ),
    ] = "year"
    indexation: Annotated[
        Change, Field(description="What the price rises by each 1 April after the horizon's first day; compounded.")
    ] = Decimal(0)
    prices: Annotated[
        dict[FinancialYear, Price],
        Field(description="Prices of single financial years, on the same basis, in place of the price as indexed."),
    ] = EMPTY
    form: Annotated[
        ContractForm | None,
        Field(
            description="`agreement`: within the NHS, for 18 months at most. `contract`: for five years at most, extensions apart. Free if left out."
        ),
    ] = None
    start: Annotated[
        MonthStart | None,
        Field(description="First day of service: the first of a month; the horizon's first day if left out."),
    ] = None
    term_years: Annotated[
        Term | None,
        Field(description="Length of what is offered, from its start; to the end of the horizon if left out."),
    ] = None
    extension_years: Annotated[
        Term | None,
        Field(description="For how long the buyer may extend it; whether that is counted upon the horizon says."),
    ] = None
    extension_price: Annotated[
        Price | None,
        Field(description="Price while extended, on the same basis, indexed alike; the price if left out."),
    ] = None
    transition: Annotated[
        Money, Field(description="One-off cost of moving to this bid, for all its lots together, at its start.")
    ] = Decimal("0.00")
    scores: Annotated[
        dict[Id, Points],
        Field(
            description="Score on each criterion without parts that applies to the service of any of its lots, unless it is marked."
        ),
    ] = EMPTY
    marks: Annotated[
        dict[Id, dict[Id, Points]],
        Field(
            description="By criterion: the mark of each evaluator, on the scale of the criterion; in place of a score."
        ),
    ] = EMPTY
    moderated: Annotated[
        dict[Id, Moderation], Field(description="By criterion: the mark that its evaluators agreed upon.")
    ] = EMPTY
    transfer: Annotated[
        Share | None, Field(description="Share of staff that transfer to this bidder; that of its kind if left out.")
    ] = None
    exclusive_group: Annotated[
        Name | None,
        Field(description="Of the bids of one bidder that name the same group, at most one is accepted."),
    ] = None
