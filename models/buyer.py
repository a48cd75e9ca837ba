"""Who buys: a clinical commissioning group or a national board."""

from typing import Annotated, Literal

from pydantic import Field

from models.base import EMPTY, Model
from models.preference import Preference
from models.quantities import FinancialYear, Id, Latitude, Longitude, Money, Name, Points, Population


class Buyer(Model):
    """A buyer, its people, its money and what it will not accept."""

    id: Annotated[Id, Field(description="Unique among buyers.")]
    name: Annotated[Name, Field(description="Name as printed.")]
    kind: Annotated[Literal["ccg", "national_board"], Field(description="What sort of buyer.")] = "ccg"
    population: Annotated[Population, Field(description="Registered people the buyer is responsible for.")]
    area: Annotated[Name | None, Field(description="Area, such as an NHS area team.")] = None
    region: Annotated[Name | None, Field(description="Region.")] = None
    lon: Annotated[Longitude | None, Field(description="Longitude, for maps.")] = None
    lat: Annotated[Latitude | None, Field(description="Latitude, for maps.")] = None
    budget: Annotated[
        dict[FinancialYear, Money],
        Field(
            description="Most the buyer's own lots may cost in each financial year named, undiscounted: prices, VAT, pensions and one-offs; years not named are free."
        ),
    ] = EMPTY
    liability_cap: Annotated[
        Money | None, Field(description="Most of the liability this buyer itself may have to pay; none if left out.")
    ] = None
    min_mean_quality: Annotated[
        Points | None,
        Field(description="Least mean quality of the bids accepted for this buyer's lots, weighted as quality is."),
    ] = None
    shortlist: Annotated[
        tuple[Id, ...] | None, Field(description="Bidders this buyer will consider; all if left out.")
    ] = None
    vetoes: Annotated[tuple[Id, ...], Field(description="Bidders this buyer will not have.")] = ()
    preference: Annotated[
        Preference | None,
        Field(
            description="What this buyer values when its freedom of choice is looked at; what the board values if left out."
        ),
    ] = None
