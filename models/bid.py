"""An offer."""

from typing import Annotated, Literal

from pydantic import Field

from models.base import Model
from models.quantities import Id, Name, Points, Price, Share, Term

PriceBasis = Literal["year", "head"]


class Bid(Model):
    """An offer by one bidder for one lot or, as a package, for several, all or nothing."""

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
    term_years: Annotated[
        Term | None,
        Field(
            description="Length of the contract offered; recorded. The price is taken to hold for the whole horizon."
        ),
    ] = None
    scores: Annotated[
        dict[Id, Points], Field(description="Score on each criterion that applies to the service of any of its lots.")
    ] = {}
    transfer: Annotated[
        Share | None, Field(description="Share of staff that transfer to this bidder; that of its kind if left out.")
    ] = None
    exclusive_group: Annotated[
        Name | None,
        Field(description="Of the bids of one bidder that name the same group, at most one is accepted."),
    ] = None
