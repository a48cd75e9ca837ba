"""What a bid costs, year by year and over its whole life, shared over its lots."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import Bid, Bidder, Lot
from selector.appraise.cost import pence
from selector.appraise.course import Course, Courses, Discounting
from selector.appraise.register import Register
from selector.appraise.rounding import half_up, half_up_of
from selector.appraise.sharing import shared
from selector.appraise.timeline import Span

_ALL = Fraction(1)


@dataclass(frozen=True)
class Figures:
    """Pence of a bid on each of its lots."""

    list_price: list[int]
    price_value: list[int]
    cost: list[int]
    amounts: list[list[int]]
    """Lots x years of the horizon."""


@dataclass(frozen=True)
class _Asked:
    """What a bid asks for all its lots: pence, a year or once."""

    price: int
    extension: int
    stated: Mapping[int, int]
    """By year of the horizon."""
    transition: int

    def prices(self, course: Course) -> list[int]:
        """Price of each year, over the denominator of the course."""
        years = [
            self.price * base + self.extension * more for base, more in zip(course.base, course.extended, strict=True)
        ]
        for year, price in self.stated.items():
            years[year] = price * course.stated[year]
        return years


@dataclass(frozen=True)
class _OnLot:
    """Pence by year on one lot, unrounded: whole numbers over ``denominator``."""

    years: Sequence[int]
    denominator: int


class WholeLife:
    """The figures of the bids of a case."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._courses = Courses(register.case)
        self._discounting = Discounting.of(register.case.horizon)
        self._years = register.case.horizon.financial_years

    def of_bid(self, bid: Bid, span: Span, lots: Sequence[Lot], pensions: Sequence[Fraction]) -> Figures:
        """The figures of a listed bid; ``pensions`` is what the pensions of the staff on each lot cost more, pence a year."""
        register = self._register
        heads = 1
        if bid.price_basis == "head":
            heads = sum(register.buyers[name].population for name in {lot.buyer for lot in lots})

        def yearly(price: Decimal | None) -> int:
            return half_up(Fraction(price) * (heads * 100)) if price else 0

        asked = _Asked(
            price=yearly(bid.price),
            extension=yearly(bid.extension_price),
            stated={self._years.index(year): yearly(price) for year, price in bid.prices.items()},
            transition=pence(bid.transition),
        )
        return self._figures(bid, register.bidder_of[bid.bidder], span, lots, pensions, asked)

    def of_fallback(self, bidder: Bidder, span: Span, lot: Lot, price: int, pension: Fraction) -> Figures:
        """The figures of a fallback at so many pence a year."""
        return self._figures(None, bidder, span, [lot], [pension], _Asked(price, 0, {}, 0))

    def _figures(
        self,
        bid: Bid | None,
        bidder: Bidder,
        span: Span,
        lots: Sequence[Lot],
        pensions: Sequence[Fraction],
        asked: _Asked,
    ) -> Figures:
        sizes = self._register.sizes(lots) if len(lots) > 1 else [1]
        shares = [Fraction(size, sum(sizes)) for size in sizes] if len(lots) > 1 else [_ALL]
        bare = self._courses.of(bid, bidder, span, None)
        value = self._discounting.value(asked.prices(bare))
        priced = half_up_of(value, bare.denominator * self._discounting.denominator)
        on_lots = [
            self._on_lot(bid, bidder, span, lot, pension, asked, share)
            for lot, share, pension in zip(lots, shares, pensions, strict=True)
        ]
        by_year = [
            _shared([(each.years[year], each.denominator) for each in on_lots]) for year in range(len(self._years))
        ]
        return Figures(
            list_price=shared(asked.price, sizes),
            price_value=shared(priced, sizes),
            cost=_shared(
                [
                    (self._discounting.value(each.years), each.denominator * self._discounting.denominator)
                    for each in on_lots
                ]
            ),
            amounts=[[year[at] for year in by_year] for at in range(len(lots))],
        )

    def _on_lot(
        self, bid: Bid | None, bidder: Bidder, span: Span, lot: Lot, pension: Fraction, asked: _Asked, share: Fraction
    ) -> _OnLot:
        """What a bid costs on a lot of which it is such a share by size."""
        service = self._register.services[lot.service]
        course = self._courses.of(bid, bidder, span, service)
        part = share.numerator * pension.denominator
        common = share.denominator * pension.denominator
        years = [price * part for price in asked.prices(course)]
        denominator = common * course.denominator
        if pension:
            extra = pension.numerator * share.denominator
            years = [amount + extra * served for amount, served in zip(years, course.served, strict=True)]
        if lot.present_cost and span.start:
            present = pence(lot.present_cost) * common
            years = [amount + present * before for amount, before in zip(years, course.before, strict=True)]
        if asked.transition:
            years[int(span.start)] += asked.transition * part * course.denominator
        time = span.end
        while service.reprocurement_cost and time < len(years):
            years[int(time)] += pence(service.reprocurement_cost) * denominator
            time += Fraction(service.successor_years)
        return _OnLot(years, denominator)


def _shared(exact: Sequence[tuple[int, int]]) -> list[int]:
    """Amounts on lots, each over its denominator, in whole pence that come to their rounded sum."""
    if len(exact) == 1:
        return [half_up_of(*exact[0])]
    fractions = [Fraction(*each) for each in exact]
    total = sum(fractions, Fraction(0))
    return shared(half_up_of(total.numerator, total.denominator), fractions)
