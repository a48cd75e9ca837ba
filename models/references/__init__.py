"""The case held against itself: ids that lead somewhere, each thing once, every lot with a bid.

The checks work on a draft, so that they can also be made of what is readable in a case with faults of fields.
"""

from collections.abc import Iterator
from decimal import Decimal

from models.draft import TABLES, Draft
from models.faults import shown
from models.known import Known
from models.quantities import LONGEST_ID
from models.references import (
    by_hand,
    criteria,
    discounts,
    frameworks,
    joint_purchases,
    marks,
    objective,
    places,
    rules,
    scenarios,
    scores,
    staff,
    terms,
)
from models.references.misfit import Check, Misfit, outside, points
from models.tender import FALLBACK_PREFIX

__all__ = ["FALLBACK_PREFIX", "faults"]


def faults(draft: Draft) -> list[Misfit]:
    """Every fault of references in a draft, in the order of its tables."""
    known = Known(draft)
    return [misfit for check in _CHECKS for misfit in check(draft, known)]


def _unique_ids(draft: Draft, _known: Known) -> Iterator[Misfit]:
    for table in TABLES:
        rows, unread = getattr(draft, table) or (), draft.unread.get(table, {})
        names = [row.id for _, row in rows]
        reserved = table in ("bidders", "bids")
        unique = not unread and len(set(names)) == len(names)
        if unique and not (reserved and any(name.startswith(FALLBACK_PREFIX) for name in names)):
            continue
        first: dict[str, int] = {}
        for position, name in sorted([*((position, row.id) for position, row in rows), *unread.items()]):
            if name in first:
                yield Misfit((table, position, "id"), f"{shown(name)} is already the id of /{table}/{first[name]}")
            first.setdefault(name, position)
            if reserved and name.startswith(FALLBACK_PREFIX):
                said = f'ids that start with "{FALLBACK_PREFIX}" belong to the fallbacks of optional lots'
                yield Misfit((table, position, "id"), f"{shown(name)} is not allowed: {said}")


def _buyers(draft: Draft, known: Known) -> Iterator[Misfit]:
    for position, buyer in draft.buyers:
        here = ("buyers", position)
        for name, listed in (("shortlist", buyer.shortlist or ()), ("vetoes", buyer.vetoes)):
            yield from points(known, "bidders", (((*here, name, at), bidder) for at, bidder in enumerate(listed)))
        if draft.horizon is not None:
            yield from outside(draft.horizon, (*here, "budget"), buyer.budget)


def _services(draft: Draft, _known: Known) -> Iterator[Misfit]:
    for position, service in draft.services:
        fewest, most = service.min_providers, service.max_providers
        if most is not None and most < max(fewest, 1):
            yield Misfit(
                ("services", position, "max_providers"),
                f"{most} is too few: at least {max(fewest, 1)} must provide {shown(service.id)}",
            )
        if service.shape == "single" and fewest > 1:
            yield Misfit(
                ("services", position, "min_providers"),
                f"{fewest} contradicts the shape single, which is exactly one provider",
            )
        if service.shape == "plural" and most == 1:
            yield Misfit(
                ("services", position, "max_providers"),
                "1 contradicts the shape plural, which is at least two providers",
            )
        if service.shape == "plural" and service.quality_standard is None:
            yield Misfit(
                ("services", position, "quality_standard"),
                "is missing: the shape plural holds each provider to a published standard",
            )


def _lots(draft: Draft, known: Known) -> Iterator[Misfit]:
    pairs: dict[tuple[str, str], int] = {}
    for position, lot in draft.lots or ():
        here = ("lots", position)
        for table, name in (("buyers", "buyer"), ("services", "service"), ("bidders", "incumbent")):
            value = getattr(lot, name)
            if value is not None and (message := known.missing(table, value)):
                yield Misfit((*here, name), message)
        pair = (lot.buyer, lot.service)
        if pair in pairs:
            yield Misfit(
                here,
                f"buyer {shown(lot.buyer)} and service {shown(lot.service)} are already /lots/{pairs[pair]}: one service for one buyer is one lot",
            )
        pairs.setdefault(pair, position)
        if not lot.required and lot.in_house is None:
            yield Misfit((*here, "in_house"), "is missing: an optional lot must say what it costs without a bid")
        if lot.required and lot.in_house is not None:
            yield Misfit((*here, "in_house"), 'is only for optional lots: set "required" to false, or leave it out')
        service = known.services.get(lot.service)
        if lot.volume is None and service is not None and service.unit != "people":
            yield Misfit(
                (*here, "volume"),
                f"is missing: service {shown(service.id)} is counted in {service.unit}, not in people",
            )


