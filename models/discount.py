"""What a bidder takes off its prices, the more it wins."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Literal, LiteralString, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from models.base import Model
from models.quantities import Id, Price, Quantity, Share

DiscountBasis = Literal["spend", "volume", "lots"]
DiscountKind = Literal["all_units", "incremental"]

# The smallest step of what is coarser than a quantity may be, and what to say of a tier that starts between two steps.
_STEPS: Mapping[DiscountBasis, tuple[Decimal, LiteralString]] = {
    "spend": (Decimal("0.01"), "is not a whole number of pence"),
    "lots": (Decimal(1), "is not a whole number of lots"),
}


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
            min_length=1,
            max_length=50,
            description="Tiers, each from a greater quantity than the one before it.",
        ),
    ]

    @model_validator(mode="after")
    def _tiers_are_sound(self) -> Self:
        faults = [
            InitErrorDetails(type=PydanticCustomError("tiers", message), loc=("tiers", *path), input=None)
            for path, message in self._faults()
        ]
        if faults:
            raise ValidationError.from_exception_data("Discount", faults)
        return self

    def _faults(self) -> Iterator[tuple[tuple[int | str, ...], LiteralString]]:
        """The path below the tiers, and the message, of each fault in them."""
        yield from self._starts()
        by_rate = self.tiers[0].rate is not None
        for position, tier in enumerate(self.tiers):
            if tier.rate is not None and tier.per_unit is not None:
                yield (position,), "has both a rate and a per_unit: leave one of them out"
            elif tier.rate is None and tier.per_unit is None:
                yield (position,), "does not say what is taken off: state a rate or a per_unit"
            elif tier.per_unit is not None and self.by == "spend":
                yield (position, "per_unit"), "is for discounts by volume or lots: off spend a rate is taken"
            elif tier.rate is not None and self.by != "spend" and self.kind == "incremental":
                yield (
                    (position, "rate"),
                    "can not be taken off a part of the volume or lots, whose prices differ: state a per_unit",
                )
            elif (tier.rate is not None) != by_rate:
                yield (position,), "has a per_unit and the first tier a rate, or the other way round: state one sort"

    def _starts(self) -> Iterator[tuple[tuple[int | str, ...], LiteralString]]:
        before: Tier | None = None
        for position, tier in enumerate(self.tiers):
            if before is not None and tier.at_least <= before.at_least:
                yield (position, "at_least"), "is out of order: each tier starts at more than the one before it"
            if self.by in _STEPS:
                step, message = _STEPS[self.by]
                if tier.at_least % step:
                    yield (position, "at_least"), message
            before = tier
