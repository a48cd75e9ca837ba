"""What a bid for one lot comes to in each year, nearly: for budgets that a CCG can live with.

To the pound it is for the engine to say. Here staff who are not needed, and those who work for several CCGs, are left
out of account: the one makes pensions a little dearer than they are, the other a little cheaper.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from models import Bid, BidderKind, Lot, Service, StaffGroup
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.horizon import FINANCIAL_YEARS, START, horizon
from selector.examples.england_2013.hosting import HOSTED
from selector.examples.england_2013.pensions import TERMS_WITH_PENSIONS
from selector.examples.england_2013.supplier import Supplier
from selector.examples.england_2013.tax import TAX


@dataclass(frozen=True)
class Amounts:
    """What is needed to tell them."""

    cut: Cut
    lots: Mapping[str, Lot]
    services: Mapping[str, Service]
    pay: Mapping[str, float]
    """£ a year for all staff on a lot."""

    @classmethod
    def of(cls, cut: Cut, lots: Iterable[Lot], services: Iterable[Service], groups: Iterable[StaffGroup]) -> "Amounts":
        """Those of bids for the lots."""
        pay: dict[str, float] = {}
        for group in groups:
            for each in group.lots:
                yearly = float(group.headcount * group.wte_per_head * group.salary * each.share)
                pay[each.lot] = pay.get(each.lot, 0.0) + yearly
        return cls(cut, {lot.id: lot for lot in lots}, {service.id: service for service in services}, pay)

    def by_year(self, bid: Bid, supplier: Supplier, people: int) -> tuple[float, ...]:
        """£ in each year of the horizon, for a CCG of so many people."""
        a_year = float(bid.price) * (people if bid.price_basis == "head" else 1)
        if self.cut.plain:
            return (a_year,) * horizon(self.cut).years
        lot = self.lots[bid.lots[0]]
        service = self.services[lot.service]
        start = _since_start(bid.start)
        bought_again = list(_procurements(bid, start, service))
        not_recovered = 1 - float(service.vat_recoverable)
        present, growth, pension = float(lot.present_cost or 0), 1 + float(bid.indexation), self._pension(bid, supplier)
        found = []
        for t, year in enumerate(FINANCIAL_YEARS):
            served = min(max(t + 1 - start, 0.0), 1.0)
            factor = float(bid.prices[year] / bid.price) if year in bid.prices else growth**t
            tax = 1 + float(TAX.get(_kind(supplier, t), 0)) * not_recovered
            amount = served * (a_year * factor * tax + pension) + (1 - served) * present
            amount += float(bid.transition) if t <= start < t + 1 else 0.0
            found.append(amount + float(service.reprocurement_cost) * sum(t <= time < t + 1 for time in bought_again))
        return tuple(found)

    def _pension(self, bid: Bid, supplier: Supplier) -> float:
        """£ a year; the part of a partnership that an NHS unit does costs none."""
        terms = TERMS_WITH_PENSIONS[supplier.kind]
        taken = terms.transfer if bid.transfer is None else bid.transfer
        outside = 1.0
        if supplier.partners:
            outside -= sum(float(share) for partner, share in supplier.partners if partner.startswith("csu-"))
        return outside * float(taken * terms.pension) * self.pay.get(bid.lots[0], 0.0)


def _since_start(day: date | None) -> float:
    return 0.0 if day is None else (day.year - START.year) + (day.month - START.month) / 12


def _kind(supplier: Supplier, t: int) -> BidderKind:
    hosted = supplier.kind == "nhs_csu" and t >= HOSTED.until.year - START.year
    return HOSTED.becomes if hosted else supplier.kind


def _procurements(bid: Bid, start: float, service: Service) -> Iterator[float]:
    """When the lot is procured again, in years from the start."""
    if bid.term_years is not None:
        time = start + float(bid.term_years) + float(bid.extension_years or 0)
        while time < len(FINANCIAL_YEARS):
            yield time
            time += float(service.successor_years)
