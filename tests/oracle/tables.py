"""The tables of a case with every default filled in: limits and charges in pence, all numbers exact."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True)
class Buyer:
    """Who buys."""

    id: str
    people: int
    budget: Mapping[str, int]
    liability_cap: int | None
    min_mean_quality: Fraction | None
    shortlist: frozenset[str] | None
    vetoes: frozenset[str]


@dataclass(frozen=True)
class Service:
    """What is bought."""

    id: str
    local: bool
    shape: str | None
    weight: Fraction
    floor: Fraction
    floor_by_kind: Mapping[str, Fraction]
    min_providers: int
    max_providers: int | None
    quality_standard: Fraction | None


@dataclass(frozen=True)
class StaffOnLot:
    """The part of a staff group that works on one lot; ``salary`` in pounds."""

    headcount: Fraction
    wte_per_head: Fraction
    salary: Fraction
    service_years: Fraction
    continuous_weeks: int | None


@dataclass(frozen=True)
class Lot:
    """One service for one buyer; ``wte`` is what it draws from ``capacity_wte``, its own or its staff's."""

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


@dataclass(frozen=True)
class Bidder:
    """Who may supply.

    ``overhead`` is what it comes to over the horizon, ``memberships`` are the partnerships it belongs to, each with
    its share; where ``waived``, neither floors nor viability bind.
    """

    id: str
    kind: str
    group: tuple[str, str]
    overhead: int
    setup: Mapping[str, int]
    capacity: Mapping[str, Fraction]
    capacity_wte: Fraction | None
    viability_floor: int
    served_elsewhere: int
    served_elsewhere_by_service: Mapping[str, Fraction]
    memberships: tuple[tuple[str, Fraction], ...]
    waived: bool


@dataclass(frozen=True)
class Bid:
    """An offer for one lot; ``price`` in pounds as stated, ``stated_quality`` that of a fallback, else None."""

    id: str
    bidder: str
    lot: str
    price: Fraction
    per_head: bool
    scores: Mapping[str, Fraction]
    transfer: Fraction | None
    stated_quality: Fraction | None


@dataclass(frozen=True)
class Criterion:
    """What quality is made of; ``services`` is None where it applies to all."""

    id: str
    weight: Fraction
    minimum: Fraction | None
    services: frozenset[str] | None


@dataclass(frozen=True)
class Terms:
    """What a winner of some kind means for the staff."""

    transfer: Fraction
    buyer_share: Fraction


@dataclass(frozen=True)
class Objective:
    """What is best, in pounds. ``levels`` are (objective, tolerance in its own unit) in order; None where all is money-valued."""

    levels: tuple[tuple[str, Fraction], ...] | None
    liability_weight: Fraction
    disruption_value: Fraction
    quality_value: Fraction
    staff_disruption: bool


@dataclass(frozen=True)
class Case:
    """All that is asked, tables by id in the order of the document; ``annuity`` is the A of the specification."""

    date: date
    annuity: Fraction
    buyers: Mapping[str, Buyer]
    services: Mapping[str, Service]
    lots: Mapping[str, Lot]
    bidders: Mapping[str, Bidder]
    bids: Mapping[str, Bid]
    criteria: tuple[Criterion, ...]
    terms: Mapping[str, Terms]
    liability_cap: int | None
    objective: Objective
