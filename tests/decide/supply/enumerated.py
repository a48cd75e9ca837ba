"""The market of a small case from its document alone; nothing of the engine is used."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from tests.oracle.exact import MILLIONTH, THOUSANDTH, half_up, maybe_pence
from tests.oracle.reading import lot_rows, read
from tests.oracle.tables import Bidder, Case
from tests.oracle.worth import Offer, worths

Row = tuple[str, str | None, str]
"""Within, of, and basis."""


@dataclass(frozen=True)
class Index:
    """Indices and shares, rounded as they are told."""

    by_spend: Fraction | None
    by_volume: Fraction | None
    lots: int
    spend: Mapping[str, Fraction]
    volume: Mapping[str, Fraction]


class Enumerated:
    """A document, and the bids that an award accepts for its lots, in their order."""

    def __init__(self, document: Mapping[str, Any], award: Sequence[str] | None = None) -> None:
        self.document = document
        self.case: Case = read(document)
        self.award = award

    @cached_property
    def offers(self) -> list[Offer]:
        """Those of bids that are not barred."""
        return [offer for worth in worths(self.case).values() if not worth.bars for offer in worth.offers]

    def groups(self) -> Iterator[tuple[str, str | None, list[str]]]:
        """Within, of, and the lots."""
        case = self.case
        yield "all", None, list(case.lots)
        for service in case.services:
            yield "service", service, [lot.id for lot in case.lots.values() if lot.service == service]
        areas = dict.fromkeys(case.buyers[lot.buyer].area for lot in case.lots.values())
        for area in areas:
            if area is not None:
                yield "area", area, [lot.id for lot in case.lots.values() if case.buyers[lot.buyer].area == area]

    def can_win(self, lot: str) -> dict[str, int]:
        """Who, each at the lowest price."""
        prices: dict[str, list[int]] = {}
        for offer in self.offers:
            if offer.lot.id == lot:
                prices.setdefault(offer.bidder.id, []).append(offer.list_price)
        return {name: min(each) for name, each in prices.items()}

    def bidders(self, lot: str) -> set[str]:
        """Who can win it, but for the buyer that falls back on itself."""
        return {name for name in self.can_win(lot) if not self.case.bidders[name].fallback}

    def barred(self, lots: Sequence[str]) -> set[str]:
        bidding = {
            worth.bidder.id
            for worth in worths(self.case).values()
            if not worth.bidder.fallback and not set(worth.lots).isdisjoint(lots)
        }
        return bidding.difference(*(self.bidders(lot) for lot in lots))

    def sole(self, bidder: str) -> list[str]:
        return [lot for lot in self.case.lots if set(self.can_win(lot)) == {bidder}]

    def people(self, lots: Sequence[str]) -> int:
        buyers = {self.case.lots[lot].buyer for lot in lots}
        return sum(self.case.buyers[name].people for name in buyers if self.case.buyers[name].counted)

    def won(self, bidder: Bidder) -> list[Offer]:
        """The offers of a bidder that the award accepts."""
        accepted = dict(zip(self.case.lots, self.award or (), strict=False))
        return [
            offer for offer in self.offers if offer.bidder.id == bidder.id and accepted.get(offer.lot.id) == offer.id
        ]

    def held(self, basis: str, lot: str) -> dict[str, tuple[Fraction, Fraction | None]]:
        """By bidder: its part of a lot, and the pence a year that this part is worth."""
        if basis == "today":
            name = self.case.lots[lot].incumbent
            stated = {row["id"]: maybe_pence(row.get("present_cost")) for row in lot_rows(self.document)}[lot]
            return {} if name is None else {name: (Fraction(1), None if stated is None else Fraction(stated))}
        able = self.can_win(lot)
        if basis == "award":
            accepted = dict(zip(self.case.lots, self.award or (), strict=False)).get(lot)
            return {
                offer.bidder.id: (Fraction(1), Fraction(offer.list_price))
                for offer in self.offers
                if offer.lot.id == lot and offer.id == accepted
            }
        chosen = [name for name in able if basis == "equal_chance" or able[name] == min(able.values())]
        return {name: (Fraction(1, len(chosen)), Fraction(able[name], len(chosen))) for name in chosen}

    def index(self, basis: str, lots: Sequence[str]) -> Index | None:
        """None where nobody has any of the lots."""
        held = {lot: each for lot in lots if (each := self.held(basis, lot))}
        if not held:
            return None
        spend: dict[str, Fraction] | None = {}
        volume: dict[str, Fraction] = {}
        for lot, each in held.items():
            for name, (part, worth) in each.items():
                volume[name] = volume.get(name, Fraction(0)) + part * self.case.lots[lot].volume
                if worth is None:
                    spend = None
                elif spend is not None:
                    spend[name] = spend.get(name, Fraction(0)) + worth
        units = {self.case.services[self.case.lots[lot].service].unit for lot in lots}
        by_spend, spends = _index(spend)
        by_volume, volumes = _index(volume if len(units) == 1 else None)
        return Index(by_spend, by_volume, len(held), spends, volumes)


def _index(amounts: Mapping[str, Fraction] | None) -> tuple[Fraction | None, Mapping[str, Fraction]]:
    total = sum((amounts or {}).values())
    if amounts is None or not total:
        return None, {}
    squares = sum(((amount / total) ** 2 for amount in amounts.values()), Fraction(0))
    return half_up(squares * 10_000, THOUSANDTH), {
        name: half_up(amount / total, MILLIONTH) for name, amount in amounts.items()
    }
