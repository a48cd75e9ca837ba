"""The course of a bid through the years of the horizon: what its price, and what else it costs, is multiplied by in each.

Whole numbers over one denominator: exact, and ten times faster than a fraction at a time where 40,000 bids are appraised.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import lcm
from operator import mul

from models import Bid, Bidder, BidderKind, Case, Horizon, Service
from selector.appraise.timeline import Span, hosted_until, terms_of


@dataclass(frozen=True)
class Course:
    """Multipliers by year of the horizon: whole numbers, over ``denominator``."""

    denominator: int
    before: Sequence[int]
    """Part of the year before the bid starts."""
    served: Sequence[int]
    """Part of the year from its start on."""
    base: Sequence[int]
    """Of the price: indexed, with VAT."""
    extended: Sequence[int]
    """Of the price of the extension, alike."""
    stated: Sequence[int]
    """Of a price stated for the year: with VAT, not indexed."""

    @classmethod
    def of(cls, *years: Sequence[Fraction]) -> "Course":
        """The course of such multipliers, in the order of its fields, over their least common denominator."""
        denominator = lcm(*(each.denominator for part in years for each in part))
        return cls(denominator, *([int(each * denominator) for each in part] for part in years))


@dataclass(frozen=True)
class Discounting:
    """Present value of a pound of each year of the horizon: whole numbers, over ``denominator``."""

    denominator: int
    factors: Sequence[int]

    @classmethod
    def of(cls, horizon: Horizon) -> "Discounting":
        """That of a horizon."""
        factor = 1 / (1 + Fraction(horizon.discount_rate))
        exact = [factor**year for year in range(horizon.years)]
        denominator = lcm(*(each.denominator for each in exact))
        return cls(denominator, [int(each * denominator) for each in exact])

    @property
    def annuity(self) -> Fraction:
        """Present value of a pound paid in every year, the first undiscounted."""
        return Fraction(sum(self.factors), self.denominator)

    def value(self, years: Sequence[int]) -> int:
        """Present value of amounts by year, over the denominator."""
        return sum(map(mul, years, self.factors))


class Courses:
    """The courses of the bids of a case, each worked out once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._vat: Mapping[BidderKind, Fraction] = {kind: Fraction(rate) for kind, rate in case.vat.items()}
        self._known: dict[tuple[object, ...], Course] = {}
        self._drawn: dict[tuple[object, ...], Course] = {}

    def of(self, bid: Bid | None, bidder: Bidder, span: Span, service: Service | None) -> Course:
        """The course of a bid (None: a fallback) on lots of a service; without a service, of its price without VAT."""
        # Of what is quick to compare: each of 40,000 bids asks.
        key = (bid and terms_of(bid), bidder.id, service and service.id)
        if key not in self._known:
            self._known[key] = self._of(bid, bidder, span, service)
        return self._known[key]

    def _of(self, bid: Bid | None, bidder: Bidder, span: Span, service: Service | None) -> Course:
        now = later = Fraction(0)
        if service is not None:
            borne = 1 - Fraction(service.vat_recoverable)
            now = later = self._vat.get(bidder.kind, Fraction(0)) * borne
            if bidder.hosting is not None:
                later = self._vat.get(bidder.hosting.becomes, Fraction(0)) * borne
        indexation = Fraction(0 if bid is None else bid.indexation)
        own_price = bid is not None and bid.extension_price is not None
        alone = hosted_until(bidder, self._case.horizon)
        # Many bidders and services come to the same, and to draw a course takes many fractions.
        key = (span, alone, now, later, indexation, own_price)
        if key not in self._drawn:
            self._drawn[key] = self._course(span, alone, now, later, indexation, own_price=own_price)
        return self._drawn[key]

    def _course(
        self,
        span: Span,
        alone: Fraction | None,
        now: Fraction,
        later: Fraction,
        indexation: Fraction,
        *,
        own_price: bool,
    ) -> Course:
        years = self._case.horizon.years
        marks = {Fraction(year) for year in range(years + 1)}
        marks |= {
            mark for mark in (span.start, span.term_end, span.end, alone) if mark is not None and 0 < mark < years
        }
        edges = sorted(marks)
        before, served, base, extended, stated = ([Fraction(0)] * years for _ in range(5))
        for start, stop in pairwise(edges):
            year, part = int(start), stop - start
            if start < span.start:
                before[year] += part
                continue
            served[year] += part
            with_vat = part * (1 + (later if alone is not None and start >= alone else now))
            stated[year] += with_vat
            in_extension = own_price and span.term_end <= start < span.end
            (extended if in_extension else base)[year] += with_vat * (1 + indexation) ** year
        return Course.of(before, served, base, extended, stated)
