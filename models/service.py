"""What is bought: a support function, with the scale and shape in which it is to be provided."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from models.base import EMPTY, Model
from models.bidder_kind import BidderKind
from models.contiguity import Contiguity
from models.quantities import Cap, Count, Id, Limit, Money, Name, Points, Price, Share, Successor, Weight, Wte

Shape = Literal["single", "network", "plural"]


class Service(Model):
    """A support function."""

    id: Annotated[Id, Field(description="Unique among services.")]
    name: Annotated[Name, Field(description="Name as printed.")]
    scale: Annotated[
        Literal["local", "national"],
        Field(description="`local` services count towards a bidder's viability; `national` ones are bought at scale."),
    ] = "local"
    shape: Annotated[
        Shape | None,
        Field(
            description="Delivery shape: `single` (exactly one provider), `network` (providers of one group), `plural` (at least two providers, each at the quality standard); free if left out."
        ),
    ] = None
    unit: Annotated[Name, Field(description="Unit of volume; `people` unless lots state another.")] = "people"
    weight: Annotated[Weight, Field(description="Weight of this service in quality.")] = Decimal(1)
    floor: Annotated[
        Limit, Field(description="Least volume a provider of this service may have, counting what it serves elsewhere.")
    ] = Decimal(0)
    floor_by_kind: Annotated[
        dict[BidderKind, Limit], Field(description="Floors that replace `floor` for bidders of a kind.")
    ] = EMPTY
    min_providers: Annotated[Count, Field(description="Least number of providers.")] = 0
    max_providers: Annotated[Count | None, Field(description="Greatest number of providers; free if left out.")] = None
    min_quality: Annotated[
        Points | None,
        Field(description="Least quality of a bid for any lot of this service; lots may state their own."),
    ] = None
    quality_standard: Annotated[
        Points | None,
        Field(
            description="Mean quality to be met on this service: by each provider where the shape is `plural`, by all together otherwise."
        ),
    ] = None
    benchmark: Annotated[
        Price | None,
        Field(
            description="Price that bids are scored against by `to_a_benchmark`, for each person of the buyer; lots may state their own.",
            json_schema_extra={"unit": "£ a head"},
        ),
    ] = None
    max_lots_per_bidder: Annotated[
        Cap | None,
        Field(description="Most lots of this service that one bidder may win, as published; free if left out."),
    ] = None
    vat_recoverable: Annotated[
        Share, Field(description="Share of the VAT on this service that its buyers get back.")
    ] = Decimal(0)
    reprocurement_cost: Annotated[
        Money, Field(description="What it costs to procure a lot of it again once a term ends within the horizon.")
    ] = Decimal(0)
    successor_years: Annotated[
        Successor,
        Field(
            description="Length of what is procured then; once that ends, the lot is procured again.",
        ),
    ] = Decimal(5)
    outposts: Annotated[
        dict[Name, Wte],
        Field(
            description="Local staff that a provider keeps, by area, in each of these areas where it serves a buyer; a buyer for itself needs none."
        ),
    ] = EMPTY
    contiguity: Annotated[
        Contiguity | None,
        Field(description="Asks that the places each provider serves hang together; free if left out."),
    ] = None
