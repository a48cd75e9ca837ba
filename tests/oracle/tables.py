"""The tables of a case with every default filled in: limits and charges in pence, all numbers exact."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.agreements import Contiguity, Discount, Framework, JointPurchase
from tests.oracle.board import Board, Ratio
from tests.oracle.horizon import Horizon
from tests.oracle.people import Hosting, Mobilisation, StaffGroup, StaffOnLot, Terms, Vacancy


@dataclass(frozen=True)
class Buyer:
    """Who buys; ``counted`` unless it is a national board, ``position`` in degrees (longitude, latitude)."""

    id: str
    people: int
    counted: bool
    area: str | None
    region: str | None
    position: tuple[float, float] | None
    budget: Mapping[str, int]
    liability_cap: int | None
    min_mean_quality: Fraction | None
    shortlist: frozenset[str] | None
    vetoes: frozenset[str]


@dataclass(frozen=True)
class Service:
    """What is bought; ``outposts`` are the WTE of each by area, ``reprocurement_cost`` is in pounds,
    ``benchmark`` in pounds a head a year."""

    id: str
    local: bool
    shape: str | None
    unit: str
    weight: Fraction
    floor: Fraction
    floor_by_kind: Mapping[str, Fraction]
    min_providers: int
    max_providers: int | None
    quality_standard: Fraction | None
    max_lots: int | None
    benchmark: Fraction | None
    outposts: Mapping[str, Fraction]
    contiguity: Contiguity | None
    vat_recoverable: Fraction
    reprocurement_cost: Fraction
    successor_years: Fraction


@dataclass(frozen=True)
class Lot:
    """One service for one buyer; ``wte`` is what it draws from ``capacity_wte``, its own or its staff's.

    ``needed`` is the part of each group of its staff that it needs, ``present_cost`` is in pounds a year; so is
    ``benchmark``, that of its service where it states none.
    """

    id: str
    buyer: str
    service: str
    people: int
    weight: Fraction
    volume: Fraction
    incumbent: str | None
    min_quality: Fraction | None
    staff: tuple[StaffOnLot, ...]
    staff_wte: Fraction
    wte: Fraction
    needed: Fraction
    present_cost: Fraction
    benchmark: Fraction | None


@dataclass(frozen=True)
class Bidder:
    """Who may supply.

    ``overhead`` is what it comes to over the horizon, ``partners`` are those of a partnership and ``memberships`` the
    partnerships it belongs to, each with the share; ``outpost_cost`` is in pounds a year a WTE. One that is ``at_home``
    serves its own buyer alone; a ``fallback`` is a buyer that takes no bid.
    """

    id: str
    kind: str
    nhs: bool
    group: tuple[str, str]
    stated_group: str | None
    tags: frozenset[str]
    overhead: int
    setup: Mapping[str, int]
    capacity: Mapping[str, Fraction]
    capacity_wte: Fraction | None
    viability_floor: int
    served_elsewhere: int
    served_elsewhere_by_service: Mapping[str, Fraction]
    partners: tuple[tuple[str, Fraction], ...]
    memberships: tuple[tuple[str, Fraction], ...]
    partner_only: bool
    outpost_cost: Mapping[str, Fraction]
    hosting: Hosting | None
    mobilisation: Mobilisation | None
    at_home: bool
    fallback: bool


@dataclass(frozen=True)
class Bid:
    """An offer for a lot, or all or nothing for several.

    ``price``, ``prices`` (by financial year) and ``extension_price`` in pounds as stated, ``transition`` in pounds;
    ``starts`` on a day, which ``start`` tells in years from the horizon's; ``term`` and ``extension`` in years;
    ``scores`` are what its marks come to where it is marked, ``exclusive_group`` with the bidder's id, ``stated_quality`` that of a fallback.
    """

    id: str
    bidder: str
    lots: tuple[str, ...]
    price: Fraction
    per_head: bool
    indexation: Fraction
    prices: Mapping[str, Fraction]
    starts: date
    start: Fraction
    term: Fraction | None
    extension: Fraction | None
    extension_price: Fraction | None
    transition: Fraction
    scores: Mapping[str, Fraction]
    transfer: Fraction | None
    exclusive_group: tuple[str, str] | None
    stated_quality: Fraction | None


@dataclass(frozen=True)
class Criterion:
    """What quality is made of; ``services`` is None where it applies to all, ``parent`` where it is part of none."""

    id: str
    parent: str | None
    weight: Fraction
    minimum: Fraction | None
    services: frozenset[str] | None


@dataclass(frozen=True)
class Objective:
    """What is best, in pounds. ``levels`` are (objective, tolerance in its own unit) in order, of a lexicographic one.

    Where there are none, ``ratio`` says how bids are scored; without it all is money-valued.
    """

    levels: tuple[tuple[str, Fraction], ...] | None
    ratio: Ratio | None
    liability_weight: Fraction
    disruption_value: Fraction
    quality_value: Fraction
    staff_disruption: bool


@dataclass(frozen=True, eq=False)
class Case:
    """All that is asked, tables by id in the order of the document.

    It is equal to itself alone, so that what follows from it may be kept.
    ``annuity`` is the A of the specification; ``neighbours`` holds each pair of names both ways round.
    """

    date: date
    horizon: Horizon
    annuity: Fraction
    buyers: Mapping[str, Buyer]
    services: Mapping[str, Service]
    lots: Mapping[str, Lot]
    bidders: Mapping[str, Bidder]
    bids: Mapping[str, Bid]
    criteria: tuple[Criterion, ...]
    discounts: tuple[Discount, ...]
    frameworks: tuple[Framework, ...]
    joint_purchases: tuple[JointPurchase, ...]
    neighbours: frozenset[tuple[str, str]]
    terms: Mapping[str, Terms]
    vat: Mapping[str, Fraction]
    groups: Mapping[str, StaffGroup]
    vacancies: tuple[Vacancy, ...]
    redeploy_within_km: Fraction | None
    liability_cap: int | None
    max_lots: int | None
    objective: Objective
    board: Board
