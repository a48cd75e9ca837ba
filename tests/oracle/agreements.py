"""What a case states beside its buyers, lots and bids: what is agreed on several of them together."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Tier:
    """From ``start`` on, ``off`` is taken off: a rate, or pounds a year a unit."""

    start: Fraction
    off: Fraction


@dataclass(frozen=True)
class Discount:
    """What a bidder takes off; ``services`` is None where it counts all, starts are in pounds, volume or lots."""

    id: str
    bidder: str
    services: frozenset[str] | None
    by: str
    incremental: bool
    per_unit: bool
    tiers: tuple[Tier, ...]

    def counts(self, service: str) -> bool:
        """Whether lots of the service are in its scope."""
        return self.services is None or service in self.services


@dataclass(frozen=True)
class Framework:
    """Whom some services may be called off from; ``accredited`` is None where that is all."""

    id: str
    services: frozenset[str]
    accredited: frozenset[str] | None
    min_competitors: int

    def admits(self, bidder: str) -> bool:
        """Whether the bidder is accredited."""
        return self.accredited is None or bidder in self.accredited


@dataclass(frozen=True)
class JointPurchase:
    """Buyers, those of its areas and regions among them, that buy some services together; None is all services."""

    id: str
    buyers: frozenset[str]
    services: frozenset[str] | None


@dataclass(frozen=True)
class Contiguity:
    """What hangs together: buyers, areas or regions; neighbours are those listed where ``within_km`` is None."""

    of: str
    within_km: Fraction | None
