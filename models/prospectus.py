"""The prospectus: the size and shape of each deal, for suppliers to see before they bid. It holds nothing of any bid."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import Figure
from models.base import Model
from models.bid import ContractForm
from models.bidder_kind import BidderKind
from models.contiguity import Contiguity
from models.horizon import Horizon
from models.objective import Objective
from models.quantities import Day, SignedMoney
from models.service import Shape


class StaffAtStake(Model):
    """Who works on some lots today, and what is due if nobody transfers."""

    heads: Annotated[Figure, Field(description="People, to 0.001: some work on several lots.")]
    wte: Annotated[Figure, Field(description="Whole-time equivalents, to 0.001.")]
    pay: Annotated[SignedMoney, Field(description="Yearly pay bill, £.")]
    liability: Annotated[
        SignedMoney, Field(description="Redundancy cost on the case's date if none of them transfers, £.")
    ]


class Deal(Model):
    """How large a deal is."""

    lots: Annotated[int, Field(description="Lots in it.")]
    volume: Annotated[Figure, Field(description="How much is bought, in the service's unit.")]
    unit: str
    population: Annotated[
        int, Field(description="People of its buyers, each once; those of national boards only where they buy alone.")
    ]
    present_cost: Annotated[
        SignedMoney | None, Field(description="£ a year today, of the lots that state it; null where none does.")
    ]
    present_cost_of: Annotated[int, Field(description="Lots that state what they cost today.")]
    staff: Annotated[StaffAtStake | None, Field(description="Null where nobody works on it, as far as is stated.")]


class LotDeal(Deal):
    """What one buyer buys of one service."""

    lot: str
    buyer: str
    service: str
    required: Annotated[bool, Field(description="Whether it will be awarded; else the buyer may do it itself.")]
    incumbent: Annotated[str | None, Field(description="Name of who provides it today.")]
    wte_needed: Annotated[
        Figure | None, Field(description="Staff that the service is to be run with; null where all who work on it.")
    ]
    min_quality: Annotated[Figure | None, Field(description="Least quality of a bid, points of 100.")]
    benchmark: Annotated[
        SignedMoney | None, Field(description="Price that bids are scored against, £ a year; null where none is.")
    ]


class KindFloor(Model):
    """A floor for bidders of a kind; `least` and `most` differ where bidders of the kind have different ones."""

    kind: BidderKind
    least: Figure
    most: Figure


class CriterionShare(Model):
    """What a criterion counts for in the quality of a bid for a service."""

    criterion: str
    share: Annotated[Figure, Field(description="Of quality, a fraction to a millionth.")]


class FrameworkTerms(Model):
    """The framework under which a service is called off."""

    framework: str
    name: str
    accredited_only: Annotated[bool, Field(description="Whether only bidders accredited to it may win.")]
    min_competitors: Annotated[int, Field(description="Accredited bidders that have to bid for a lot, at least.")]


class ServiceDeal(Deal):
    """What all buyers buy of one service, and how it has to be provided."""

    service: str
    name: str
    scale: Literal["local", "national"]
    optional: Annotated[int, Field(description="Lots that their buyers may do themselves.")]
    buyers: int
    weight: Annotated[Figure, Field(description="Weight in quality, relative to other services.")]
    shape: Annotated[Shape | None, Field(description="Delivery shape; null where free.")]
    min_providers: int
    max_providers: int | None
    max_lots_per_bidder: int | None
    floor: Annotated[Figure, Field(description="Least volume of a provider, counting what it serves elsewhere.")]
    floors_by_kind: Annotated[tuple[KindFloor, ...], Field(description="Floors in place of that one.")]
    quality_standard: Annotated[Figure | None, Field(description="Mean quality to be met, points of 100.")]
    contiguity: Annotated[Contiguity | None, Field(description="How ground has to hang together.")]
    outposts: Annotated[dict[str, Figure], Field(description="Local staff to keep, WTE by area.")]
    framework: FrameworkTerms | None
    criteria: tuple[CriterionShare, ...]


class JointDeal(Deal):
    """Lots of one service that go to one supplier together."""

    purchase: str
    name: str
    service: str
    buyers: tuple[str, ...]


class BuyerTerms(Model):
    """A buyer, its people and its money."""

    buyer: str
    name: str
    area: str | None
    region: str | None
    population: int
    lots: int
    budget: Annotated[dict[str, SignedMoney], Field(description="Most its lots may cost in each financial year, £.")]
    liability_cap: Annotated[SignedMoney | None, Field(description="Most of the redundancy cost it will pay, £.")]
    min_mean_quality: Annotated[Figure | None, Field(description="Least mean quality of its lots, points of 100.")]
    by_shortlist: Annotated[bool, Field(description="Whether it considers none but bidders it has listed.")]


class KindTerms(Model):
    """What holds for winners of a kind."""

    kind: BidderKind
    transfer: Annotated[Figure, Field(description="Share of staff that transfer, unless a bid says otherwise.")]
    buyer_share: Annotated[Figure, Field(description="Share of the redundancy cost of the others that the buyer pays.")]
    pension: Annotated[Figure, Field(description="What pensions of those who transfer cost more, as a share of pay.")]
    vat: Annotated[Figure, Field(description="Rate of VAT on its prices, before what buyers recover.")]


class FormTerms(Model):
    """A form of contract."""

    form: ContractForm
    most_years: Annotated[Figure, Field(description="Longest term, extensions apart.")]
    nhs_only: Annotated[bool, Field(description="Whether only bidders of the NHS family may offer it.")]


class CriterionTerms(Model):
    """A criterion of quality."""

    criterion: str
    name: str
    parent: Annotated[str | None, Field(description="The criterion that it is a part of.")]
    weight: Annotated[Figure, Field(description="Among those of the same parent that apply to a service.")]
    minimum: Annotated[Figure | None, Field(description="A bid that comes to less is barred.")]
    services: Annotated[tuple[str, ...] | None, Field(description="Services to which it applies; null of all.")]


class Prospectus(Model):
    """What is to be bought, on which terms. Bids, and what their bidders offer beside them, do not enter it."""

    name: Annotated[str, Field(description="Name of the case.")]
    date: Annotated[Day, Field(description="As of which redundancy is told.")]
    horizon: Annotated[Horizon, Field(description="The years compared.")]
    decided_by: Annotated[str, Field(description="How price and quality are weighed, in words.")]
    objective: Annotated[Objective, Field(description="The same, as the case states it.")]
    services: tuple[ServiceDeal, ...]
    lots: tuple[LotDeal, ...]
    joint: Annotated[tuple[JointDeal, ...], Field(description="Joint purchases, service by service.")]
    buyers: tuple[BuyerTerms, ...]
    viability: Annotated[
        tuple[KindFloor, ...],
        Field(description="Least people, over all local services, with whom a bidder of a kind can stand."),
    ]
    max_lots_per_bidder: int | None
    liability_cap: Annotated[SignedMoney | None, Field(description="Most of it that all buyers will pay, £.")]
    kinds: Annotated[tuple[KindTerms, ...], Field(description="Staff, pensions and VAT by kind of winner.")]
    forms: tuple[FormTerms, ...]
    criteria: tuple[CriterionTerms, ...]
    rules: Annotated[tuple[str, ...], Field(description="Rules of the board in force, in words.")]
    rules_on_bidders: Annotated[int, Field(description="Rules left out, as they name single bidders.")]
    few_people: Annotated[
        int, Field(description="Lots on which somebody works, but fewer than five: their pay is personal.")
    ]
    version: Annotated[str, Field(description="Version of this program.")]

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
