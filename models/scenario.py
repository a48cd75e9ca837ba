"""A scenario: a case with some of it changed."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from models.base import EMPTY, Model
from models.free_json import FreeObject
from models.quantities import Change, Id, Name

MergedPrices = Literal["own", "lowest", "highest", "mean"]
MergedCharges = Literal["sum", "largest", "lead"]


class Merger(Model):
    """Bidders that become one, or of which one takes over the others."""

    bidders: Annotated[
        tuple[Id, ...], Field(min_length=2, description="Who becomes one; the first leads, and lends it its kind.")
    ]
    id: Annotated[Id | None, Field(description="Id of what they become; that of the first if left out.")] = None
    name: Annotated[Name | None, Field(description="Its name; those of all, joined, if left out.")] = None
    prices: Annotated[
        MergedPrices,
        Field(
            description="What becomes of bids that several of them made for the same lots: all stand (`own`), the lowest or the highest stands, or one at their mean price and mean scores."
        ),
    ] = "own"
    price_change: Annotated[
        Change,
        Field(
            description="By what fraction all its prices change, such as -0.02 for savings passed on.",
            json_schema_extra={"unit": "fraction"},
        ),
    ] = Decimal(0)
    setup: Annotated[MergedCharges, Field(description="What becomes of set-up charges for the same service.")] = (
        "largest"
    )
    overhead: Annotated[MergedCharges, Field(description="What becomes of overheads.")] = "sum"


class Scenario(Model):
    """A named overlay on a case."""

    id: Annotated[Id, Field(description="Unique among scenarios.")]
    name: Annotated[Name, Field(description="Name as printed.")]
    because: Annotated[str, Field(max_length=10_000, description="What question it answers.")] = ""
    patch: Annotated[
        FreeObject,
        Field(
            description='JSON Merge Patch (RFC 7396) on the case. In a table whose rows have ids a row is named by its id: `{"rules": {"cap": {"active": false}}, "bidders": {"x": null}}`; a list in its place replaces the table.'
        ),
    ] = EMPTY
    mergers: Annotated[
        tuple[Merger, ...], Field(description="Bidders that become one, once the patch is applied.")
    ] = ()
