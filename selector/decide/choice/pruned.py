"""Tables of a case without what refers to lots and services that are not tendered."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import ROUND_DOWN, Decimal
from typing import TypeVar

from models import Bidder, Case, Contiguity, Criterion, Discount, Framework, Lot, LotShare, Service, StaffGroup

_Value = TypeVar("_Value")
_OfServices = TypeVar("_OfServices", Discount, Framework)
_MILLIONTH = Decimal("0.000001")


def services(case: Case, lots: Sequence[Lot]) -> Iterator[Service]:
    """The services of some lots."""
    bought = {lot.service for lot in lots}
    for service in case.services:
        if service.id not in bought:
            continue
        contiguity = service.contiguity
        if contiguity is not None and contiguity.within_km is not None and _is_unplaced(case, service, lots):
            # Of places of which none has a position none are neighbours, and a case may not ask how far apart they are.
            yield service.model_copy(update={"contiguity": Contiguity(of=contiguity.of)})
        else:
            yield service


def neighbours(case: Case, lots: Sequence[Lot]) -> tuple[tuple[str, str], ...]:
    """The neighbours that some service of the lots asks for by name; none where all go by distance."""
    bought = {lot.service for lot in lots}
    asked = [service.contiguity for service in case.services if service.id in bought and service.contiguity is not None]
    return case.neighbours if any(each.within_km is None for each in asked) else ()


def _is_unplaced(case: Case, service: Service, lots: Sequence[Lot]) -> bool:
    """Whether no place in which a service is bought has a buyer with a position."""
    level = "buyer" if service.contiguity is None else service.contiguity.of
    place = {buyer.id: buyer.id if level == "buyer" else getattr(buyer, level) for buyer in case.buyers}
    bought_in = {place[lot.buyer] for lot in lots if lot.service == service.id}
    return not any(
        place[buyer.id] in bought_in and buyer.lon is not None and buyer.lat is not None for buyer in case.buyers
    )


def bidder(stated: Bidder, kept: Collection[str]) -> Bidder:
    """A bidder with what it states of the services that are kept."""

    def of_kept(table: Mapping[str, _Value]) -> dict[str, _Value]:
        return {service: value for service, value in table.items() if service in kept}

    return stated.model_copy(
        update={
            "setup": of_kept(stated.setup),
            "capacity": of_kept(stated.capacity),
            "served_elsewhere_by_service": of_kept(stated.served_elsewhere_by_service),
            "outpost_cost": of_kept(stated.outpost_cost),
        }
    )


def of_services(rows: Sequence[_OfServices], kept: Collection[str]) -> Iterator[_OfServices]:
    """Discounts or frameworks of services that are kept, for these."""
    for row in rows:
        if row.services is None:
            yield row
        elif named := tuple(service for service in row.services if service in kept):
            yield row.model_copy(update={"services": named})


def criteria(rows: Sequence[Criterion], kept: Collection[str]) -> Iterator[Criterion]:
    """The criteria that apply to a service that is kept."""
    by_id = {row.id: row for row in rows}
    parents = {row.parent for row in rows}
    applying: set[str] = set()
    for row in rows:
        if row.id in parents:
            continue
        chain = list(_upwards(row, by_id))
        if any(all(each.services is None or service in each.services for each in chain) for service in kept):
            # A criterion with parts applies where one of these does.
            applying.update(each.id for each in chain)
    for row in rows:
        if row.id in applying:
            named = None if row.services is None else tuple(each for each in row.services if each in kept)
            yield row.model_copy(update={"services": named})


def _upwards(row: Criterion, by_id: Mapping[str, Criterion]) -> Iterator[Criterion]:
    yield row
    while row.parent is not None:
        row = by_id[row.parent]
        yield row


def staff_groups(case: Case, kept: Collection[str]) -> Iterator[StaffGroup]:
    """The part of each staff group that works on the lots that are kept.

    Where a group works on all lots of its employer by their size, its share of each is written out, rounded down to a
    millionth: what it comes to is told by the figures of the whole case.
    """
    for group in case.staff_groups:
        held = group.lots or tuple(_of_employer(case, group.employer))
        part = tuple(each for each in held if each.lot in kept)
        if len(part) == len(held):
            yield group
        elif part:
            yield group.model_copy(update={"lots": part})


def _of_employer(case: Case, employer: str | None) -> Iterator[LotShare]:
    lots = [lot for lot in case.tendered if lot.incumbent == employer]
    units = {service.id: service.unit for service in case.services}
    people = {buyer.id: Decimal(buyer.population) for buyer in case.buyers}
    alike = len({units[lot.service] for lot in lots}) == 1
    sizes = [(lot.volume or Decimal(0)) if alike else people[lot.buyer] for lot in lots]
    for lot, size in zip(lots, sizes, strict=True):
        share = (size / sum(sizes)).quantize(_MILLIONTH, ROUND_DOWN)
        if share:
            yield LotShare(lot=lot.id, share=share)
