"""An award: who won which lot, what it comes to, and where it stands against the limits of its case."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer

from models.base import Model
from models.discount import DiscountBasis
from models.quantities import SignedMoney

# Not money: written as a JSON number. Every such figure has few decimals, so its shortest float is exact to the eye.
Figure = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json")]
# Pounds or points, by the objective of the level: written as text, as money is.
Amount = Annotated[Decimal, PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json")]
Sense = Literal["at least", "at most", "exactly"]


class Totals(Model):
    """The four objectives and what they are made of."""

    cost: Annotated[SignedMoney, Field(description="Present value: accepted bids + charges - discount.")]
    quality: Annotated[Figure, Field(description="Q, 0 to 100, to six decimal places.")]
    liability: Annotated[
        SignedMoney, Field(description="Expected redundancy cost, whoever pays it, after redeployment.")
    ]
    disruption: Annotated[Figure, Field(description="Lots that change supplier, or the WTE of their staff.")]
    charges: Annotated[SignedMoney, Field(description="Present value of set-up charges, overheads and outposts.")]
    discount: Annotated[SignedMoney, Field(description="Present value of discounts.")]
    liability_buyers: Annotated[
        SignedMoney, Field(description="The part of the liability before redeployment that buyers pay.")
    ]
    redeployed: Annotated[
        SignedMoney, Field(description="What redeployment takes off the liability: that of the awards less this.")
    ] = Decimal(0)
    penalty: Annotated[
        SignedMoney, Field(description="What soft rules that the award breaks count for; it is no cost.")
    ] = Decimal(0)


class Accepted(Model):
    """One lot and the bid that won it."""

    lot: str
    buyer: str
    service: str
    bid: str
    bidder: str
    cost: Annotated[
        SignedMoney, Field(description="Present value of the bid; of a package, the share that falls on this lot.")
    ]
    quality: Annotated[Figure, Field(description="Points, to 0.001.")]
    liability: Annotated[SignedMoney, Field(description="Expected redundancy cost of this lot, before redeployment.")]


class Provider(Model):
    """A bidder that wins at least one lot of a service."""

    bidder: str
    service: str
    lots: Annotated[int, Field(description="Lots won.")]
    volume: Annotated[Figure, Field(description="Volume won, in the service's unit.")]


class Outpost(Model):
    """Local staff that a provider keeps in an area that it serves."""

    bidder: str
    service: str
    area: str
    wte: Figure
    cost: Annotated[SignedMoney, Field(description="Present value.")]


class EarnedDiscount(Model):
    """A discount that a bidder gives on what it wins."""

    discount: str
    bidder: str
    by: DiscountBasis
    quantity: Annotated[Figure, Field(description="£ a year at list price, volume, or lots, by which the tier is set.")]
    tier: Annotated[Figure | None, Field(description="Where the tier in force starts; null below the first.")]
    amount: Annotated[SignedMoney, Field(description="Present value of what is taken off.")]


class Redeployed(Model):
    """Displaced staff of a group who fill a vacancy."""

    group: Annotated[str, Field(description="Id of the staff group.")]
    vacancy: str
    bidder: Annotated[str, Field(description="Who has the vacancy.")]
    wte: Annotated[Figure, Field(description="How many move, WTE to six decimal places.")]


class StaffOutcome(Model):
    """What becomes of the staff on the lots: who stays, transfers, is redeployed or is made redundant, in WTE."""

    total: Figure
    staying: Annotated[Figure, Field(description="With the incumbent, which keeps the lot or its part of it.")]
    transferred: Annotated[Figure, Field(description="To the winner.")]
    redeployed: Annotated[Figure, Field(description="To vacancies.")]
    redundant: Annotated[Figure, Field(description="Displaced, without a vacancy.")]
    redundant_later: Annotated[
        Figure, Field(description="Of those who stay or transfer: redundant once hosting by the NHS ends.")
    ]
    talent_retained: Annotated[
        Figure | None,
        Field(description="Share of all years of service whose people stay, transfer or are redeployed; six decimals."),
    ]


class BuyerAccount(Model):
    """What the award asks of one buyer."""

    buyer: str
    years: Annotated[
        dict[str, SignedMoney],
        Field(description="Undiscounted, by financial year: price, VAT, pensions and one-offs of the buyer's lots."),
    ]
    liability: Annotated[SignedMoney, Field(description="Before redeployment: the part that the buyer pays.")]


class RuleState(Model):
    """One limit the case states, and where the award stands against it."""

    rule: Annotated[str, Field(description="Name of the rule, such as `capacity[bidder, service]`.")]
    satisfied: bool
    value: Figure
    limit: Figure
    sense: Annotated[Sense, Field(description="Which side of the limit is allowed.")]
    unit: str
    sentence: Annotated[str, Field(description="The rule in words.")]
    soft: Annotated[bool, Field(description="Whether an award may break it.")] = False
    violation: Annotated[
        Figure | None,
        Field(
            description="Of a soft rule: how far beyond its limit, in its unit as docs/formulation.md counts it; 0 where it is kept."
        ),
    ] = None
    penalty: Annotated[
        SignedMoney | None, Field(description="Of a soft rule with a penalty: what that counts for.")
    ] = None
    priority: Annotated[int | None, Field(description="Of a soft rule with a priority.")] = None


class Reason(Model):
    """Why a bid may not be accepted."""

    rule: Annotated[str, Field(description="Name of what bars it, such as `minimum[criterion]`.")]
    sentence: Annotated[str, Field(description="It in words, with the figures of this bid.")]


class Disqualified(Model):
    """A bid that may not be accepted, with every reason."""

    bid: str
    bidder: str
    reasons: Annotated[tuple[Reason, ...], Field(description="By name, each once.")]


class LowBid(Model):
    """A bid that is abnormally low on a lot: the board is to ask why before it accepts it."""

    bid: str
    bidder: str
    lot: str
    price: Annotated[SignedMoney, Field(description="£ a year at list price, on this lot.")]
    mean: Annotated[SignedMoney, Field(description="Mean of the other bidders' bids for the lot, to a penny.")]
    next: Annotated[SignedMoney, Field(description="The lowest of them.")]
    accepted: Annotated[bool, Field(description="Whether this award accepts it.")]


class ByHand(Model):
    """A decision by hand that the case states: a pick or an exclusion, with its reason."""

    name: Annotated[str, Field(description="`pick[id]` or `exclusion[id]`.")]
    sentence: str
    reason: str
