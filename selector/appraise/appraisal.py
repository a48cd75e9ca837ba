"""A case as arrays: what the program is laid from.

Units throughout: money in pence; quality in thousandths of a point; volume, WTE and disruption in thousandths of their
unit; weights and shares in millionths. Limits that a case does not state are ``inf`` (or ``-inf`` for minimums).
A reader of other formats may build these arrays itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from selector.appraise.consequence import Consequence
from selector.appraise.measured import Measured

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
    """The bids, fallbacks included, and the pairs of a bid and a lot that it is for.

    Bid ``pair_bid[k]`` is for lot ``pair_lot[k]``; pairs go by bid, those of a package in the order of its lots. What a
    bid is worth stands with its pairs; ``of_bids`` adds it up.
    """

    ids: Sequence[str]
    bidder: Ints
    pair_bid: Ints
    pair_lot: Ints
    list_price: Ints
    """Of each pair: pence a year."""
    cost: Ints
    """Of each pair, as are all figures that follow."""
    price_value: Ints
    """Present value of the price alone: what discounts take a share of."""
    amounts: Ints
    """Pairs x years of the horizon: pence, undiscounted."""
    quality: Ints
    liability: Ints
    buyers_liability: Ints
    disruption: Ints
    consequences: Sequence[Consequence]
    """For the staff of the lot."""
    exclusive: Ints
    """For each bid: the number of its exclusive group among ``exclusive_groups``; -1 where it is in none."""
    exclusive_groups: Sequence[tuple[str, str]]
    """Bidder and name of each exclusive group."""
    open: Bools
    """Whether the bid may be accepted."""
    bars: Mapping[int, tuple[str, ...]]
    """For each bid that may not: the names of what bars it."""

    def __len__(self) -> int:
        return len(self.bidder)

    def of_bids(self, values: Ints) -> Ints:
        """Values of pairs, added up for each bid."""
        sums = np.zeros(len(self), dtype=np.int64)
        np.add.at(sums, self.pair_bid, values)
        return sums

    @property
    def pair_bidder(self) -> Ints:
        """Bidder of each pair."""
        return self.bidder[self.pair_bid]


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
    at_home: Bools
    """Whether the bidder serves only the buyer it belongs to: what is waived at home does not bind it."""
    fallback: Bools
    """Whether it is a buyer that falls back on itself."""

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
    max_lots: Floats
    """Most lots that one bidder may win."""

    def __len__(self) -> int:
        return len(self.local)


@dataclass(frozen=True)
class Limits:
    """Limits of buyers and of all."""

    buyers: Sequence[str]
    budget_buyer: Ints
    budget_years: Sequence[str]
    """Financial year of each budget."""
    budget_year: Ints
    """Its position in the horizon."""
    budget: Ints
    liability_caps: Floats
    """A buyer each."""
    liability_cap: float
    mean_quality: Floats
    """A buyer each; -inf where none."""
    counted: Bools
    """A buyer each: whether its people count towards viability."""
    max_lots: float
    """Most lots that one bidder may win of all services."""


@dataclass(frozen=True)
class Discount:
    """A discount of one bidder, by tiers; the first starts at 0, and takes off nothing where the case states none there."""

    id: str
    bidder: int
    pair: Ints
    """Positions of the pairs in its scope, open or not."""
    counted: Ints
    """What each of them counts: pence a year, thousandths of a unit of volume, or lots."""
    bid: Ints
    """The bids with lots in its scope, in their order."""
    quantity: Ints
    """What each of them counts in all."""
    start: Ints
    """Quantity from which each tier is in force."""
    off: Ints
    """Bids x tiers: pence of present value that the tier takes off the bid."""
    constant: Ints
    """A tier each: pence of present value that it takes off besides; may be negative."""


@dataclass(frozen=True)
class Outposts:
    """What providers keep in areas: an entry for each service and area that asks for staff."""

    service: Ints
    area: Ints
    wte: Ints
    cost: Ints
    """Bidders x entries: present value, pence."""
    areas: Sequence[str]
    of_buyer: Ints
    """Area of each buyer; -1 where it has none that matters."""


@dataclass(frozen=True)
class Joint:
    """Lots of one service that go to one supplier together."""

    purchase: str
    service: int
    lots: Ints


@dataclass(frozen=True)
class Ground:
    """The places of a service whose providers are each to serve ground that hangs together."""

    service: int
    places: Sequence[str]
    of_buyer: Ints
    """Place of each buyer; -1 where it buys nothing of the service."""
    neighbours: Ints
    """Pairs of places, n x 2, the smaller first."""


@dataclass(frozen=True)
class Mobilisation:
    """What a bidder can take over by a day on which bids of its start."""

    bidder: int
    day: date
    lots: float
    wte: float
    pair: Ints
    """The pairs of the bidder whose bids start by then and whose lots it does not provide today."""


@dataclass(frozen=True)
class Redeployment:
    """Which displaced staff can move to which vacancies, and what it saves. Staff are counted in millionths of a WTE."""

    groups: Sequence[str]
    saving: Sequence[Fraction]
    """Of each group: pence for each millionth of a WTE that moves."""
    group: Ints
    """Of each entry of ``pair`` and ``displaced``: the group."""
    pair: Ints
    displaced: Ints
    """How many of the group the pair displaces, where its bid is accepted."""
    vacancies: Sequence[str]
    bidder: Ints
    """Of each vacancy."""
    posts: Ints
    """Of each vacancy."""
    moves: Ints
    """Moves that are allowed, as pairs of group and vacancy, n x 2."""

    def __len__(self) -> int:
        return len(self.moves)


@dataclass(frozen=True)
class Appraisal:
    """A whole case as arrays."""

    lots: Lots
    bids: Bids
    bidders: Bidders
    services: Services
    limits: Limits
    outposts: Outposts
    discounts: Sequence[Discount] = ()
    joint: Sequence[Joint] = ()
    grounds: Sequence[Ground] = ()
    mobilisation: Sequence[Mobilisation] = ()
    redeployment: Redeployment | None = None
    """None where nobody can move."""
    rules: Sequence[Measured] = ()
    """The rows of the board's rules."""
    priorities: Sequence[int] = ()
    """Priorities that rules in force have, ascending; one may have no row in this case."""
    penalised: bool = False
    """Whether a rule in force has a penalty."""
    picks: Sequence[tuple[str, int]] = ()
    """Ids of picks, each with the bid that is to be accepted."""
    scores: Ints | None = None
    """Of each pair: thousandths of a point in the objective `ratio`; None in any other."""
