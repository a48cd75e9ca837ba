"""What a bidder takes off its prices, the more it wins."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from models.base import Model
from models.quantities import Id, Price, Quantity, Share

DiscountBasis = Literal["spend", "volume", "lots"]
DiscountKind = Literal["all_units", "incremental"]


class Tier(Model):
    """What is taken off from a quantity on."""

    at_least: Annotated[
        Quantity,
        Field(
            description="Quantity from which the tier is in force, up to the next tier: £ a year at list price, volume, or lots."
        ),
    ]
    rate: Annotated[Share | None, Field(description="Share of the price that is taken off.")] = None
    per_unit: Annotated[
        Price | None,
        Field(
            description="Pounds a year taken off for each unit of volume, or for each lot, in place of a rate.",
            json_schema_extra={"unit": "£ a year a unit or lot"},
        ),
    ] = None

    @property
    def off(self) -> Decimal:
        """What is taken off: the rate, or the pounds a unit."""
        return (self.per_unit if self.rate is None else self.rate) or Decimal(0)


class Discount(Model):
    """A discount that a bidder gives in tiers on what it wins, off its prices alone."""

    id: Annotated[Id, Field(description="Unique among discounts.")]
    bidder: Annotated[Id, Field(description="The id of the bidder that gives it.")]
    services: Annotated[
        tuple[Id, ...] | None,
        Field(min_length=1, description="Services whose lots count and are discounted; all if left out."),
    ] = None
    by: Annotated[
        DiscountBasis,
        Field(description="What the tiers count: yearly `spend` at list price, `volume`, or `lots`."),
    ] = "spend"
    kind: Annotated[
        DiscountKind,
        Field(
            description="`all_units`: the tier reached holds for all that is won. `incremental`: each tier holds for the part within it."
        ),
    ] = "all_units"
    tiers: Annotated[
        tuple[Tier, ...],
        Field(
            fail_fast=True,
            min_length=1,
            max_length=50,
            description="Tiers, each from a greater quantity than the one before it.",
        ),
    ]

    @model_validator(mode="after")
    def _tiers_are_in_order(self) -> Self:
        for before, after in zip(self.tiers, self.tiers[1:], strict=False):
            if after.at_least <= before.at_least:
                raise PydanticCustomError(
                    "tiers_order",
                    "has tiers out of order: each must start at more than the one before it",
                )
        smallest = {"spend": Decimal("0.01"), "volume": Decimal("0.001"), "lots": Decimal(1)}[self.by]
        for tier in self.tiers:
            if tier.at_least % smallest:
                raise PydanticCustomError(
                    "tiers_unit", f"has a tier that starts at a fraction of the smallest unit of {self.by}"
                )
            if (tier.rate is None) == (tier.per_unit is None):
                raise PydanticCustomError("tiers_off", "has a tier without exactly one of rate and per_unit")
            if tier.per_unit is not None and self.by == "spend":
                raise PydanticCustomError("tiers_off", "counts spend, of which a rate is taken off, not per_unit")
            if tier.rate is not None and self.by != "spend" and self.kind == "incremental":
                raise PydanticCustomError(
                    "tiers_off", "is incremental by units whose prices differ: state per_unit in place of rate"
                )
        if len({tier.rate is None for tier in self.tiers}) > 1:
            raise PydanticCustomError("tiers_off", "mixes rates and per_unit")
        return self
