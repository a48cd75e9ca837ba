"""The lots of a tender, and the lots and services of the case that they become."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.faults import shown
from models.tender import lot_id
from selector.files.ocds.draft import Draft
from selector.files.ocds.extension_key import KEY
from selector.files.ocds.net import check_currency
from selector.files.ocds.origin import Path
from selector.files.ocds.services import Services
from selector.files.ocds.standing import check_deadline, deadline, is_left_out
from selector.files.ocds.view import View

_OF_ONE_BUYER = ("volume", "wte", "required_wte", "present_cost", "benchmark", "in_house")


@dataclass(frozen=True)
class TenderLot:
    """A lot of the tender: what becomes of it, and what its bids are held against."""

    view: View
    ids: tuple[str, ...]
    """Its lots in the case, one for each of its buyers; none where it stays out."""
    service: str | None
    closes: datetime | None
    """When the time for its bids ends."""
    period: View
    """The period of its contract."""


def read_lots(
    release: View, tender: View, buyers: Sequence[str], services: Services, draft: Draft
) -> dict[str, TenderLot]:
    """The lots of a tender by id, in its order; a tender without lots is one lot."""
    now = release.moment("date")
    views = tender.views("lots") or ([tender] if tender.value else [])
    found: dict[str, TenderLot] = {}
    for view in views:
        whole = view is tender
        name = view.id()
        if name is None:
            view.fault("is missing", "id")
            continue
        if name in found:
            view.fault(f"{shown(name)} is already the id of {tender.log.pointer(found[name].view.path)}", "id")
            continue
        closes = deadline(view) or deadline(tender)
        own = view.view("contractPeriod")
        period = own if own.value else tender.view("contractPeriod")
        if not whole:
            if is_left_out(view):
                found[name] = TenderLot(view, (), None, closes, period)
                continue
            check_deadline(view, deadline(view), now)
            for key in ("value", "minimumValue"):
                check_currency(view.view(key))
        extension = view.view(KEY)
        bought_by = _buyers(release, view, extension, buyers)
        service = services.of(view, extension, name)
        ids = _rows(draft, view, extension, name, service, bought_by)
        found[name] = TenderLot(view, ids, service[0], closes, period)
    if found and all(not lot.ids for lot in found.values()):
        tender.fault("every lot is cancelled or has failed: there is nothing to evaluate", "lots")
    return found


def _buyers(release: View, lot: View, extension: View, buyers: Sequence[str]) -> list[tuple[str, Path]]:
    """Who buys a lot, each with where it is said."""
    stated = extension.texts("buyers")
    if not stated and extension.has("buyer"):
        buyer = extension.id("buyer")
        return [] if buyer is None else [(buyer, extension.at("buyer"))]
    if not stated and (buyer := lot.view("buyer").id()) is not None:
        return [(buyer, lot.at("buyer", "id"))]
    if stated:
        return stated
    if len(buyers) > 1:
        lot.log.tally(
            (
                f"lot names no buyer and is bought by all {len(buyers)}, all or nothing",
                f"lots name no buyer and are bought by all {len(buyers)}, each all or nothing",
            ),
            lot.id() or "",
        )
    return [(buyer, release.at("buyer", "id")) for buyer in buyers]


def _rows(
    draft: Draft, lot: View, extension: View, name: str, service: tuple[str, Path], buyers: list[tuple[str, Path]]
) -> tuple[str, ...]:
    if extension.has("id"):
        extension.fault("is not a field here: the id is that of the lot", "id")
    if len(buyers) > 1:
        for key in _OF_ONE_BUYER:
            if extension.has(key):
                extension.fault("is a figure of one buyer's lot: list a lot for each buyer to state it", key)
    stated = {key: value for key, value in extension.value.items() if key not in ("id", "buyers")}
    ids = []
    for buyer, where in buyers:
        own_id = name if len(buyers) == 1 else lot_id(buyer, name)
        draft.add(
            "lots",
            lot.path,
            View(stated, extension.path, lot.log),
            {"id": (own_id, lot.at("id")), "buyer": (buyer, where), "service": service},
        )
        ids.append(own_id)
    return tuple(ids)
