"""Who may supply."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, StrictBool

from models.base import EMPTY, Model
from models.bidder_kind import NHS_KINDS, BidderKind
from models.hosting import Hosting
from models.mobilisation import Mobilisation
from models.quantities import Id, Limit, Money, Name, Part, People, Wte


class Partner(Model):
    """One member of a partnership."""

    bidder: Annotated[Id, Field(description="The partner's id among the bidders.")]
    share: Annotated[
        Part,
        Field(description="Share of the partnership's volume and work that draws on this partner's capacity."),
    ]


class Bidder(Model):
    """A possible supplier."""

    id: Annotated[Id, Field(description="Unique among bidders.")]
    name: Annotated[Name, Field(description="Name as printed.")]
    kind: Annotated[BidderKind, Field(description="What sort of body.")]
    nhs: Annotated[
        StrictBool | None,
        Field(
            description="Whether the bidder is of the NHS family; by its kind if left out (`nhs_csu` and `in_house` are)."
        ),
    ] = None
    buyer: Annotated[
        Id | None, Field(description="The buyer whose own staff this is; needed by, and only by, kind `in_house`.")
    ] = None
    group: Annotated[Name | None, Field(description="Group the bidder belongs to; a `network` is of one group.")] = None
    tags: Annotated[tuple[Name, ...], Field(description="Free labels.")] = ()
    overhead: Annotated[
        Money,
        Field(
            description="Paid for every year of the horizon if the bidder wins anything.",
            json_schema_extra={"unit": "£ a year"},
        ),
    ] = Decimal(0)
    setup: Annotated[
        dict[Id, Money], Field(description="Paid once, by service, if the bidder provides that service.")
    ] = EMPTY
    capacity: Annotated[
        dict[Id, Limit], Field(description="Greatest volume by service; unlimited for services not named.")
    ] = EMPTY
    capacity_wte: Annotated[Wte | None, Field(description="Most work over all services; unlimited if left out.")] = None
    viability_floor: Annotated[
        People,
        Field(
            description="Least number of distinct people, over all buyers served in local services, for which the bidder can stand; waived for an in-house bidder that bids only for its own buyer."
        ),
    ] = 300_000
    served_elsewhere: Annotated[
        People, Field(description="People served outside this case, counted towards viability.")
    ] = 0
    served_elsewhere_by_service: Annotated[
        dict[Id, Limit], Field(description="Volume served outside this case by service, counted towards floors.")
    ] = EMPTY
    partners: Annotated[
        tuple[Partner, ...], Field(description="Members; needed by, and only by, kind `partnership`.")
    ] = ()
    partner_only: Annotated[
        StrictBool,
        Field(
            description="Whether the bidder may not stand alone: it wins nothing but as the partner of a body of the NHS family."
        ),
    ] = False
    outpost_cost: Annotated[
        dict[Id, Money],
        Field(
            description="What each WTE of an outpost costs this bidder, by service; nothing for services not named.",
            json_schema_extra={"unit": "£ a year a WTE"},
        ),
    ] = EMPTY
    hosting: Annotated[Hosting | None, Field(description="The end of its hosting by the NHS; none if left out.")] = None
    mobilisation: Annotated[
        Mobilisation | None, Field(description="How fast it can take work over; at any pace if left out.")
    ] = None

    @property
    def is_nhs(self) -> bool:
        """Whether the bidder counts as of the NHS family."""
        return self.kind in NHS_KINDS if self.nhs is None else self.nhs
