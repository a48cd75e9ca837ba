"""The case held against itself: ids that lead somewhere, each thing once, every lot with a bid.

The checks work on a draft, which may lack rows that could not be read: so the faults of fields and those of
references come out in one pass, and a row that could not be read does not count as missing elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

from models.bid import Bid
from models.bidder import Bidder
from models.buyer import Buyer
from models.criterion import Criterion
from models.faults import shown, suggestion
from models.horizon import Horizon
from models.lot import Lot
from models.service import Service
from models.staff import StaffGroup

if TYPE_CHECKING:
    from models.case import Case

TABLES = ("buyers", "services", "lots", "bidders", "bids", "criteria", "staff_groups")
RESERVED = "in-house:"


@dataclass(frozen=True)
class Misfit:
    """A fault of references: the path of keys and indices to it, and the message."""

    path: tuple[str | int, ...]
    message: str


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


@dataclass(frozen=True)
class Draft:
    """The rows of a case that could be read, each with its position, and the ids of those that could not."""

    buyers: Sequence[tuple[int, Buyer]]
    services: Sequence[tuple[int, Service]]
    lots: Sequence[tuple[int, Lot]] | None
    bidders: Sequence[tuple[int, Bidder]]
    bids: Sequence[tuple[int, Bid]]
    criteria: Sequence[tuple[int, Criterion]]
    staff_groups: Sequence[tuple[int, StaffGroup]]
    horizon: Horizon | None
    unread: frozenset[tuple[str, str]] = field(default=frozenset())
    """(table, id) of rows that could not be read."""
    complete: frozenset[str] = frozenset(TABLES)
    """Tables of which every row could be read; absence can be told only from these."""

    @classmethod
    def of(cls, case: Case) -> Draft:
        """The draft of a case whose fields are all in order."""
        return cls(
            buyers=tuple(enumerate(case.buyers)),
            services=tuple(enumerate(case.services)),
            lots=None if case.lots is None else tuple(enumerate(case.lots)),
            bidders=tuple(enumerate(case.bidders)),
            bids=tuple(enumerate(case.bids)),
            criteria=tuple(enumerate(case.criteria)),
            staff_groups=tuple(enumerate(case.staff_groups)),
            horizon=case.horizon,
        )


def tendered(lots: Iterable[Lot] | None, buyers: Iterable[Buyer], services: Iterable[Service]) -> tuple[Lot, ...]:
    """The lots of a case, each with its volume: those listed, else every service for every buyer."""
    people = {buyer.id: Decimal(buyer.population) for buyer in buyers}
    if lots is None:
        services = tuple(services)
        return tuple(
            Lot(id=f"{buyer}:{service.id}", buyer=buyer, service=service.id, volume=volume)
            for buyer, volume in people.items()
            for service in services
        )
    return tuple(
        lot if lot.volume is not None else lot.model_copy(update={"volume": people[lot.buyer]}) for lot in lots
    )


def faults(draft: Draft) -> list[Misfit]:
    """Every fault of references in a draft, in the order of its tables."""
    known = _Known(draft)
    return [misfit for check in _CHECKS for misfit in check(draft, known)]


class _Known:
    """The ids of each table, and the words for one that is not among them."""

    def __init__(self, draft: Draft) -> None:
        self._unread = draft.unread
        self._complete = draft.complete
        self.buyers = {row.id: row for _, row in draft.buyers}
        self.services = {row.id: row for _, row in draft.services}
        self.bidders = {row.id: row for _, row in draft.bidders}
        self.criteria = {row.id: row for _, row in draft.criteria}
        if draft.lots is None:
            lots = tendered(None, self.buyers.values(), self.services.values())
        else:
            lots = tuple(row for _, row in draft.lots)
        self.lots = {row.id: row for row in lots}

    def missing(self, table: str, name: str) -> str | None:
        """What to say of ``name`` if the table has no such id; None if it has."""
        ids: dict[str, Any] = getattr(self, table)
        if name in ids or (table, name) in self._unread:
            return None
        if table == "lots" and not {"buyers", "services", "lots"} <= self._complete:
            return None  # it may be one of those that could not be laid out
        noun = {"criteria": "criterion"}.get(table, table.removesuffix("s"))
        return f"there is no {noun} {shown(name)}{suggestion(name, ids)}"


_Check = Callable[[Draft, _Known], Iterator[Misfit]]


def _points(
    known: _Known, table: str, names: Iterable[str], path: Callable[[int, str], tuple[str | int, ...]]
) -> Iterator[Misfit]:
    """A fault for each of ``names`` that leads nowhere, and for each that is repeated."""
    seen: set[str] = set()
    for position, name in enumerate(names):
        if message := known.missing(table, name):
            yield Misfit(path(position, name), message)
        elif name in seen:
            yield Misfit(path(position, name), f"{shown(name)} is named twice")
        seen.add(name)


def _unique_ids(draft: Draft, known: _Known) -> Iterator[Misfit]:
    for table in TABLES:
        rows: Sequence[tuple[int, _HasId]] = getattr(draft, table) or ()
        first: dict[str, int] = {}
        for position, row in rows:
            if row.id in first:
                yield Misfit((table, position, "id"), f"{shown(row.id)} is already the id of /{table}/{first[row.id]}")
            first.setdefault(row.id, position)
    for table, rows in (("bidders", draft.bidders), ("bids", draft.bids)):
        for position, row in rows:
            if row.id.startswith(RESERVED):
                yield Misfit(
                    (table, position, "id"), f'{shown(row.id)} is not allowed: ids that start with "{RESERVED}" are the fallbacks\' own'
                )


def _buyers(draft: Draft, known: _Known) -> Iterator[Misfit]:
    for position, buyer in draft.buyers:
        for name in ("shortlist", "vetoes"):
            listed = getattr(buyer, name) or ()
            yield from _points(known, "bidders", listed, lambda at, _, name=name, p=position: ("buyers", p, name, at))  # type: ignore[misc]
        if draft.horizon is None:
            continue
        years = draft.horizon.financial_years
        for year in buyer.budget:
            if year not in years:
                yield Misfit(
                    ("buyers", position, "budget", year),
                    f"{shown(year)} is not a financial year of the horizon ({years[0]} to {years[-1]})",
                )


def _services(draft: Draft, known: _Known) -> Iterator[Misfit]:
    for position, service in draft.services:
        fewest, most = service.min_providers, service.max_providers
        if most is not None and most < max(fewest, 1):
            yield Misfit(
                ("services", position, "max_providers"), f"{most} is too few: at least {max(fewest, 1)} must provide {shown(service.id)}"
            )
        if service.shape == "single" and fewest > 1:
            yield Misfit(("services", position, "min_providers"), f"{fewest} contradicts the shape single, which is exactly one provider")
        if service.shape == "plural" and most == 1:
            yield Misfit(("services", position, "max_providers"), "1 contradicts the shape plural, which is at least two providers")
        if service.shape == "plural" and service.quality_standard is None:
            yield Misfit(("services", position, "quality_standard"), "is missing: the shape plural holds each provider to a published standard")


def _lots(draft: Draft, known: _Known) -> Iterator[Misfit]:
    pairs: dict[tuple[str, str], int] = {}
    for position, lot in draft.lots or ():
        here = ("lots", position)
        for table, name in (("buyers", "buyer"), ("services", "service"), ("bidders", "incumbent")):
            value = getattr(lot, name)
            if value is not None and (message := known.missing(table, value)):
                yield Misfit((*here, name), message)
        pair = (lot.buyer, lot.service)
        if pair in pairs:
            yield Misfit(here, f"buyer {shown(lot.buyer)} and service {shown(lot.service)} are already /lots/{pairs[pair]}: one service for one buyer is one lot")
        pairs.setdefault(pair, position)
        if not lot.required and lot.in_house is None:
            yield Misfit((*here, "in_house"), "is missing: an optional lot must say what it costs without a bid")
        if lot.required and lot.in_house is not None:
            yield Misfit((*here, "in_house"), 'is only for optional lots: set "required" to false, or leave it out')
        service = known.services.get(lot.service)
        if lot.volume is None and service is not None and service.unit != "people":
            yield Misfit((*here, "volume"), f"is missing: service {shown(service.id)} is counted in {service.unit}, not in people")
    if draft.lots is None:
        for position, service in draft.services:
            if service.unit != "people":
                yield Misfit(
                    ("services", position, "unit"), f"{shown(service.unit)} needs lots that state their volume: list the lots, or count people"
                )


def _bidders(draft: Draft, known: _Known) -> Iterator[Misfit]:
    for position, bidder in draft.bidders:
        here = ("bidders", position)
        for name in ("setup", "capacity", "served_elsewhere_by_service"):
            yield from _points(known, "services", getattr(bidder, name), lambda _, key, name=name, here=here: (*here, name, key))  # type: ignore[misc]
        if bidder.buyer is not None and (message := known.missing("buyers", bidder.buyer)):
            yield Misfit((*here, "buyer"), message)
        if (bidder.kind == "in_house") != (bidder.buyer is not None):
            yield Misfit(
                (*here, "buyer"),
                "is missing: an in-house bidder names the buyer it belongs to" if bidder.buyer is None else "is only for bidders of kind in_house",
            )
        if (bidder.kind == "partnership") != bool(bidder.partners):
            yield Misfit(
                (*here, "partners"),
                "is only for bidders of kind partnership" if bidder.partners else "is missing: a partnership names its partners",
            )
        yield from _points(
            known, "bidders", (partner.bidder for partner in bidder.partners), lambda at, _, here=here: (*here, "partners", at, "bidder")  # type: ignore[misc]
        )
        for at, partner in enumerate(bidder.partners):
            other = known.bidders.get(partner.bidder)
            if other is not None and other.kind == "partnership":
                yield Misfit((*here, "partners", at, "bidder"), f"{shown(partner.bidder)} is a partnership itself: name its partners instead")
        total = sum((partner.share for partner in bidder.partners), Decimal(0))
        if total > 1:
            yield Misfit((*here, "partners"), f"the shares come to {total}, which is more than 1")


def _bids(draft: Draft, known: _Known) -> Iterator[Misfit]:
    applicable = _criteria_by_service(known)
    for position, bid in draft.bids:
        here = ("bids", position)
        if message := known.missing("bidders", bid.bidder):
            yield Misfit((*here, "bidder"), message)
        yield from _points(known, "lots", bid.lots, lambda at, _, here=here: (*here, "lots", at))  # type: ignore[misc]
        yield from (
            Misfit((*here, "scores", name), message) for name in bid.scores if (message := known.missing("criteria", name))
        )
        services = {known.lots[lot].service for lot in bid.lots if lot in known.lots} & known.services.keys()
        if "criteria" not in draft.complete or not services:
            continue
        wanted = set().union(*(applicable[service] for service in services))
        for name in sorted(wanted - bid.scores.keys()):
            yield Misfit((*here, "scores"), f"has no score on criterion {shown(name)}")
        for name in sorted((bid.scores.keys() & known.criteria.keys()) - wanted):
            yield Misfit((*here, "scores", name), f"criterion {shown(name)} does not apply to service {shown(sorted(services)[0])}")


def _criteria_by_service(known: _Known) -> dict[str, frozenset[str]]:
    return {
        service: frozenset(
            name for name, criterion in known.criteria.items() if criterion.services is None or service in criterion.services
        )
        for service in known.services
    }


def _criteria(draft: Draft, known: _Known) -> Iterator[Misfit]:
    for position, criterion in draft.criteria:
        yield from _points(known, "services", criterion.services or (), lambda at, _, p=position: ("criteria", p, "services", at))  # type: ignore[misc]


def _staff(draft: Draft, known: _Known) -> Iterator[Misfit]:
    for position, group in draft.staff_groups:
        here = ("staff_groups", position, "lots")
        yield from _points(known, "lots", (share.lot for share in group.lots), lambda at, _, here=here: (*here, at, "lot"))  # type: ignore[misc]
        total = sum((share.share for share in group.lots), Decimal(0))
        if total > 1:
            yield Misfit(here, f"the shares come to {total}, which is more than 1")


def _coverage(draft: Draft, known: _Known) -> Iterator[Misfit]:
    if not {"bids", "lots", "buyers", "services"} <= draft.complete:
        return
    offers = Counter(lot for _, bid in draft.bids for lot in bid.lots)
    positions = {row.id: position for position, row in draft.lots} if draft.lots is not None else {}
    for name, lot in known.lots.items():
        if lot.required and not offers[name]:
            yield Misfit(
                ("lots", positions[name]) if name in positions else ("bids",),
                f"lot {shown(name)} (service {shown(lot.service)} for buyer {shown(lot.buyer)}) is required and no bid covers it",
            )


_CHECKS: tuple[_Check, ...] = (
    _unique_ids, _buyers, _services, _lots, _bidders, _bids, _criteria, _staff, _coverage,
)