def _lots_not_listed(draft: Draft, known: Known) -> Iterator[Misfit]:
    if draft.lots is not None:
        return
    for position, service in draft.services:
        if service.unit != "people":
            yield Misfit(
                ("services", position, "unit"),
                f"{shown(service.unit)} needs lots that state their volume: list the lots, or count people",
            )
    pairs: dict[str, tuple[str, str]] = {}
    for lot in known.tendered:
        pair = (lot.buyer, lot.service)
        if len(lot.id) > LONGEST_ID:
            yield Misfit(("lots",), f"must be listed: the id {shown(lot.id)} is too long for a lot")
        elif pairs.setdefault(lot.id, pair) != pair:
            yield Misfit(("lots",), f"must be listed: the id {shown(lot.id)} could be either of two lots")


def _bidders(draft: Draft, known: Known) -> Iterator[Misfit]:
    for position, bidder in draft.bidders:
        here = ("bidders", position)
        for name in ("setup", "capacity", "served_elsewhere_by_service", "outpost_cost"):
            yield from points(known, "services", (((*here, name, key), key) for key in getattr(bidder, name)))
        if bidder.buyer is not None and (message := known.missing("buyers", bidder.buyer)):
            yield Misfit((*here, "buyer"), message)
        if (bidder.kind == "in_house") != (bidder.buyer is not None):
            yield Misfit(
                (*here, "buyer"),
                "is missing: an in-house bidder names the buyer it belongs to"
                if bidder.buyer is None
                else "is only for bidders of kind in_house",
            )
        if (bidder.kind == "partnership") != bool(bidder.partners):
            yield Misfit(
                (*here, "partners"),
                "is only for bidders of kind partnership"
                if bidder.partners
                else "is missing: a partnership names its partners",
            )
        partners = (((*here, "partners", at, "bidder"), partner.bidder) for at, partner in enumerate(bidder.partners))
        yield from points(known, "bidders", partners)
        for at, partner in enumerate(bidder.partners):
            other = known.bidders.get(partner.bidder)
            if other is not None and other.kind == "partnership":
                yield Misfit(
                    (*here, "partners", at, "bidder"),
                    f"{shown(partner.bidder)} is a partnership itself: name its partners instead",
                )
        total = sum((partner.share for partner in bidder.partners), Decimal(0))
        if total > 1:
            yield Misfit((*here, "partners"), f"the shares come to {total}, which is more than 1")


def _bids(draft: Draft, known: Known) -> Iterator[Misfit]:
    for position, bid in draft.bids:
        # Nearly all bids are for one lot that is there: these are not worth a path to a fault.
        if bid.bidder in known.bidders and len(bid.lots) == 1 and bid.lots[0] in known.lots:
            continue
        here = ("bids", position)
        if message := known.missing("bidders", bid.bidder):
            yield Misfit((*here, "bidder"), message)
        yield from points(known, "lots", (((*here, "lots", at), lot) for at, lot in enumerate(bid.lots)))


def _coverage(draft: Draft, known: Known) -> Iterator[Misfit]:
    if draft.offers is None:
        return
    offered = draft.offers.union(*(bid.lots for _, bid in draft.bids))
    positions = {row.id: position for position, row in draft.lots} if draft.lots is not None else {}
    for name, lot in known.lots.items():
        if lot.required and name not in offered:
            yield Misfit(
                ("lots", positions[name]) if name in positions else ("bids",),
                f"lot {shown(name)} (service {shown(lot.service)} for buyer {shown(lot.buyer)}) is required and no bid covers it",
            )


def _idle_services(draft: Draft, _known: Known) -> Iterator[Misfit]:
    if draft.lots is None or draft.unread.get("lots") or "lots" not in draft.named:
        return
    bought = {lot.service for _, lot in draft.lots}
    for position, service in draft.services:
        if service.id not in bought:
            yield Misfit(
                ("services", position), f"no lot is for service {shown(service.id)}: leave it out, or list its lots"
            )


_CHECKS: tuple[Check, ...] = (
    _unique_ids,
    _buyers,
    _services,
    _lots,
    _lots_not_listed,
    _bidders,
    _bids,
    scores.scores,
    marks.marks,
    marks.moderated,
    criteria.criteria,
    terms.bids,
    terms.present_costs,
    staff.groups,
    staff.vacancies,
    _coverage,
    _idle_services,
    discounts.discounts,
    discounts.unit_discounts,
    discounts.incremental,
    frameworks.frameworks,
    joint_purchases.joint_purchases,
    places.neighbours,
    places.services,
    rules.rules,
    by_hand.picks,
    by_hand.exclusions,
    objective.benchmarks,
    scenarios.scenarios,
)
