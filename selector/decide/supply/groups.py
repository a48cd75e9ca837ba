"""The lots that a market is told of together: all, those of a service, those of an area."""

from dataclasses import dataclass

from models import Case
from models.market import Within


@dataclass(frozen=True)
class Group:
    """Some lots, by their position in the case."""

    within: Within
    of: str | None
    """Id of the service or name of the area."""
    lots: frozenset[int]


def groups(case: Case) -> tuple[Group, ...]:
    """All lots, then those of each service, then those of each area; buyers without an area are in no area's."""
    areas = {buyer.id: buyer.area for buyer in case.buyers}
    by_service: dict[str, set[int]] = {service.id: set() for service in case.services}
    by_area: dict[str, set[int]] = {}
    for position, lot in enumerate(case.tendered):
        by_service[lot.service].add(position)
        area = areas[lot.buyer]
        if area is not None:
            by_area.setdefault(area, set()).add(position)
    return (
        Group("all", None, frozenset(range(len(case.tendered)))),
        *(Group("service", name, frozenset(lots)) for name, lots in by_service.items() if lots),
        *(Group("area", name, frozenset(lots)) for name, lots in by_area.items()),
    )
