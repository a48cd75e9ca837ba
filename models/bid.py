"""An offer."""

from typing import Annotated, Literal

from pydantic import Field

from models.base import Model
from models.quantities import Id, Points, Price, Share, Term

PriceBasis = Literal["year", "head"]


class Bid(Model):
    """An offer by one bidder for one lot."""

    id: Annotated[Id, Field(description="Unique among bids.")]
    bidder: Annotated[Id, Field(description="The bidder's id.")]
    lots: Annotated[tuple[Id, ...], Field(min_length=1, max_length=1, description="The lot bid for: one id.")]
    price: Annotated[Price, Field(description="List price; 0 is a price. A yearly price is rounded to a penny.")]
    price_basis: Annotated[
        PriceBasis,
        Field(description="`year`: pounds a year for the lot. `head`: pounds a year for each person of the buyer."),
    ] = "year"
    term_years: Annotated[
        Term | None,
        Field(
            description="Length of the contract offered; recorded. The price is taken to hold for the whole horizon."
        ),
    ] = None
    scores: Annotated[
        dict[Id, Points], Field(description="Score on each criterion that applies to the lot's service.")
    ] = {}
    transfer: Annotated[
        Share | None, Field(description="Share of staff that transfer to this bidder; that of its kind if left out.")
    ] = None
