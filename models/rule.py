"""A rule of the board: what bidders win, on some lots, held against a limit."""

from typing import Annotated, Literal

from pydantic import Field, StrictBool

from models.base import Model
from models.bidder_kind import BidderKind
from models.lot_set import LotSet
from models.quantities import Id, Money, Name, Priority, RuleLimit

Metric = Literal[
    "lots",
    "buyers",
    "population",
    "spend",
    "share_of_spend",
    "share_of_population",
    "winners",
    "mean_quality",
    "liability",
    "moves",
]
RuleSense = Literal["at_least", "at_most", "exactly"]
Grouping = Literal["buyer", "service", "area", "region"]
RuleForce = Literal["hard", "soft", "switched off"]

COUNTS: frozenset[Metric] = frozenset({"lots", "buyers", "winners", "moves"})
"""Metrics that count: of these a rule may ask for exactly so many."""


class BidderSet(Model):
    """The bidders that a rule names: those listed by id, kind, tag or group; all where it lists none."""

    ids: Annotated[tuple[Id, ...], Field(description="Bidders by id.")] = ()
    kinds: Annotated[tuple[BidderKind, ...], Field(description="All bidders of these kinds.")] = ()
    tags: Annotated[tuple[Name, ...], Field(description="All bidders with one of these tags.")] = ()
    groups: Annotated[tuple[Name, ...], Field(description="All bidders of these groups.")] = ()
    incumbents: Annotated[
        StrictBool, Field(description="Whether only lots count that the bidder which wins them provides today.")
    ] = False

    @property
    def is_everyone(self) -> bool:
        """Whether it names no bidder, and so stands for all."""
        return not (self.ids or self.kinds or self.tags or self.groups)


class Rule(Model):
    """A metric x bidders x lots, at least, at most or exactly a limit; hard, or soft at a penalty or a priority."""

    id: Annotated[Id, Field(description="Unique among rules.")]
    name: Annotated[Name | None, Field(description="Name as printed; its id if left out.")] = None
    because: Annotated[str, Field(max_length=10_000, description="Why the board has it.")] = ""
    active: Annotated[
        StrictBool, Field(description="Whether it is in force; a scenario may switch a rule on or off.")
    ] = True
    metric: Annotated[
        Metric,
        Field(
            description="What is measured, over the lots that the bidders win: lots; buyers or people served, each once; yearly spend at list price; that as a share of all spend on the lots; people as a share of all people of the lots; winning bidders; mean quality; liability; lots that change supplier."
        ),
    ]
    bidders: Annotated[BidderSet, Field(description="Whose lots count.")] = BidderSet()
    each: Annotated[
        StrictBool,
        Field(
            description="Whether the limit holds for each of the bidders that wins any of the lots, in place of all of them together."
        ),
    ] = False
    lots: Annotated[LotSet, Field(description="Which lots count.")] = LotSet()
    per: Annotated[
        tuple[Grouping, ...],
        Field(
            max_length=4,
            description="Whether the limit holds within each buyer, service, area or region, or each combination of those named, in place of all the lots together.",
        ),
    ] = ()
    sense: Annotated[RuleSense, Field(description="Which side of the limit is allowed; `exactly` is for counts.")]
    limit: Annotated[RuleLimit, Field(description="The limit: a count, people, £, a share as a fraction, or points.")]
    penalty: Annotated[
        Money | None,
        Field(
            description="Makes the rule soft: what each unit beyond the limit counts for in the objective; of a share the unit is the whole.",
            json_schema_extra={"unit": "£ a unit"},
        ),
    ] = None
    priority: Annotated[
        Priority | None,
        Field(
            description="Makes the rule soft: broken as little as can be, before anything else is looked at; 1 comes first."
        ),
    ] = None

    @property
    def title(self) -> str:
        """Its name or, where it has none, its id."""
        return self.id if self.name is None else self.name

    @property
    def is_soft(self) -> bool:
        """Whether an award may break it."""
        return self.penalty is not None or self.priority is not None

    @property
    def force(self) -> RuleForce:
        """Whether an award must keep it, may break it, or need not look at it."""
        if not self.active:
            return "switched off"
        return "soft" if self.is_soft else "hard"
