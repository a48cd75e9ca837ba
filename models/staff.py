"""The people whose posts are at stake, and on what terms they move."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from models.base import Model
from models.bidder_kind import BidderKind
from models.quantities import Id, Money, Name, Part, Share, Weeks, Wte, Years


class LotShare(Model):
    """How much of a staff group works on a lot."""

    lot: Annotated[Id, Field(description="The lot's id.")]
    share: Annotated[Part, Field(description="Share of the group that works on the lot.")] = Decimal(1)


class StaffGroup(Model):
    """Staff alike enough to be counted together; pay and service are the group's stated means."""

    id: Annotated[Id, Field(description="Unique among staff groups.")]
    name: Annotated[Name | None, Field(description="Name as printed.")] = None
    lots: Annotated[
        tuple[LotShare, ...],
        Field(
            description="Lots the group works on; if left out, all lots that its employer provides today, by their size."
        ),
    ] = ()
    employer: Annotated[Id | None, Field(description="Bidder that employs them, and provides their lots today.")] = None
    function: Annotated[
        Name | None,
        Field(description="Family of services they work in; they may be redeployed within it."),
    ] = None
    place: Annotated[Id | None, Field(description="Where they work: at this buyer's.")] = None
    headcount: Annotated[Wte, Field(description="People in the group.", json_schema_extra={"unit": "people"})]
    wte_per_head: Annotated[Part, Field(description="Working time of each, as a part of full time.")] = Decimal(1)
    salary: Annotated[Money, Field(description="Full-time yearly pay.", json_schema_extra={"unit": "£ a year"})]
    service_years: Annotated[Years, Field(description="Reckonable service; complete years count.")]
    continuous_weeks: Annotated[
        Weeks | None,
        Field(
            description="Continuous service; fewer than 104 weeks give no entitlement. If left out, two years of reckonable service qualify."
        ),
    ] = None


class Vacancy(Model):
    """Posts that a body of the NHS family can fill with displaced staff, should it win anything."""

    id: Annotated[Id, Field(description="Unique among vacancies.")]
    bidder: Annotated[Id, Field(description="Who has the posts: a bidder of the NHS family.")]
    function: Annotated[Name, Field(description="Family of services of the posts, as staff groups name it.")]
    wte: Annotated[Wte, Field(description="Posts.")]
    place: Annotated[Id | None, Field(description="Where they are: at this buyer's.")] = None


class TransferTerms(Model):
    """What happens to staff when a bidder of a kind takes over, and who pays for those left behind."""

    transfer: Annotated[Share, Field(description="Share of staff that transfer to the winner.")]
    buyer_share: Annotated[
        Share, Field(description="Share of the redundancy cost that the buyer pays; a national body pays the rest.")
    ]
    pension: Annotated[
        Share,
        Field(
            description="What pensions of staff who transfer to such a winner cost more, as a share of their pay (Fair Deal)."
        ),
    ] = Decimal(0)


_FAMILY = TransferTerms(transfer=Decimal(1), buyer_share=Decimal(0))
_OUTSIDE = TransferTerms(transfer=Decimal(0), buyer_share=Decimal(1))

# The seed case of the 2011 plan: within the NHS family staff move; outside it the buyer pays for those who do not.
DEFAULT_TERMS: Mapping[BidderKind, TransferTerms] = MappingProxyType(
    {
        "nhs_csu": _FAMILY,
        "in_house": _FAMILY,
        "private": _OUTSIDE,
        "voluntary": _OUTSIDE,
        "local_authority": _OUTSIDE,
        "partnership": _OUTSIDE,
    }
)
