"""What a bid costs, year by year and over its whole life, shared over its lots."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from models import Bid, Bidder, Lot
from selector.appraise.course import Course, Courses
from selector.appraise.register import Register
from selector.appraise.rounding import half_up
from selector.appraise.sharing import shared
from selector.appraise.timeline import Span


@dataclass(frozen=True)
class Figures:
    """Pence of a bid on each of its lots."""

    list_price: list[int]
    price_value: list[int]
    cost: list[int]
    amounts: list[list[int]]
    """Lots x years of the horizon."""


class WholeLife:
    """The figures of the bids of a case."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._courses = Courses(register.case)
        self._years = register.case.horizon.financial_years

    def of_bid(self, bid: Bid, span: Span, lots: Sequence[Lot], pensions: Sequence[Fraction]) -> Figures:
        """The figures of a listed bid; ``pensions`` is what the pensions of the staff on each lot cost more, pence a year."""
        register = self._register
        weights = register.sizes(lots)
        heads = 1
        if bid.price_basis == "head":
            heads = sum(register.buyers[name].population for name in {lot.buyer for lot in lots})
        price = Fraction(bid.price) * (heads * 100)
        bidder = register.bidder_of[bid.bidder]
        list_price = shared(half_up(price), weights)
        extension = Fraction(bid.extension_price or 0) * (heads * 100)
        stated = {self._years.index(year): Fraction(each) * (heads * 100) for year, each in bid.prices.items()}
        charges = _Charges(price, extension, stated, Fraction(bid.transition) * 100)
        bare = self._courses.of(bid, bidder, span, None)
        value = half_up(_price_value(charges, bare))
        return self._figures(
            list_price,
            shared(value, weights),
            bid,
            bidder,
            span,
            lots,
            pensions,
            charges,
            [Fraction(w) for w in weights],
        )

    def of_fallback(self, bidder: Bidder, span: Span, lot: Lot, price: int, pension: Fraction) -> Figures:
        """The figures of a fallback at so many pence a year."""
        charges = _Charges(Fraction(price), Fraction(0), {}, Fraction(0))
        value = half_up(_price_value(charges, self._courses.of(None, bidder, span, None)))
        return self._figures([price], [value], None, bidder, span, [lot], [pension], charges, [Fraction(1)])

    def _figures(
        self,
        list_price: list[int],
        price_value: list[int],
        bid: Bid | None,
        bidder: Bidder,
        span: Span,
        lots: Sequence[Lot],
        pensions: Sequence[Fraction],
        charges: "_Charges",
        weights: list[Fraction],
    ) -> Figures:
        total = sum(weights)
        years = range(len(self._years))
        by_lot = []
        values = []
        for lot, weight, pension in zip(lots, weights, pensions, strict=True):
            course = self._courses.of(bid, bidder, span, self._register.services[lot.service])
            besides = self._besides(span, lot, pension, charges.transition * weight / total, course)
            part = charges.part(weight / total) if len(lots) > 1 else charges
            prices = part.years(course)
            by_lot.append([price + more for price, more in zip(prices, besides, strict=True)] if besides else prices)
            if besides or part.stated:
                values.append(course.value(by_lot[-1]))
            else:
                values.append(part.price * course.base_value + part.extension * course.extended_value)
        amounts = [_shared([each[year] for each in by_lot]) for year in years]
        return Figures(
            list_price, price_value, _shared(values), [[each[at] for each in amounts] for at in range(len(lots))]
        )

    def _besides(
        self, span: Span, lot: Lot, pension: Fraction, transition: Fraction, course: Course
    ) -> list[Fraction] | None:
        """What a lot costs besides its price, by year; None for nothing."""
        service = self._register.services[lot.service]
        again = service.reprocurement_cost if span.end < len(self._years) else 0
        present = lot.present_cost if span.start > 0 else None
        if not (present or pension or transition or again):
            return None
        years = [
            Fraction(present or 0) * 100 * before + pension * served
            for before, served in zip(course.before, course.served, strict=True)
        ]
        years[int(span.start)] += transition
        time = span.end
        while again and time < len(years):
            years[int(time)] += Fraction(again) * 100
            time += Fraction(service.successor_years)
        return years


@dataclass(frozen=True)
class _Charges:
    """What a bidder asks, in pence: a year, and at the start."""

    price: Fraction
    extension: Fraction
    stated: dict[int, Fraction]
    transition: Fraction

    def part(self, share: Fraction) -> "_Charges":
        stated = {year: price * share for year, price in self.stated.items()}
        return _Charges(self.price * share, self.extension * share, stated, self.transition * share)

    def years(self, course: Course) -> list[Fraction]:
        if course.level and not self.stated:
            return [self.price * course.base[0]] * len(course.base)
        return [self._year(course, year) for year in range(len(course.base))]

    def _year(self, course: Course, year: int) -> Fraction:
        if year in self.stated:
            return self.stated[year] * course.stated[year]
        amount = self.price * course.base[year]
        return amount + self.extension * course.extended[year] if self.extension else amount


def _price_value(charges: _Charges, course: Course) -> Fraction:
    if not charges.stated:
        return charges.price * course.base_value + charges.extension * course.extended_value
    return course.value(charges.years(course))


def _shared(exact: list[Fraction]) -> list[int]:
    """Amounts on lots, in whole pence that come to their rounded sum."""
    return [half_up(exact[0])] if len(exact) == 1 else shared(half_up(sum(exact, Fraction(0))), exact)
