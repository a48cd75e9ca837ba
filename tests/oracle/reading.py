"""From the JSON document of a case to its tables: defaults, generated lots, fallbacks."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle.exact import THOUSANDTH, exact, exact_values, half_up, maybe, maybe_pence, pence_values
from tests.oracle.horizon import Horizon
from tests.oracle.people import StaffOnLot
from tests.oracle.read_agreements import (
    read_contiguity,
    read_discounts,
    read_frameworks,
    read_joint_purchases,
    read_neighbours,
)
from tests.oracle.read_bidders import read_bidders, read_bids
from tests.oracle.read_board import read_board, read_ratio
from tests.oracle.read_staff import read_groups, read_staff, read_terms, read_vacancies
from tests.oracle.sharing import sizes
from tests.oracle.tables import Buyer, Case, Criterion, Lot, Objective, Service

Document = Mapping[str, Any]

_USUAL_TOLERANCE = {"cost": "0.01", "liability": "0.01", "quality": "0.001", "disruption": "0", "penalty": "0.01"}


def read(document: Document) -> Case:
    """The tables of a valid document; what it holds is not checked."""
    horizon = _horizon(document["horizon"])
    buyers = {row["id"]: _buyer(row) for row in document["buyers"]}
    services = {row["id"]: _service(row) for row in document["services"]}
    rows, groups = lot_rows(document), read_groups(document)
    bare = [_lot(row, buyers[row["buyer"]], services[row["service"]], []) for row in rows]
    held: dict[str | None, list[Lot]] = {}
    for lot in bare:
        held.setdefault(lot.incumbent, []).append(lot)
    held_sizes = {
        name: dict(zip([lot.id for lot in lots], sizes(lots, services), strict=True)) for name, lots in held.items()
    }
    staff = read_staff(document, groups, held_sizes)
    lots = {
        row["id"]: _lot(row, buyers[row["buyer"]], services[row["service"]], staff.get(row["id"], ())) for row in rows
    }
    optional = [row for row in rows if not row.get("required", True)]
    return Case(
        date=date.fromisoformat(str(document["date"])),
        horizon=horizon,
        annuity=horizon.annuity,
        buyers=buyers,
        services=services,
        lots=lots,
        bidders={bidder.id: bidder for bidder in read_bidders(document, lots, optional, horizon)},
        bids={bid.id: bid for bid in read_bids(document, optional, horizon)},
        criteria=tuple(_criterion(row) for row in document.get("criteria", ())),
        discounts=tuple(read_discounts(document)),
        frameworks=tuple(read_frameworks(document)),
        joint_purchases=tuple(read_joint_purchases(document, buyers)),
        neighbours=read_neighbours(document),
        terms=read_terms(document),
        vat=exact_values(document.get("vat", {})),
        groups=groups,
        vacancies=tuple(read_vacancies(document)),
        redeploy_within_km=maybe(document.get("redeploy_within_km")),
        liability_cap=maybe_pence(document.get("liability_cap")),
        max_lots=document.get("max_lots_per_bidder"),
        objective=_objective(document.get("objective", {"mode": "money_valued"})),
        board=read_board(document),
    )


def _horizon(row: Document) -> Horizon:
    return Horizon(
        start=date.fromisoformat(str(row["start"])),
        years=row["years"],
        growth=1 + exact(row.get("discount_rate", "0.035")),
        extended=row.get("extended", False),
    )


def _buyer(row: Document) -> Buyer:
    lon, lat = row.get("lon"), row.get("lat")
    return Buyer(
        id=row["id"],
        people=row["population"],
        counted=row.get("kind", "ccg") != "national_board",
        area=row.get("area"),
        region=row.get("region"),
        position=None if lon is None or lat is None else (float(lon), float(lat)),
        budget=pence_values(row.get("budget", {})),
        liability_cap=maybe_pence(row.get("liability_cap")),
        min_mean_quality=maybe(row.get("min_mean_quality")),
        shortlist=None if row.get("shortlist") is None else frozenset(row["shortlist"]),
        vetoes=frozenset(row.get("vetoes", ())),
    )


def _service(row: Document) -> Service:
    return Service(
        id=row["id"],
        local=row.get("scale", "local") == "local",
        shape=row.get("shape"),
        unit=row.get("unit", "people"),
        weight=exact(row.get("weight", 1)),
        floor=exact(row.get("floor", 0)),
        floor_by_kind=exact_values(row.get("floor_by_kind", {})),
        min_providers=row.get("min_providers", 0),
        max_providers=row.get("max_providers"),
        quality_standard=maybe(row.get("quality_standard")),
        max_lots=row.get("max_lots_per_bidder"),
        benchmark=maybe(row.get("benchmark")),
        outposts=exact_values(row.get("outposts", {})),
        contiguity=read_contiguity(row.get("contiguity")),
        vat_recoverable=exact(row.get("vat_recoverable", 0)),
        reprocurement_cost=exact(row.get("reprocurement_cost", 0)),
        successor_years=exact(row.get("successor_years", 5)),
    )


def lot_rows(document: Document) -> list[Document]:
    """The listed lots, or every service for every buyer, buyer by buyer; ``min_quality`` is the service's if unstated."""
    rows = document.get("lots")
    if rows is None:
        rows = [
            {"id": f"{buyer['id']}:{service['id']}", "buyer": buyer["id"], "service": service["id"]}
            for buyer in document["buyers"]
            for service in document["services"]
        ]
    asked = {service["id"]: service.get("min_quality") for service in document["services"]}
    return [
        row if row.get("min_quality") is not None else {**row, "min_quality": asked[row["service"]]} for row in rows
    ]


