"""What is awarded: one service for one buyer, whole, to one bid."""

from typing import Annotated

from pydantic import Field, StrictBool

from models.base import Model
from models.quantities import Id, Money, Points, Volume, Wte


class InHouse(Model):
    """What an optional lot costs, and is worth, where no bid is taken."""

    cost: Annotated[
        Money, Field(description="Cost of the buyer doing the work itself.", json_schema_extra={"unit": "£ a year"})
    ]
    quality: Annotated[Points, Field(description="Quality of the buyer doing the work itself.")]


class Lot(Model):
    """One service for one buyer."""

    id: Annotated[Id, Field(description="Unique among lots.")]
    buyer: Annotated[Id, Field(description="The buyer's id.")]
    service: Annotated[Id, Field(description="The service's id.")]
    volume: Annotated[
        Volume | None,
        Field(
            description="How much is bought; the buyer's population if left out, which only a service counted in people may do."
        ),
    ] = None
    required: Annotated[
        StrictBool, Field(description="Whether a bid must be accepted; an optional lot needs `in_house`.")
    ] = True
    in_house: Annotated[InHouse | None, Field(description="The fallback of an optional lot.")] = None
    incumbent: Annotated[
        Id | None, Field(description="Bidder that provides this lot today; its staff stay if it wins.")
    ] = None
    wte: Annotated[
        Wte | None,
        Field(
            description="Work the lot takes, drawn from `capacity_wte`; that of the staff groups on the lot if left out."
        ),
    ] = None
    required_wte: Annotated[
        Wte | None,
        Field(
            description="Staff that the service is to be run with; those beyond are displaced, whoever wins. All who work on the lot today if left out."
        ),
    ] = None
    present_cost: Annotated[
        Money | None,
        Field(
            description="What the lot costs today, until the bid that wins starts; needed where a bid starts after the horizon does.",
            json_schema_extra={"unit": "£ a year"},
        ),
    ] = None
    benchmark: Annotated[
        Money | None,
        Field(
            description="Price that bids for this lot are scored against by `to_a_benchmark`; the service's for each person if left out."
        ),
    ] = None
    min_quality: Annotated[
        Points | None, Field(description="Least quality of a bid for this lot; the service's if left out.")
    ] = None
