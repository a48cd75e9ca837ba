"""A supplier before it is put into a case: what it offers, and where."""

from dataclasses import dataclass
from decimal import Decimal

from models import BidderKind
from selector.examples.england_2013.ccgs import Place

SYNTHETIC = "synthetic"


@dataclass(frozen=True)
class Supplier:
    """Who may bid, for which services, and near where."""

    id: str
    name: str
    kind: BidderKind
    offers: frozenset[str]
    """Ids of services."""
    tags: tuple[str, ...] = ()
    group: str | None = None
    seat: Place | None = None
    """Where it works from; None for one that is at home everywhere, or only in ``home``."""
    home: frozenset[str] = frozenset()
    """Area teams or regions it grew from; empty for one that is at home everywhere."""
    buyer: str | None = None
    sells_to: frozenset[str] = frozenset()
    """ODS codes of other CCGs that a CCG's own staff would work for."""
    partner_only: bool = False
    """Whether it may win nothing but as the partner of an NHS unit."""
    partners: tuple[tuple[str, Decimal], ...] = ()
    """Ids of partners, each with its share of the work."""