def _lot(row: Document, buyer: Buyer, service: Service, staff: Sequence[StaffOnLot]) -> Lot:
    volume, wte, required = maybe(row.get("volume")), maybe(row.get("wte")), maybe(row.get("required_wte"))
    working = sum((part.wte for part in staff), Fraction(0))
    staff_wte = half_up(working, THOUSANDTH)
    benchmark = None if service.benchmark is None else service.benchmark * buyer.people
    return Lot(
        id=row["id"],
        buyer=buyer.id,
        service=service.id,
        people=buyer.people,
        weight=buyer.people * service.weight,
        volume=Fraction(buyer.people) if volume is None else volume,
        incumbent=row.get("incumbent"),
        min_quality=maybe(row["min_quality"]),
        staff=tuple(staff),
        staff_wte=staff_wte,
        wte=staff_wte if wte is None else wte,
        needed=Fraction(1) if required is None or not working else min(Fraction(1), required / working),
        present_cost=exact(row.get("present_cost") or 0),
        benchmark=benchmark if row.get("benchmark") is None else exact(row["benchmark"]),
    )


def _criterion(row: Document) -> Criterion:
    return Criterion(
        id=row["id"],
        parent=row.get("parent"),
        weight=exact(row.get("weight", 1)),
        minimum=maybe(row.get("minimum")),
        services=None if row.get("services") is None else frozenset(row["services"]),
    )


def _objective(row: Document) -> Objective:
    def tolerance(level: Document) -> Fraction:
        stated = maybe(level.get("tolerance"))
        return exact(_USUAL_TOLERANCE[level["objective"]]) if stated is None else stated

    levels = row.get("levels") if row["mode"] == "lexicographic" else None
    return Objective(
        levels=None if levels is None else tuple((level["objective"], tolerance(level)) for level in levels),
        ratio=read_ratio(row) if row["mode"] == "ratio" else None,
        liability_weight=exact(row.get("liability_weight", 1)),
        disruption_value=exact(row.get("disruption_value", 0)),
        quality_value=exact(row.get("quality_value", 0)),
        staff_disruption=row.get("disruption", "lots") == "staff",
    )
