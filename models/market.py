"""The market for the lots of a case: how concentrated it is, whom the board depends on, and what is contested."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import Figure
from models.base import Model
from models.bidder_kind import BidderKind
from models.evaluation import Provenance, Status
from models.quantities import SignedMoney

Basis = Literal["today", "lowest_price", "equal_chance", "award"]
Within = Literal["all", "service", "area"]

_BASIS = (
    "Whose lots they are. `today`: whoever provides them now. `lowest_price`: whoever asks the lowest list price for the"
    " lot, of several in equal parts; no award, as packages come whole and limits may rule it out. `equal_chance`: all"
    " that can win the lot, in equal parts. `award`: whoever wins it."
)
_WITHIN = "`all` lots, those of a `service`, or those of the buyers of an `area`."
_OF = "Id of the service or name of the area; null of all lots."


class MarketShare(Model):
    """What part of some lots a bidder has."""

    bidder: str
    lots: Annotated[Figure, Field(description="How many; to 0.001 where a lot is shared.")]
    spend: Annotated[
        Figure | None, Field(description="Share of the yearly spend, a fraction to a millionth; null where unknown.")
    ]
    volume: Annotated[
        Figure | None, Field(description="Share of the volume, likewise; null where the services differ in their unit.")
    ]


class Concentration(Model):
    """How concentrated some lots are, by the Herfindahl-Hirschman index: the sum of squared shares x 10,000."""

    basis: Annotated[Basis, Field(description=_BASIS)]
    within: Annotated[Within, Field(description=_WITHIN)]
    of: Annotated[str | None, Field(description=_OF)]
    lots: Annotated[
        int, Field(description="Lots that count: today those with an incumbent, else those somebody can win.")
    ]
    of_lots: Annotated[int, Field(description="Lots there are.")]
    by_spend: Annotated[
        Figure | None,
        Field(
            description="Index of yearly list prices, of present costs `today`, to 0.001: 10,000 where one has it all, 10,000/n where n have like shares. Null where nothing is spent, or a present cost is not stated."
        ),
    ]
    by_volume: Annotated[
        Figure | None, Field(description="Index of volume, likewise; null where the services differ in their unit.")
    ]
    shares: Annotated[tuple[MarketShare, ...], Field(description="By bidder, the largest first.")]


class Band(Model):
    """What guidelines on mergers make of an index. They are told for comparison: they are no rule for an award."""

    above: Annotated[Figure, Field(description="Index above which the words hold.")]
    words: str
    source: str


class Membership(Model):
    """A bidder and a partnership, each seen from the other."""

    bidder: Annotated[str, Field(description="The partner or, of a partner, the partnership.")]
    share: Annotated[Figure, Field(description="Share of the partnership's volume that is the partner's.")]


class Won(Model):
    """What the award gives a bidder."""

    lots: int
    spend: Annotated[SignedMoney, Field(description="£ a year at list price, before discounts.")]
    share_of_spend: Annotated[
        Figure | None, Field(description="Of that of the whole award, to a millionth; null where nothing is spent.")
    ]
    buyers: Annotated[int, Field(description="Buyers served.")]
    people: Annotated[int, Field(description="People of these, each once; those of national boards are the others'.")]
    alone_in: Annotated[tuple[str, ...], Field(description="Services that nobody else provides in the award.")]
    irreplaceable: Annotated[tuple[str, ...], Field(description="Lots it wins that nobody else can win.")]


class MarketBidder(Model):
    """A bidder's place in the market. A partnership is one bidder; its partners are told beside it."""

    bidder: str
    name: str
    kind: BidderKind
    partners: Annotated[tuple[Membership, ...], Field(description="Of a partnership.")] = ()
    partner_in: Annotated[tuple[Membership, ...], Field(description="Partnerships that it is a partner of.")] = ()
    bids: Annotated[int, Field(description="Bids it makes.")]
    usable: Annotated[int, Field(description="Of these, not barred.")]
    lots: Annotated[int, Field(description="Lots it can win: those of its usable bids.")]
    services: Annotated[int, Field(description="Services of these lots.")]
    sole: Annotated[tuple[str, ...], Field(description="Lots that nobody else can win.")]
    sole_services: Annotated[tuple[str, ...], Field(description="Services all of whose lots nobody else can win.")]
    sole_people: Annotated[int, Field(description="People of the buyers of those lots, each once.")]
    won: Annotated[Won | None, Field(description="Null without an award, or where it wins nothing.")] = None


class LotContest(Model):
    """Who can win a lot. A fallback on the buyer itself is nobody's bid."""

    lot: str
    buyer: str
    service: str
    bidders: Annotated[tuple[str, ...], Field(description="With a usable bid for it.")]
    barred: Annotated[int, Field(description="Bidders all of whose bids for it are barred.")]
    incumbent: Annotated[str | None, Field(description="Who provides it today.")]
    fallback: Annotated[bool, Field(description="Whether the buyer may do it itself where no bid is taken.")]
    winner: Annotated[str | None, Field(description="Who wins it; null without an award.")] = None


class BidderCount(Model):
    """Lots that so many bidders can win."""

    bidders: int
    lots: int


class Contest(Model):
    """How contested some lots are. A bidder counts where it has a usable bid: one that is not barred."""

    within: Annotated[Within, Field(description=_WITHIN)]
    of: Annotated[str | None, Field(description=_OF)]
    lots: int
    bidders: Annotated[int, Field(description="Different bidders that can win any of the lots.")]
    least: Annotated[int, Field(description="Bidders for the lot that fewest can win.")]
    mean: Annotated[Figure, Field(description="Bidders for a lot, on average; to 0.001.")]
    most: int
    none: Annotated[int, Field(description="Lots that no bidder can win.")]
    one: Annotated[int, Field(description="Lots that one bidder can win.")]
    fallback: Annotated[
        int, Field(description="Of the lots that one bidder or none can win: those the buyer may do itself.")
    ]
    incumbent_only: Annotated[
        int, Field(description="Lots with an incumbent that no other bidder can win, whether it can or not.")
    ]
    barred: Annotated[int, Field(description="Bidders all of whose bids for these lots are barred.")]
    distribution: Annotated[tuple[BidderCount, ...], Field(description="Lots by their number of bidders, ascending.")]


class SupplyMarket(Model):
    """The market before the decision and, with an award, what the award makes of it. It tells of bids: not to publish."""

    name: Annotated[str, Field(description="Name of the case.")]
    award: Annotated[Status | None, Field(description="Status of the award; null where none was given.")]
    sentences: Annotated[tuple[str, ...], Field(description="The answer in words.")]
    concentration: tuple[Concentration, ...]
    bands: tuple[Band, ...]
    contests: Annotated[tuple[Contest, ...], Field(description="Of all lots, of each service and of each area.")]
    bidders: Annotated[
        tuple[MarketBidder, ...],
        Field(description="In the order of the case; last the buyers that only do their own lots, where that counts."),
    ]
    lots: Annotated[tuple[LotContest, ...], Field(description="In the order of the case.")]
    provenance: Provenance

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
