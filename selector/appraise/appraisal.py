"""A case as arrays: what the program is laid from.

Units throughout: money in pence; quality in thousandths of a point; volume, WTE and disruption in thousandths of their
unit; weights and shares in millionths. Limits that a case does not state are ``inf`` (or ``-inf`` for minimums).
A reader of other formats may build these arrays itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Lots:
    """The lots, ``n`` of them."""

    ids: Sequence[str]
    buyer: Ints
    """Position of the lot's buyer."""
    service: Ints
    volume: Ints
    people: Ints
    """Population of the lot's buyer."""
    weight: Ints
    """Weight in quality, people x service weight, divided by whatever divides them all."""
    wte: Ints

    def __len__(self) -> int:
        return len(self.buyer)


@dataclass(frozen=True)
class Bids:
    """The bids, fallbacks included, and the lots they are for (``pair_bid[k]`` is for ``pair_lot[k]``)."""

    ids: Sequence[str]
    bidder: Ints
    pair_bid: Ints
    pair_lot: Ints
    list_price: Ints
    """Pence a year."""
    cost: Ints
    quality: Ints
    liability: Ints
    buyers_liability: Ints
    disruption: Ints
    open: Bools
    """Whether the bid may be accepted."""
    bars: Mapping[int, tuple[str, ...]]
    """For each bid that may not: the names of what bars it."""

    def __len__(self) -> int:
        return len(self.bidder)


@dataclass(frozen=True)
class Bidders:
    """The bidders, in-house fallbacks included; arrays of bidders x services where both count."""

    ids: Sequence[str]
    overhead: Ints
    """Present value, pence."""
    setup: Ints
    """bidders x services, pence."""
    floor: Floats
    """bidders x services: least volume a provider may have in this case, after what it serves elsewhere; 0 where none."""
    capacity: Floats
    """bidders x services."""
    capacity_wte: Floats
    viability: Floats
    """Least people a bidder of local services may serve in this case, after what it serves elsewhere; 0 where none."""
    group: Ints
    """Bidders with equal numbers are of one group."""
    partnership: Ints
    """For each membership: the partnership's position."""
    partner: Ints
    share: Ints

    def __len__(self) -> int:
        return len(self.overhead)


@dataclass(frozen=True)
class Services:
    """The services."""

    ids: Sequence[str]
    local: Bools
    min_providers: Ints
    max_providers: Floats
    single: Bools
    """Whether there must be exactly one provider."""
    plural: Bools
    """Whether there must be at least two."""
    network: Bools
    """Whether all providers must be of one group."""
    standard: Floats
    """Mean quality over all lots of the service; -inf where none."""
    provider_standard: Floats
    """Mean quality of each provider's lots; -inf where none."""

    def __len__(self) -> int:
        return len(self.local)


@dataclass(frozen=True)
class Limits:
    """Limits of buyers and of all."""

    buyers: Sequence[str]
    budget_buyer: Ints
    budget_years: Sequence[str]
    """Financial year of each budget."""
    budget: Ints
    liability_caps: Floats
    """A buyer each."""
    liability_cap: float
    mean_quality: Floats
    """A buyer each; -inf where none."""


@dataclass(frozen=True)
class Appraisal:
    """A whole case as arrays."""

    lots: Lots
    bids: Bids
    bidders: Bidders
    services: Services
    limits: Limits
