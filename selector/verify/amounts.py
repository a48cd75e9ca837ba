"""What a bid costs on each of its lots in each year."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from models import Bid, Lot
from selector.verify.price import YearsPrice, prices
from selector.verify.tender import Tender
from selector.verify.term import Term


@dataclass(frozen=True)
class Amounts:
    """What a bid costs over the horizon: £, undiscounted and unrounded."""

    price: tuple[Fraction, ...]
    """Its price alone, in each year."""
    on_lots: tuple[tuple[Fraction, ...], ...]
    """All it costs on each of its lots, in each year."""


def amounts(tender: Tender, bid: Bid, pension: Sequence[Fraction]) -> Amounts:
    """The amounts of ``bid``; ``pension`` is what pensions cost more on each of its lots, in £ a year."""
    term = Term.of(tender.case.horizon, bid)
    lots = [tender.lots[name] for name in bid.lots]
    by_year = (*prices(tender, bid, term),)
    sizes = tender.sizes(lots)
    whole = sum(sizes)
    shares = [size / whole for size in sizes]
    return Amounts(
        tuple(each.price for each in by_year),
        tuple(
            tuple(_in_year(tender, bid, lot, term, year, each, share, more) for year, each in enumerate(by_year))
            for lot, share, more in zip(lots, shares, pension, strict=True)
        ),
    )


def _in_year(
    tender: Tender, bid: Bid, lot: Lot, term: Term, year: int, price: YearsPrice, share: Fraction, pension: Fraction
) -> Fraction:
    """What a lot costs in one year; ``share`` is how much of the whole bid falls on it."""
    service = tender.services[lot.service]
    before = min(max(term.start - year, Fraction(0)), Fraction(1))
    found = price.price
    if price.vat:
        found += price.vat * (1 - Fraction(service.vat_recoverable))
    found *= share
    if before:
        found += Fraction(lot.present_cost or 0) * before
    if pension:
        found += pension * (1 - before)
    if bid.transition and year <= term.start < year + 1:
        found += share * Fraction(bid.transition)
    if service.reprocurement_cost:
        again = _procured(term.end, Fraction(service.successor_years), year)
        found += Fraction(service.reprocurement_cost) * again
    return found


def _procured(first: Fraction, every: Fraction, year: int) -> int:
    """How often a lot is procured again in a year: at the times first, first + every, first + 2 every, and so on."""

    def before(time: int) -> int:
        return max(-((first - time) // every), 0)

    return before(year + 1) - before(year)
