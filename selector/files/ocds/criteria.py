"""The criteria of the case: those of the extension, else those of quality that the lots state."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from models.faults import shown
from selector.files.ocds.award_criteria import ORDER_ONLY, QUALITY, LotCriterion
from selector.files.ocds.draft import Draft
from selector.files.ocds.extension_key import KEY
from selector.files.ocds.lots import TenderLot
from selector.files.ocds.origin import Path
from selector.files.ocds.view import View


def add_criteria(
    release: View, lots: Mapping[str, TenderLot], stated: Mapping[str, Sequence[LotCriterion]], draft: Draft
) -> frozenset[str]:
    """Put the criteria into the case, and give their ids. ``stated`` are those of each lot that states any."""
    extension = release.view(KEY)
    if extension.has("criteria"):
        rows = extension.views("criteria")
        draft.document["criteria"] = extension.value["criteria"]
        return frozenset(name for row in rows if (name := row.id()) is not None)
    _check_thresholds_of_money(stated)
    by_service = _by_service(lots, stated)
    found: dict[str, tuple[LotCriterion, list[str]]] = {}
    for service, criteria in by_service.items():
        for each in criteria:
            first, services = found.setdefault(each.name, (each, []))
            if (first.weight, first.minimum) != (each.weight, each.minimum):
                each.view.fault(
                    f"{shown(each.name)} has another weight or minimum than at {release.log.pointer(first.view.path)}:"
                    f" state the criteria with their services in {KEY}.criteria of the release"
                )
            services.append(service)
    every = {lot.service for lot in lots.values() if lot.service is not None}
    for name, (each, services) in found.items():
        if each.weight is None:
            each.view.fault(f"has no weight: {ORDER_ONLY}", "numbers")
        if each.weight == 0:
            continue  # it is looked at, and counts for nothing
        own: dict[str, tuple[Any, Path]] = {
            "id": (name, each.view.at("name")),
            "name": (name, each.view.at("name")),
            "weight": (each.weight if each.weight is not None else Decimal(1), each.view.at("numbers")),
            "minimum": (each.minimum, each.view.at("numbers")),
            "services": (None if set(services) == every else services, each.view.path),
        }
        draft.add("criteria", each.view.path, View({}, each.view.path, release.log), own)
    return frozenset(found)


def _by_service(
    lots: Mapping[str, TenderLot], stated: Mapping[str, Sequence[LotCriterion]]
) -> dict[str, list[LotCriterion]]:
    """The criteria of quality by service, which all its lots must state alike."""
    found: dict[str, tuple[str, list[LotCriterion]]] = {}
    for name, lot in lots.items():
        if lot.service is None or not lot.ids:
            continue
        criteria = [each for each in stated.get(name, ()) if each.kind == QUALITY]
        first, of_first = found.setdefault(lot.service, (name, criteria))
        if [_terms(each) for each in criteria] != [_terms(each) for each in of_first]:
            lot.view.fault(
                f"differ from those of lot {shown(first)}, which is for the same service: state the criteria in"
                f" {KEY}.criteria of the release",
                "awardCriteria",
            )
    return {service: criteria for service, (_, criteria) in found.items()}


def _terms(criterion: LotCriterion) -> tuple[str, Decimal | None, Decimal | None]:
    return criterion.name, criterion.weight, criterion.minimum


def _check_thresholds_of_money(stated: Mapping[str, Sequence[LotCriterion]]) -> None:
    for criteria in stated.values():
        for each in criteria:
            if each.kind != QUALITY and each.minimum is not None:
                each.view.fault("has a minimum, which only a criterion of quality may have", "numbers")
