"""What the board decides beside the tables: its rules, and what it picks and excludes by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class LotSet:
    """Some lots: of these services (all where it lists none), for these buyers, areas and regions (where it lists any)."""

    services: frozenset[str]
    buyers: frozenset[str]
    areas: frozenset[str]
    regions: frozenset[str]


@dataclass(frozen=True)
class BidderSet:
    """Some bidders: all where it names none. With ``incumbents`` only what they provide today counts."""

    ids: frozenset[str]
    kinds: frozenset[str]
    tags: frozenset[str]
    groups: frozenset[str]
    incumbents: bool


@dataclass(frozen=True)
class Rule:
    """A rule in force; ``limit`` and ``penalty`` in pounds where they are money, ``per`` in the order of the document."""

    id: str
    metric: str
    bidders: BidderSet
    each: bool
    lots: LotSet
    per: tuple[str, ...]
    sense: str
    limit: Fraction
    penalty: Fraction | None
    priority: int | None

    @property
    def soft(self) -> bool:
        """Whether an award may break it."""
        return self.penalty is not None or self.priority is not None


@dataclass(frozen=True)
class Exclusion:
    """A bid that is left out, or a bidder for some lots."""

    id: str
    bid: str | None
    bidder: str | None
    lots: LotSet


@dataclass(frozen=True)
class LowPrices:
    """When a bid is flagged."""

    below_mean: Fraction | None
    below_next: Fraction | None
    min_bidders: int


@dataclass(frozen=True)
class Ratio:
    """How bids are scored on price and quality; ``quality_value`` in pounds a point a head."""

    price_weight: Fraction
    quality_weight: Fraction
    formula: str
    price: str
    quality_value: Fraction | None
    tolerance: Fraction


@dataclass(frozen=True)
class Board:
    """All of it; ``picks`` are ids of bids by pick."""

    rules: tuple[Rule, ...]
    picks: Mapping[str, str]
    exclusions: tuple[Exclusion, ...]
    low_prices: LowPrices | None
